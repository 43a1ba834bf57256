/** The buttons and choices above the text. */
import { say } from "../../common/words.js";
import { button, element, selection, text } from "./dom.js";
import type { Choices } from "./keeping/choices.js";

export interface Acts {
  begin(): void;
  open(file: File): void;
  earlier(): void;
  fixAll(): void;
  tidy(): void;
  saveText(): void;
  saveWord(): void;
  chosen(choices: Choices): void;
}

/** What the server answers to `gxlint/profiles`. */
export interface Profile {
  readonly code: string;
  readonly name: string;
  readonly level: number;
}

const NATIONAL = "CN";
const KINDS = ".txt,.md,.html,.htm,.docx,.xlsx,.pdf,.doc,.wps,.odt,.rtf,.xls,.et";
const FIRST_YEAR = 2019;

export class Toolbar {
  readonly place = element("div", "toolbar");
  private readonly province: HTMLSelectElement;
  private readonly year: HTMLSelectElement;

  constructor(
    private readonly acts: Acts,
    private choices: Choices,
  ) {
    const province = selection(say("地区", "Region"), () => this.changed());
    const year = selection(say("年度", "Year"), () => this.changed());
    this.province = province.select;
    this.year = year.select;
    this.place.setAttribute("role", "toolbar");
    this.place.setAttribute("aria-label", say("工具", "Tools"));
    this.place.append(
      text("h1", say("年报校对", "Annual reports")),
      group(
        button(
          say("新建", "New"),
          acts.begin,
          say("空白年报,统一格式", "A blank report in the official form"),
        ),
        this.opener(),
        button(
          say("以前的文字", "Earlier texts"),
          acts.earlier,
          say("浏览器里保存的文字", "Texts that the browser has kept"),
        ),
      ),
      group(
        button(
          say("全部修正", "Fix all"),
          acts.fixAll,
          say("改正全部有把握的问题;数字不会改", "Fix all that is certain; figures are not touched"),
        ),
        button(
          say("整理", "Tidy up"),
          acts.tidy,
          say("表格对齐,标签用统一写法,意思不变", "Align tables, official labels; what it says stays"),
        ),
      ),
      group(
        button(
          say("下载文字", "Save text"),
          acts.saveText,
          say("存成文本文件,以后可以再打开", "As a text file, which can be opened again"),
        ),
        button(
          say("下载 Word", "Save Word"),
          acts.saveWord,
          say("存成公文样式的 Word 文档", "As a Word document in the official look"),
        ),
      ),
      group(province.place, year.place),
    );
    this.fillYears();
    this.fillProfiles([]);
  }

  /** The regions that rules are installed for. */
  fillProfiles(profiles: readonly Profile[]): void {
    const known = [
      option("", say("按机关名称", "By the body's name")),
      option(NATIONAL, say("只按全国", "National rules only")),
      ...profiles.map(({ code, name, level }) => option(code, `${"\u3000".repeat(level)}${name}`)),
    ];
    const { province } = this.choices;
    if (!known.some(({ value }) => value === province)) {
      known.push(option(province, province));
    }
    this.province.replaceChildren(...known);
    this.province.value = province;
  }

  private fillYears(): void {
    const latest = new Date().getFullYear();
    const years = Array.from({ length: latest - FIRST_YEAR + 1 }, (_, index) => String(latest - index));
    this.year.replaceChildren(
      option("", say("按报告", "By the report")),
      ...years.map((year) => option(year, year)),
    );
    this.year.value = this.choices.year;
  }

  private changed(): void {
    this.choices = { province: this.province.value, year: this.year.value };
    this.acts.chosen(this.choices);
  }

  private opener(): HTMLElement {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = KINDS;
    input.hidden = true;
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file !== undefined) {
        this.acts.open(file);
      }
    });
    const made = button(
      say("打开", "Open"),
      () => input.click(),
      say(
        "文本、网页、Word、Excel、PDF;也可以把文件拖进来",
        "Text, web page, Word, Excel, PDF; or drop a file here",
      ),
    );
    const place = element("span", "opener");
    place.append(made, input);
    return place;
  }
}

function group(...parts: HTMLElement[]): HTMLElement {
  const made = element("div", "group");
  made.append(...parts);
  return made;
}

function option(value: string, label: string): HTMLOptionElement {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = label;
  return made;
}
