/** The page as a whole: what is shown, and what happens when something is pressed. */
import { editor } from "monaco-editor/editor/editor.api.js";
import { drawn } from "../../common/drawing.js";
import type { Preview } from "../../common/preview.js";
import { say } from "../../common/words.js";
import { Asking } from "./asking.js";
import { Bars } from "./bars.js";
import { button, element, text } from "./dom.js";
import { FOLDER } from "./here.js";
import { asSettings, choices, choose } from "./keeping/choices.js";
import { Panes } from "./panes/panes.js";
import { Problems } from "./panes/problems.js";
import { drawnRule } from "./panes/rule.js";
import { Paper, URI } from "./paper.js";
import type { Diagnostic, WorkspaceEdit } from "./server/messages.js";
import { Server, type State } from "./server/server.js";
import { Standing } from "./standing.js";
import { Texts } from "./texts.js";
import { Toolbar } from "./toolbar.js";

const PAUSE_MS = 120;

export class App {
  private readonly bars = new Bars();
  private readonly panes = new Panes();
  private readonly standing = new Standing();
  private readonly tables: HTMLElement;
  private readonly rulePage: HTMLElement;
  private readonly problems: Problems;
  private readonly toolbar: Toolbar;
  private readonly server: Server;
  private readonly asking: Asking;
  private readonly texts: Texts;
  private paper!: Paper;
  private chosen = choices();
  private state: State = "connecting";
  private diagnostics: readonly Diagnostic[] = [];
  private preview: Preview | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor() {
    const problems = this.panes.add("problems", say("问题", "Problems"));
    this.tables = this.panes.add("preview", say("表格", "Tables"));
    this.rulePage = this.panes.add("rule", say("规则说明", "Rule"));
    this.rulePage.append(
      text(
        "p",
        say(
          "点问题旁边的编号,这里显示规则的说明和依据。",
          "Press the code beside a problem to read its rule here.",
        ),
      ),
    );
    this.problems = new Problems(problems, {
      reveal: (range) => this.paper.reveal(range),
      fixes: (problem) => this.asking.fixes(problem),
      fix: async (action) => void this.fix((await this.asking.resolved(action)).edit),
      explain: (code) => void this.explain(code),
    });
    this.toolbar = new Toolbar(
      {
        begin: () => void this.texts.begin(),
        open: (file) => void this.texts.open(file),
        earlier: () => void this.texts.earlier(),
        fixAll: () => void this.fixAll(),
        tidy: () => void this.tidy(),
        saveText: () => this.texts.saveText(),
        saveWord: () => void this.texts.saveWord(),
        chosen: (chosen) => {
          this.chosen = chosen;
          choose(chosen);
          void this.server.configure();
        },
      },
      this.chosen,
    );
    this.server = new Server(`ws://${location.host}/socket`, FOLDER, () => asSettings(this.chosen), {
      changed: (state) => this.changed(state),
      notified: (method, params) => this.notified(method, params),
      asked: (method, params) => this.answer(method, params),
    });
    this.asking = new Asking(this.server);
    this.texts = new Texts(this.bars, this.asking, {
      title: () => this.preview?.title,
      year: () => this.chosen.year,
      unanswered: () => this.unanswered(),
    });
  }

  async start(): Promise<void> {
    const found = await this.texts.find();
    const place = element("main", "paper");
    const work = element("div", "work");
    work.append(place, this.panes.place);
    document.body.append(this.toolbar.place, this.standing.place, this.bars.place, work);
    this.paper = new Paper(place, found.kind === "none" ? "" : found.draft.text);
    this.texts.take(this.paper, work, found);
    editor.registerCommand("gxlint.openRule", (_, code: string) => void this.explain(code));
    editor.registerCommand("gxlint.recomputeTotals", (_, ...args: unknown[]) =>
      this.asking.command("gxlint.recomputeTotals", ...args),
    );
    this.show();
    this.server.connect();
    this.paper.shown.focus();
  }

  private changed(state: State): void {
    if (state === "lost" && this.state !== "lost") {
      const retry = button(say("重试", "Try again"), () => this.server.connect());
      this.bars.show("lost", this.lost(), true, retry);
    } else if (state === "connected") {
      this.bars.hide("lost");
      void this.asking.profiles().then((profiles) => this.toolbar.fillProfiles(profiles ?? []));
    }
    this.state = state;
    this.soon();
  }

  private lost(): string {
    return say(
      "gxlint 已停止,现在不能检查。可以接着写,文字保存在浏览器里。请重新运行 gxlint web,这一页会自动接上。",
      "gxlint has stopped, and nothing is checked. Go on writing: the browser keeps the text. " +
        "Run gxlint web again, and this page will go on by itself.",
    );
  }

  private notified(method: string, params: unknown): void {
    if (method === "textDocument/publishDiagnostics") {
      const published = params as { uri: string; diagnostics: readonly Diagnostic[] };
      if (published.uri === URI) {
        this.diagnostics = published.diagnostics;
        this.soon();
      }
    } else if (method === "window/showMessage") {
      this.bars.note((params as { message: string }).message);
    }
  }

  private answer(method: string, params: unknown): unknown {
    if (method === "workspace/applyEdit") {
      return { applied: this.paper.applyIfCurrent((params as { edit: WorkspaceEdit }).edit) };
    }
    // The page of a rule is shown here, from what the command answers.
    return method === "window/showDocument" ? { success: true } : undefined;
  }

  private soon(): void {
    this.show();
    clearTimeout(this.timer);
    if (this.state === "connected") {
      this.timer = setTimeout(() => void this.look(), PAUSE_MS);
    }
  }

  private async look(): Promise<void> {
    const turn = ++this.asked;
    const preview = await this.asking.preview();
    if (turn === this.asked && this.state === "connected") {
      this.preview = preview;
      this.drawTables();
      this.show();
    }
  }

  private show(): void {
    const n = this.diagnostics.length;
    this.panes.label("problems", n > 0 ? say("问题({n})", "Problems ({n})", { n }) : say("问题", "Problems"));
    this.standing.show(this.state, this.preview?.summary ?? null);
    const none =
      this.preview === null ? say("还没有文字。", "No text yet.") : say("没有发现问题。", "Nothing found.");
    this.problems.show(this.diagnostics, none);
  }

  private drawTables(): void {
    const kept = this.tables.scrollTop;
    const words = {
      absent: say("报告中没有找到这张表。", "This table was not found in the report."),
      expected: say("按各项相加应为 {n}", "the parts add up to {n}"),
    };
    this.tables.replaceChildren(
      ...(this.preview === null
        ? [text("p", say("写下报告,这里就显示它的三张表。", "Its three tables are shown here."), "note")]
        : drawn(this.preview, words, (range) => this.paper.reveal(range))),
    );
    this.tables.scrollTop = kept;
  }

  private async explain(code: string): Promise<void> {
    const page = await this.asking.rule(code);
    if (page !== null) {
      this.rulePage.replaceChildren(drawnRule(page));
      this.rulePage.scrollTop = 0;
      this.panes.show("rule");
    } else {
      this.unanswered();
    }
  }

  private unanswered(): void {
    this.bars.note(
      this.state === "connected"
        ? say("没有成功,请再试一次。", "That did not work; try again.")
        : say("gxlint 没有运行,现在做不了。", "gxlint does not run, so this cannot be done now."),
    );
  }

  private fix(edit: WorkspaceEdit | undefined): boolean {
    const done = edit !== undefined && this.paper.applyIfCurrent(edit);
    this.paper.shown.focus();
    return done;
  }

  private async fixAll(): Promise<void> {
    const action = await this.asking.fixAll();
    const done = action !== undefined && this.fix((await this.asking.resolved(action)).edit);
    if (this.state !== "connected") {
      this.unanswered();
    } else {
      this.bars.note(
        done
          ? say("已改正有把握的问题,按 Ctrl+Z 可以撤销。", "Fixed what was certain. Ctrl+Z undoes it.")
          : say("没有能自动改正的问题。", "Nothing can be fixed without you."),
      );
    }
  }

  private async tidy(): Promise<void> {
    const edits = await this.asking.tidied();
    if (this.state !== "connected") {
      this.unanswered();
    } else if (!this.paper.apply(edits ?? [])) {
      this.bars.note(say("已经很整齐了。", "It is tidy already."));
    }
  }
}
