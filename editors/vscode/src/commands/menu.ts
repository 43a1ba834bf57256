import { commands, type QuickPickItem, window } from "vscode";
import { say } from "../words.js";

interface Entry extends QuickPickItem {
  readonly command: string;
}

/** What the item in the status bar leads to. */
export async function menu(): Promise<void> {
  const chosen = await window.showQuickPick(entries(), { placeHolder: "gxlint" });
  if (chosen !== undefined) {
    await commands.executeCommand(chosen.command);
  }
}

function entries(): Entry[] {
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
  return { label: `$(${icon}) ${say(zh, en)}`, command };
}
