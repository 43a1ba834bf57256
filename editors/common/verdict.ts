import { say } from "./words.js";

/** What the server answers to `gxlint/verdict`. */
export interface Verdict {
  readonly version: number;
  readonly verdict: "pass" | "fail" | "incomplete";
  readonly word: string;
  readonly kind: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly undecided: number;
  readonly year: number | null;
  readonly organisation: string | null;
  readonly format: string;
  readonly profile: string | null;
}

export type Severity = "error" | "warning" | "info" | "hint";

const SEVERITIES: readonly (readonly [Severity, string, string])[] = [
  ["error", "错误", "errors"],
  ["warning", "警告", "warnings"],
  ["info", "信息", "infos"],
  ["hint", "提示", "hints"],
];

/** All there is to say of it, line by line. */
export function lines(verdict: Verdict): string[] {
  const about = [
    verdict.organisation,
    verdict.year && say("{year} 年度", "fiscal year {year}", { year: verdict.year }),
  ];
  const found = SEVERITIES.filter(([severity]) => verdict.counts[severity]).map(([severity, zh, en]) =>
    say("{n} 个{zh}", "{n} {en}", { n: verdict.counts[severity], zh, en }),
  );
  return [
    say("校对结论:{word}", "Verdict: {word}", { word: verdict.word }),
    about.filter(Boolean).join(" · "),
    found.length > 0 ? found.join(say("、", ", ")) : say("没有发现问题", "no problems found"),
    verdict.undecided > 0
      ? say("{n} 条规则未能核对", "rules that could not be checked: {n}", { n: verdict.undecided })
      : "",
    verdict.profile === null
      ? say("只按国家规则核对", "checked against the national rules only")
      : say("按国家规则和{profile}的要求核对", "checked against the national rules and those of {profile}", {
          profile: verdict.profile,
        }),
  ].filter((line) => line !== "");
}

/** How grave it is, for the colour. */
export function gravity(verdict: Verdict): "error" | "warning" | "none" {
  if (!isReport(verdict) || verdict.verdict === "pass") {
    return "none";
  }
  return verdict.verdict === "fail" ? "error" : "warning";
}

/** Whether it is about a report that is checked, and not one of the form before 2019 or something else. */
export function isReport(verdict: Verdict): boolean {
  return verdict.kind === "report";
}
