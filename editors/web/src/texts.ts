/** The texts that come onto the paper, and leave it: nothing that was on it is lost. */
import { say } from "../../common/words.js";
import { type Asking, isProblem } from "./asking.js";
import type { Bars } from "./bars.js";
import { askForDraft, askForNew, when } from "./dialogs.js";
import { button } from "./dom.js";
import { base64, bytesOf, fileName, LARGEST, save } from "./files.js";
import { Desk, type Found } from "./keeping/desk.js";
import { titleOf } from "./keeping/drafts.js";
import type { Paper } from "./paper.js";

/** What the page knows besides. */
export interface Page {
  /** The title of the report, as the server has recognised it. */
  title(): string | undefined;
  /** The year that is chosen; empty where none is. */
  year(): string;
  /** Say that the server has not answered. */
  unanswered(): void;
}

export class Texts {
  private readonly desk = new Desk(() => this.full());
  private paper!: Paper;

  constructor(
    private readonly bars: Bars,
    private readonly asking: Asking,
    private readonly page: Page,
  ) {}

  /** The text to begin with. */
  find(): Promise<Found> {
    return this.desk.begin();
  }

  /** From now on what is on this paper is kept, and what is dropped on that place goes there. */
  take(paper: Paper, place: HTMLElement, found: Found): void {
    this.paper = paper;
    this.desk.watch(() => paper.text);
    paper.model.onDidChangeContent(() => this.desk.changed());
    this.tell(found);
    this.takeDrops(place);
    addEventListener("keydown", (event) => this.shortcut(event), true);
  }

  private tell(found: Found): void {
    if (found.kind === "none" && found.elsewhere !== undefined) {
      const title = titleOf(found.elsewhere.text).slice(0, 40);
      const told = say(
        "“{title}”正在另一个网页里开着,要接着写它请到那一页;这一页可以写另一份。",
        "“{title}” is open in another page: go on with it there, or begin another one here.",
        { title },
      );
      this.bars.show("elsewhere", told, false);
    }
    if (found.kind !== "earlier") {
      return;
    }
    const message = say("这是上次的文字({when}保存)。", "This is the text of last time (kept {when}).", {
      when: when(found.draft),
    });
    const fresh = button(say("不用它,从空白开始", "Begin with nothing instead"), () => {
      this.bars.hide("found");
      void this.put("", "");
    });
    this.bars.show("found", message, false, fresh);
  }

  /** Another text on the paper; what was there can be had back. */
  private async put(words: string, name: string): Promise<void> {
    if (this.paper.text.trim() !== "") {
      this.bars.note(say("原来的文字在“以前的文字”里。", "What was here is among the earlier texts."));
    }
    await this.desk.another(name);
    this.paper.replace(words);
  }

  async begin(): Promise<void> {
    const wished = await askForNew(this.page.year());
    if (wished === undefined) {
      return;
    }
    const made = await this.asking.blank(wished.organisation, wished.year);
    if (made === null) {
      this.page.unanswered();
    } else if (isProblem(made)) {
      this.bars.note(made.problem);
    } else {
      await this.put(made.text, "");
    }
  }

  async open(file: File): Promise<void> {
    const name = file.name;
    if (file.size > LARGEST) {
      this.bars.note(say("{name} 太大了,不像一份年报。", "{name} is too large for a report.", { name }));
      return;
    }
    this.bars.hide("problem");
    this.bars.show("reading", say("正在读 {name} …", "Reading {name} ...", { name }), false);
    const read = await this.asking.read(name, base64(new Uint8Array(await file.arrayBuffer())));
    this.bars.hide("reading");
    if (read === null) {
      this.page.unanswered();
    } else if (isProblem(read)) {
      this.bars.show("problem", read.problem, true);
    } else {
      await this.put(read.text, read.name);
      this.notes(read.notes);
    }
  }

  async earlier(): Promise<void> {
    this.desk.keep();
    const { desk } = this;
    const draft = await askForDraft({
      all: () => desk.drafts.all(),
      isMine: (one) => desk.isMine(one),
      forget: (one) => desk.drafts.forget(one.id),
    });
    if (draft === undefined || desk.isMine(draft)) {
      return;
    }
    if (await desk.resume(draft)) {
      this.paper.replace(draft.text);
    } else {
      this.bars.note(say("另一个网页正开着这份文字。", "Another page has this text open."));
    }
  }

  saveText(): void {
    const ending = /\.(txt|md)$/iu.exec(this.desk.name)
      ? (/(\.gxr)?\.\w+$/u.exec(this.desk.name)?.[0] ?? "")
      : "";
    const name = fileName(this.desk.name, this.title(), ending || ".gxr.md");
    save(name, new Blob([this.paper.text], { type: "text/plain;charset=utf-8" }));
  }

  async saveWord(): Promise<void> {
    const name = fileName(this.desk.name, this.title(), ".docx");
    const made = await this.asking.write(name);
    if (made === null) {
      this.page.unanswered();
    } else if (isProblem(made)) {
      this.bars.note(made.problem);
    } else {
      save(name, new Blob([bytesOf(made.data)]));
      this.notes(made.notes);
    }
  }

  private title(): string {
    return this.page.title() || titleOf(this.paper.text);
  }

  private notes(notes: readonly string[]): void {
    this.bars.hide("notes");
    if (notes.length > 0) {
      this.bars.show("notes", notes.join("\n"), false);
    }
  }

  private full(): void {
    const message = say(
      "浏览器存不下这份文字了,请用“下载文字”保存,并在“以前的文字”里删去一些。",
      "The browser has no room for this text: save it as a file, and delete some of the earlier texts.",
    );
    this.bars.show("full", message, true);
  }

  /** Who is used to saving by Ctrl+S does not mean the page. */
  private shortcut(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.saveText();
    }
  }

  private takeDrops(place: HTMLElement): void {
    place.addEventListener("dragover", (event) => event.preventDefault(), true);
    place.addEventListener(
      "drop",
      (event) => {
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          void this.open(file);
        }
      },
      true,
    );
  }
}
