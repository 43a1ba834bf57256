import type { Severity, Verdict } from "./verdict.js";

/** A place in the text, as LSP counts: from 0, in units of UTF-16. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** What the server answers to `gxlint/preview`. All texts are plain. */
export interface Preview {
  readonly version: number;
  readonly summary: Verdict;
  readonly title: string;
  readonly tables: readonly PreviewTable[];
}

export interface PreviewTable {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly findings: readonly PreviewFinding[];
  readonly rows: readonly (readonly PreviewCell[])[];
}

export interface PreviewCell {
  readonly kind: "label" | "figure";
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly range: Range | null;
  readonly findings: readonly PreviewFinding[];
  readonly expected: number | null;
  readonly problem: string | null;
}

export interface PreviewFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

/** What is said in the drawing of all that. */
export interface DrawingWords {
  /** Said of a table that is not there. */
  readonly absent: string;
  /** Said of a cell whose value should be `{n}`. */
  readonly expected: string;
}
