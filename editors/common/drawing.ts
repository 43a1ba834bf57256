/** The tables as the public will see them, drawn from what the server says of them. */
import type { DrawingWords, Preview, PreviewCell, PreviewFinding, PreviewTable, Range } from "./preview.js";

const ORDER = ["error", "warning", "info", "hint"] as const;

export type Reveal = (range: Range) => void;

/** The whole page. Texts go in as text, never as markup. `reveal` shows a place in the text. */
export function drawn(preview: Preview, words: DrawingWords, reveal: Reveal): HTMLElement[] {
  const head = element("header", "");
  head.append(
    text("h1", preview.title),
    text("span", preview.summary.word, `badge ${preview.summary.verdict}`),
  );
  return [head, ...preview.tables.map((table) => section(table, words, reveal))];
}

function section(table: PreviewTable, words: DrawingWords, reveal: Reveal): HTMLElement {
  const made = element("section", "");
  made.append(text("h2", `${table.name} ${table.title}`));
  made.append(...table.findings.map((finding) => note(finding)));
  if (table.rows.length === 0) {
    made.append(text("p", words.absent, "note"));
    return made;
  }
  const wide = element("div", "wide");
  const drawing = document.createElement("table");
  for (const row of table.rows) {
    const line = drawing.insertRow();
    line.append(...row.map((cell) => place(cell, words, reveal)));
  }
  wide.append(drawing);
  made.append(wide);
  const said = new Map(
    table.rows.flat().flatMap((cell) => cell.findings.map((finding) => [finding.message, finding])),
  );
  made.append(...[...said.values()].map((finding) => note(finding)));
  return made;
}

function place(cell: PreviewCell, words: DrawingWords, reveal: Reveal): HTMLElement {
  const made = document.createElement(cell.kind === "label" ? "th" : "td");
  made.colSpan = cell.colspan;
  made.rowSpan = cell.rowspan;
  made.textContent = cell.text;
  const classes = [cell.problem === null ? "" : "problem", worst(cell.findings)];
  if (cell.expected !== null) {
    classes.push("off");
    made.append(text("span", `= ${cell.expected}`, "expected"));
  }
  const told = cell.findings.map((finding) => `${finding.code} ${finding.message}`);
  if (cell.problem !== null) {
    told.push(cell.problem);
  } else if (cell.expected !== null) {
    told.push(words.expected.replace("{n}", String(cell.expected)));
  }
  made.className = classes.filter(Boolean).join(" ");
  made.title = told.join("\n");
  const range = cell.range;
  if (range !== null) {
    reachable(made, () => reveal(range));
  }
  return made;
}

/** What can be clicked can be reached by keyboard, too. */
export function reachable(made: HTMLElement, act: () => void): void {
  made.classList.add("link");
  made.tabIndex = 0;
  made.addEventListener("click", act);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      act();
    }
  });
}

function note(finding: PreviewFinding): HTMLElement {
  return text("p", `${finding.code} ${finding.message}`, `finding ${finding.severity}`);
}

function worst(findings: readonly PreviewFinding[]): string {
  const found = ORDER.find((severity) => findings.some((finding) => finding.severity === severity));
  return found === undefined ? "" : `found ${found}`;
}

export function text(name: string, content: string, className = ""): HTMLElement {
  const made = element(name, className);
  made.textContent = content;
  return made;
}

export function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
