/** The editor with the one document that it shows. */
import { editor, Uri } from "monaco-editor/editor/editor.api.js";
import { say } from "../../common/words.js";
import { apply, editsFor, monacoRange } from "./edits.js";
import { LANGUAGE } from "./language.js";
import type { Range, TextEdit, WorkspaceEdit } from "./server/messages.js";

/** In lower case, as Monaco's client asks for it. */
export const URI = "inmemory://web/report.gxr.md";
/** Characters as wide as two letters first: tables stand in columns then. */
const FONTS =
  '"Noto Sans Mono CJK SC", "Sarasa Mono SC", NSimSun, "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei Mono", monospace';

export class Paper {
  readonly shown: editor.IStandaloneCodeEditor;
  readonly model: editor.ITextModel;

  constructor(place: HTMLElement, text: string) {
    this.model = editor.createModel(text, LANGUAGE, Uri.parse(URI));
    this.shown = editor.create(place, {
      model: this.model,
      ariaLabel: say("报告的文字", "Text of the report"),
      automaticLayout: true,
      fixedOverflowWidgets: true,
      fontFamily: FONTS,
      fontSize: 15,
      formatOnType: true,
      lineNumbersMinChars: 3,
      minimap: { enabled: false },
      padding: { top: 8, bottom: 8 },
      placeholder: say(
        "把年度报告粘贴到这里,或用上面的“打开”“新建”。",
        "Paste an annual report here, or open or begin one with the buttons above.",
      ),
      scrollBeyondLastLine: false,
      stickyScroll: { enabled: false },
      "semanticHighlighting.enabled": true,
      // The tabulator leads to the next part of the page: nobody writes one in a report.
      tabFocusMode: true,
      // Chinese punctuation is meant.
      unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
      unusualLineTerminators: "off",
      wordBasedSuggestions: "off",
      wordWrap: "on",
    });
  }

  get text(): string {
    return this.model.getValue();
  }

  /** Another text altogether. */
  replace(text: string): void {
    this.model.setValue(text);
    this.shown.setPosition({ lineNumber: 1, column: 1 });
    this.shown.setScrollTop(0);
    this.shown.focus();
  }

  reveal(range: Range): void {
    this.shown.setSelection(monacoRange(range));
    this.shown.revealRangeInCenterIfOutsideViewport(monacoRange(range));
    this.shown.focus();
  }

  apply(edits: readonly TextEdit[]): boolean {
    return apply(this.shown, edits);
  }

  /** Apply what is meant for the text as it stands; whether there was anything. */
  applyIfCurrent(edit: WorkspaceEdit): boolean {
    return this.apply(editsFor(edit, URI, this.model.getVersionId()));
  }
}
