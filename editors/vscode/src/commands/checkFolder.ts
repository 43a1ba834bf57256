import { commands, ProgressLocation, window } from "vscode";
import { CHECK_WORKSPACE } from "../server/executing.js";
import type { Severity } from "../verdict.js";
import { say } from "../words.js";
import { executed, type Tools } from "./tools.js";

type Found = Readonly<Record<Severity, number>>;

/** Checks the reports of the folders that nobody has open, too. The server says what it came to; the list shows it. */
export async function checkFolder(tools: Tools): Promise<void> {
  const title = say("正在检查文件夹里的报告", "Checking the reports of the folder");
  const found = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    executed<Found>(tools, CHECK_WORKSPACE),
  );
  if (found.error + found.warning + found.info > 0) {
    await commands.executeCommand("workbench.actions.view.problems");
  }
}
