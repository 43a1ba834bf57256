import { commands, type ExtensionContext, type TextDocument, window, workspace } from "vscode";
import { register } from "./commands/index.js";
import { complaint } from "./complaint.js";
import { calls } from "./interest.js";
import { PreviewPanel } from "./preview/panel.js";
import { Server } from "./server/lifecycle.js";
import { whenPythonChanges } from "./server/pythonExtension.js";
import { NEED_RESTART, settings } from "./settings.js";
import { statusBar } from "./statusBar.js";
import { speak } from "./words.js";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  speak(settings().lang);
  const log = window.createOutputChannel("gxlint", { log: true });
  const made = new Server(context, log, complaint(log));
  server = made;
  const panel = new PreviewPanel(context, made);
  const restartIfUsed = (): void => {
    if (made.status.kind !== "off") {
      void made.restart();
    }
  };
  const startFor = (document: TextDocument): void => {
    const { languageId, uri } = document;
    if (calls(languageId, uri.scheme, () => document.getText(), settings(uri).detect)) {
      void made.start();
    }
  };
  context.subscriptions.push(
    log,
    made,
    panel,
    ...register({ context, server: made, panel, log }),
    ...statusBar(made, "gxlint.menu"),
    made.onDidChange(({ kind }) =>
      commands.executeCommand("setContext", "gxlint.running", kind === "running"),
    ),
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidSaveTextDocument(startFor),
    workspace.onDidGrantWorkspaceTrust(restartIfUsed),
    workspace.onDidChangeConfiguration((event) => {
      speak(settings().lang);
      if (NEED_RESTART.some((name) => event.affectsConfiguration(name))) {
        restartIfUsed();
      }
    }),
  );
  workspace.textDocuments.forEach(startFor);
  const listening = await whenPythonChanges(restartIfUsed);
  if (listening !== undefined) {
    context.subscriptions.push(listening);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
