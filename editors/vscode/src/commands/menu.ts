import { commands, type QuickPickItem, window } from "vscode";
import { remedies } from "../remedies.js";
import type { Status } from "../server/lifecycle.js";
import { say } from "../words.js";
import type { Tools } from "./tools.js";

interface Entry extends QuickPickItem {
  readonly command: string;
  readonly words: readonly string[];
}

/** What the item in the status bar leads to. */
export async function menu({ server }: Tools): Promise<void> {
  const { status } = server;
  const placeHolder = status.kind === "failed" ? status.why : "gxlint";
  const chosen = await window.showQuickPick(entries(status), { placeHolder });
  if (chosen !== undefined) {
    await commands.executeCommand(chosen.command, ...chosen.words);
  }
}

function entries(status: Status): Entry[] {
  if (status.kind === "failed") {
    return remedies(status.cause).map(({ title, icon, ...rest }) => ({
      label: `$(${icon}) ${title}`,
      ...rest,
    }));
  }
  return [
    entry("list-unordered", "查看全部问题", "Show all problems", "workbench.actions.view.problems"),
    entry("wand", "改正全部有把握的问题", "Fix all that is certain", "gxlint.fixAll"),
    entry("symbol-numeric", "重新计算各表合计", "Recompute the totals", "gxlint.recompute"),
    entry("preview", "在旁边预览表格", "Preview the tables beside the text", "gxlint.openPreview"),
    entry("book", "查看规则说明", "Show the page of a rule", "gxlint.showRule"),
    entry("folder", "检查文件夹里的全部报告", "Check all reports of the folder", "gxlint.checkFolder"),
    entry("debug-restart", "重新启动服务", "Restart the server", "gxlint.restart"),
    entry("output", "查看日志", "Show the log", "gxlint.showLog"),
    entry("clippy", "复制诊断信息", "Copy the diagnosis", "gxlint.copyDoctor"),
  ];
}

function entry(icon: string, zh: string, en: string, command: string): Entry {
  return { label: `$(${icon}) ${say(zh, en)}`, command, words: [] };
}
