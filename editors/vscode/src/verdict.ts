import { isReport, type Verdict } from "../../common/verdict.js";

export { gravity, lines, type Severity, type Verdict } from "../../common/verdict.js";

/** `$(error) 未通过 2`: the verdict, and how many errors, or else warnings, there are. */
export function label(verdict: Verdict): string {
  const icon = isReport(verdict) ? ICONS[verdict.verdict] : "info";
  const number = verdict.counts.error || verdict.counts.warning;
  return `$(${icon}) ${verdict.word}${number ? ` ${number}` : ""}`;
}

const ICONS = { pass: "pass", fail: "error", incomplete: "warning" } as const;
