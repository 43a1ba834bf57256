/** The page beside the text: draws what the extension sends. Texts go in as text, never as markup. */
import type { Preview, PreviewCell, PreviewFinding, PreviewTable } from "../src/preview/model.js";
import type { Message } from "../src/preview/messages.js";

interface Host {
  postMessage(message: unknown): void;
}
declare function acquireVsCodeApi(): Host;

const ORDER = ["error", "warning", "info", "hint"] as const;
const host = acquireVsCodeApi();
const root = document.getElementById("page") as HTMLElement;

window.addEventListener("message", (event: MessageEvent<Message>) => {
  const message = event.data;
  const kept = window.scrollY;
  root.replaceChildren(
    ...(message.kind === "preview" ? drawn(message.preview, message.words) : [text("p", message.text, "note")]),
  );
  window.scrollTo(0, kept);
});
host.postMessage({ kind: "ready" });

type Words = Extract<Message, { kind: "preview" }>["words"];

function drawn(preview: Preview, words: Words): HTMLElement[] {
  const head = element("header", "");
  head.append(text("h1", preview.title), text("span", preview.summary.word, `badge ${preview.summary.verdict}`));
  return [head, ...preview.tables.map((table) => section(table, words))];
}

function section(table: PreviewTable, words: Words): HTMLElement {
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
    line.append(...row.map((cell) => place(cell, words)));
  }
  wide.append(drawing);
  made.append(wide);
  const said = new Map(table.rows.flat().flatMap((cell) => cell.findings.map((finding) => [finding.message, finding])));
  made.append(...[...said.values()].map((finding) => note(finding)));
  return made;
}

function place(cell: PreviewCell, words: Words): HTMLElement {
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
    reachable(made, () => host.postMessage({ kind: "reveal", range }));
  }
  return made;
}

/** What can be clicked can be reached by keyboard, too. */
function reachable(made: HTMLElement, act: () => void): void {
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

function text(name: string, content: string, className = ""): HTMLElement {
  const made = element(name, className);
  made.textContent = content;
  return made;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
