/** The list of what is wrong: each leads to its place, to what can be done about it, and to its rule. */
import { say } from "../../../common/words.js";
import { button, element, text } from "../dom.js";
import type { CodeAction, Diagnostic, Range } from "../server/messages.js";

const SEVERITIES = ["", "error", "warning", "info", "hint"] as const;

export interface Doing {
  reveal(range: Range): void;
  /** What can be done about a problem. */
  fixes(problem: Diagnostic): Promise<readonly CodeAction[]>;
  fix(action: CodeAction): Promise<void>;
  explain(code: string): void;
}

/** Grave ones first, then in the order of the text. */
export function sorted(problems: readonly Diagnostic[]): Diagnostic[] {
  return [...problems].sort(
    (one, other) =>
      (one.severity ?? 1) - (other.severity ?? 1) ||
      one.range.start.line - other.range.start.line ||
      one.range.start.character - other.range.start.character,
  );
}

export function severityName(problem: Diagnostic): string {
  const names = {
    error: say("错误", "error"),
    warning: say("警告", "warning"),
    info: say("信息", "info"),
    hint: say("提示", "hint"),
  };
  return names[SEVERITIES[problem.severity ?? 1] || "error"];
}

export class Problems {
  private readonly list = document.createElement("ul");
  private shown = "";
  private open = "";

  constructor(
    place: HTMLElement,
    private readonly doing: Doing,
  ) {
    this.list.className = "problem-list";
    place.append(this.list);
  }

  show(problems: readonly Diagnostic[], none: string): void {
    const now = JSON.stringify([problems, none]);
    if (now === this.shown) {
      return;
    }
    this.shown = now;
    const kept = this.list.contains(document.activeElement) ? this.index(document.activeElement) : -1;
    const rows = sorted(problems).map((problem) => this.row(problem));
    this.list.replaceChildren(...(rows.length > 0 ? rows : [text("li", none, "none")]));
    if (kept >= 0) {
      rows[Math.min(kept, rows.length - 1)]?.querySelector<HTMLElement>(".message")?.focus();
    }
  }

  private index(inside: Element | null): number {
    return [...this.list.children].findIndex((row) => row.contains(inside));
  }

  private row(problem: Diagnostic): HTMLElement {
    const row = element("li", `problem-row ${SEVERITIES[problem.severity ?? 1]}`);
    const code = String(problem.code ?? "");
    const jump = button("", () => void this.choose(row, problem));
    jump.className = "message";
    jump.append(
      text("span", severityName(problem), "severity"),
      text("span", say("第 {n} 行", "line {n}", { n: problem.range.start.line + 1 }), "where"),
      text("span", problem.message, "what"),
    );
    row.append(jump);
    if (code !== "") {
      const rule = button(code, () => this.doing.explain(code), say("说明和依据", "What it rests on"));
      rule.className = "code";
      row.append(rule);
    }
    if (key(problem) === this.open) {
      void this.offer(row, problem);
    }
    return row;
  }

  private async choose(row: HTMLElement, problem: Diagnostic): Promise<void> {
    this.open = key(problem);
    for (const other of this.list.querySelectorAll(".fixes")) {
      other.remove();
    }
    this.doing.reveal(problem.range);
    await this.offer(row, problem);
  }

  private async offer(row: HTMLElement, problem: Diagnostic): Promise<void> {
    const fixes = await this.doing.fixes(problem);
    if (fixes.length === 0 || key(problem) !== this.open || row.querySelector(".fixes") !== null) {
      return;
    }
    const place = element("div", "fixes");
    place.append(...fixes.map((action) => button(action.title, () => void this.doing.fix(action))));
    row.append(place);
  }
}

function key(problem: Diagnostic): string {
  return JSON.stringify([problem.code, problem.range, problem.message]);
}
