/** Edits that the server has made up for the document. */
import type { editor } from "monaco-editor/editor/editor.api.js";
import type { Range, TextEdit, WorkspaceEdit } from "./server/messages.js";

export interface MonacoRange {
  startLineNumber: number;
  startColumn: number;
  endLineNumber: number;
  endColumn: number;
}

/** Monaco counts from 1. */
export function monacoRange({ start, end }: Range): MonacoRange {
  return {
    startLineNumber: start.line + 1,
    startColumn: start.character + 1,
    endLineNumber: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The edits for a document in a certain state; none where they are for another one. */
export function editsFor(edit: WorkspaceEdit, uri: string, version: number): readonly TextEdit[] {
  if (edit.documentChanges === undefined) {
    return edit.changes?.[uri] ?? [];
  }
  return edit.documentChanges
    .filter(({ textDocument }) => textDocument.uri === uri && (textDocument.version ?? version) === version)
    .flatMap(({ edits }) => edits);
}

/** Apply edits in one step, which can be undone in one; whether there were any. */
export function apply(shown: editor.ICodeEditor, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) {
    return false;
  }
  shown.pushUndoStop();
  shown.executeEdits(
    "gxlint",
    edits.map(({ range, newText }) => ({ range: monacoRange(range), text: newText, forceMoveMarkers: true })),
  );
  shown.pushUndoStop();
  return true;
}
