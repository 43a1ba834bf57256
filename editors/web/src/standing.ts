/** How the report has come off: always in sight. */
import { isReport, lines, type Verdict } from "../../common/verdict.js";
import { say } from "../../common/words.js";
import { element, text } from "./dom.js";
import type { State } from "./server/server.js";

export class Standing {
  readonly place = element("div", "standing");

  constructor() {
    this.place.setAttribute("role", "status");
  }

  show(state: State, verdict: Verdict | null): void {
    const [word, kind, about] = told(state, verdict);
    this.place.replaceChildren(
      text("strong", word, `badge ${kind}`),
      ...about.map((line) => text("span", line)),
    );
    this.place.title = about.join("\n");
  }
}

/** The word, how grave it is, and what else there is to say. */
export function told(state: State, verdict: Verdict | null): [string, string, string[]] {
  if (state === "connecting") {
    return [say("正在准备…", "Getting ready…"), "", []];
  }
  if (state === "lost") {
    return [say("没有检查", "Not checked"), "incomplete", []];
  }
  if (verdict === null) {
    return [say("还没有文字", "No text yet"), "", []];
  }
  const [, ...about] = lines(verdict);
  return [verdict.word, isReport(verdict) ? verdict.verdict : "", about];
}
