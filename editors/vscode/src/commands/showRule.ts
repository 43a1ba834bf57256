import { languages, window } from "vscode";
import { OPEN_RULE } from "../server/executing.js";
import { say } from "../words.js";
import { executed, printed, Told, type Tools } from "./tools.js";

/** The page of the rule behind the finding at the caret, or of one chosen from all. */
export async function showRule(tools: Tools): Promise<void> {
  const code = codeAtCaret() ?? (await chosen(tools));
  if (code !== undefined && (await executed<object | null>(tools, OPEN_RULE, code)) === null) {
    throw new Told(say("没有 {code} 这条规则。", "There is no rule {code}.", { code }));
  }
}

function codeAtCaret(): string | undefined {
  const editor = window.activeTextEditor;
  const found = editor
    ? languages
        .getDiagnostics(editor.document.uri)
        .filter((item) => item.source === "gxlint" && item.range.contains(editor.selection.active))
    : [];
  const code = found.at(0)?.code;
  const value = typeof code === "object" ? code.value : code;
  // GXL is a note of the server itself, and no rule.
  return value === undefined || value === "GXL" ? undefined : String(value);
}

interface RuleLine {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
}

async function chosen(tools: Tools): Promise<string | undefined> {
  const { rules } = JSON.parse(await printed(tools, "rules", "--output-format", "json")) as {
    rules: RuleLine[];
  };
  const items = rules.map(({ code, name, summary }) => ({ label: code, description: name, detail: summary }));
  const picked = await window.showQuickPick(items, {
    placeHolder: say("规则的编号、名称或说明", "code, name or summary of a rule"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}
