import {
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { say } from "../words.js";
import { editorInFront, Told } from "./tools.js";

const KIND = CodeActionKind.SourceFixAll.append("gxlint");

/** Does what `gxlint check --fix` does. */
export async function fixAll(): Promise<void> {
  const { document } = editorInFront();
  const [action] = await actions(document, KIND);
  if (action?.edit === undefined) {
    void window.showInformationMessage(
      say("没有可以自动改正的问题。", "There is nothing that can be mended without a doubt."),
    );
    return;
  }
  if (!(await workspace.applyEdit(action.edit))) {
    throw new Told(
      say(
        "改正时文字有变动,没有改成,请再试一次。",
        "The text changed meanwhile and was left as it is; try again.",
      ),
    );
  }
}

/** The actions of a kind that hold for a whole document, with their edits. */
async function actions(document: TextDocument, kind: CodeActionKind): Promise<CodeAction[]> {
  const whole = new Range(0, 0, document.lineCount, 0);
  const found = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    whole,
    kind.value,
    1,
  );
  return found.filter((action) => action.kind !== undefined && kind.contains(action.kind));
}
