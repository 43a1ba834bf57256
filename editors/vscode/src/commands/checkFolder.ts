import { commands, ProgressLocation, window } from "vscode";
import { CHECK_WORKSPACE } from "../server/executing.js";
import type { Severity } from "../verdict.js";
import { say } from "../words.js";
import { executed, type Tools } from "./tools.js";

type Found = Record<Severity | "reports", number> & { readonly complete: boolean };

/** Checks the reports of the folders that nobody has open, too, and shows what is wrong in the list of problems. */
export async function checkFolder(tools: Tools): Promise<void> {
  const title = say("正在检查文件夹里的报告", "Checking the reports of the folder");
  const found = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    executed<Found>(tools, CHECK_WORKSPACE),
  );
  const text = found.complete
    ? say(
        "没有打开的报告 {reports} 份:{error} 个错误、{warning} 个警告、{info} 个信息、{hint} 个提示。",
        "Reports that are not open: {reports}. Errors: {error}, warnings: {warning}, infos: {info}, hints: {hint}.",
        counts(found),
      )
    : say(
        "检查被中断,没有打开的报告查了 {reports} 份。",
        "The check was broken off after {reports} reports.",
        counts(found),
      );
  const show = say("查看问题", "Show Problems");
  if ((await window.showInformationMessage(text, show)) === show) {
    await commands.executeCommand("workbench.actions.view.problems");
  }
}

function counts({ reports, error, warning, info, hint }: Found): Record<string, number> {
  return { reports, error, warning, info, hint };
}
