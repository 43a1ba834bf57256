import {
  type Disposable,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import { LANGUAGE } from "./interest.js";
import { verdict } from "./server/asking.js";
import type { Server } from "./server/lifecycle.js";
import { gravity, label, lines } from "./verdict.js";
import { say } from "./words.js";

const PAUSE = 150;

/** How the document in front has come off, below. */
export function statusBar(server: Server, menu: string): Disposable[] {
  const item = window.createStatusBarItem("gxlint.verdict", StatusBarAlignment.Left, 50);
  item.name = "gxlint";
  item.command = menu;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const show = (text: string, tooltip: string[], weight: "error" | "warning" | "none"): void => {
    item.text = text;
    item.tooltip = new MarkdownString(tooltip.map(plain).join("\n\n"));
    item.backgroundColor =
      weight === "none" ? undefined : new ThemeColor(`statusBarItem.${weight}Background`);
    item.show();
  };
  const update = async (editor: TextEditor | undefined): Promise<void> => {
    const turn = ++asked;
    const status = server.status;
    const ours = editor?.document.languageId === LANGUAGE;
    if (editor === undefined || (status.kind !== "running" && !ours)) {
      item.hide();
    } else if (status.kind === "failed") {
      show(say("$(error) gxlint 未运行", "$(error) gxlint is not running"), [status.why], "error");
    } else if (status.kind !== "running") {
      show("$(loading~spin) gxlint", [say("正在启动", "starting")], "none");
    } else {
      const found = await verdict(server, editor.document.uri);
      if (turn === asked) {
        if (found !== null) {
          show(label(found), lines(found), gravity(found));
        } else {
          item.hide();
        }
      }
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(window.activeTextEditor), PAUSE);
  };
  soon();
  return [
    item,
    server.onDidChange(soon),
    window.onDidChangeActiveTextEditor(soon),
    languages.onDidChangeDiagnostics(soon),
    // What is being typed is not shown, so the verdict may change though the diagnostics do not.
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) {
        soon();
      }
    }),
    { dispose: () => clearTimeout(timer) },
  ];
}

/** Names come from documents: nothing in them is markup. */
function plain(line: string): string {
  return line.replace(/[\\`*_{}[\]()#+\-.!|<>~$]/g, "\\$&");
}
