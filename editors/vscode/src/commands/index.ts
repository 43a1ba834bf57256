import { commands, type Disposable, window } from "vscode";
import { say } from "../words.js";
import { checkFolder } from "./checkFolder.js";
import { copyDoctor } from "./copyDoctor.js";
import { fixAll } from "./fixAll.js";
import { menu } from "./menu.js";
import { newReport } from "./newReport.js";
import { recompute } from "./recompute.js";
import { showRule } from "./showRule.js";
import { Told, type Tools } from "./tools.js";

type Command = (tools: Tools, ...given: unknown[]) => Promise<void> | void;

/** Every command of the extension. The server has names of its own, which the client registers. */
const COMMANDS: Readonly<Record<string, Command>> = {
  "gxlint.newReport": newReport,
  "gxlint.fixAll": fixAll,
  "gxlint.recompute": recompute,
  "gxlint.checkFolder": checkFolder,
  "gxlint.showRule": showRule,
  "gxlint.copyDoctor": copyDoctor,
  "gxlint.menu": menu,
  "gxlint.openPreview": ({ panel }) => {
    const editor = window.activeTextEditor;
    if (editor !== undefined) {
      panel.open(editor.document);
    }
  },
  "gxlint.restart": ({ server }) => server.restart(),
  "gxlint.showLog": ({ log }) => log.show(),
};

export function register(tools: Tools): Disposable[] {
  return Object.entries(COMMANDS).map(([name, command]) =>
    commands.registerCommand(name, async (...given: unknown[]) => {
      try {
        await command(tools, ...given);
      } catch (error) {
        complain(tools, error);
      }
    }),
  );
}

function complain(tools: Tools, error: unknown): void {
  if (error instanceof Told) {
    void window.showWarningMessage(error.message);
    return;
  }
  tools.log.error(error instanceof Error ? error : String(error));
  void window.showErrorMessage(
    say("gxlint 扩展出错,详情见日志:{error}", "The gxlint extension failed, see the log: {error}", {
      error: String(error),
    }),
  );
}
