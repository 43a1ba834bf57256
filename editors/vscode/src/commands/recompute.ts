import { window } from "vscode";
import { RECOMPUTE_TOTALS } from "../server/executing.js";
import { say } from "../words.js";
import { editorInFront, executed, type Tools } from "./tools.js";

/** Puts the totals of all tables right that are not what their parts come to. */
export async function recompute(tools: Tools): Promise<void> {
  const { document } = editorInFront();
  const uri = tools.server.client?.code2ProtocolConverter.asUri(document.uri) ?? "";
  const changed = await executed<number>(tools, RECOMPUTE_TOTALS, uri);
  const text = changed
    ? say("重算了 {n} 格合计。", "Totals that were put right: {n}.", { n: changed })
    : say("合计没有需要改的。", "There is no total to put right.");
  void window.showInformationMessage(text);
}
