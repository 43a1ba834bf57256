import { type ExtensionContext, type LogOutputChannel, type TextEditor, window } from "vscode";
import type { PreviewPanel } from "../preview/panel.js";
import { execute } from "../server/executing.js";
import { explain } from "../server/explaining.js";
import { find } from "../server/finder.js";
import { NotFoundError } from "../server/launch.js";
import type { Server } from "../server/lifecycle.js";
import { type Ran, run } from "../server/running.js";
import { say } from "../words.js";

/** What commands work with. */
export interface Tools {
  readonly context: ExtensionContext;
  readonly server: Server;
  readonly panel: PreviewPanel;
  readonly log: LogOutputChannel;
}

/** Something the user has to hear; no mistake of ours. */
export class Told extends Error {}

/** Run gxlint, the same one that serves. */
export async function gxlint(tools: Tools, ...words: string[]): Promise<Ran> {
  const { status } = tools.server;
  try {
    return await run(status.kind === "running" ? status.found : await find(tools.context), words);
  } catch (error) {
    throw new Told(error instanceof NotFoundError ? explain(error.tried) : String(error));
  }
}

/** What gxlint printed; told to the user where it ended with an error. */
export async function printed(tools: Tools, ...words: string[]): Promise<string> {
  const ran = await gxlint(tools, ...words);
  if (ran.code !== 0) {
    throw new Told(ran.err.trim() || ran.out.trim());
  }
  return ran.out;
}

/** What a command of the server answers. */
export async function executed<T>(tools: Tools, command: string, ...words: string[]): Promise<T> {
  const { status } = tools.server;
  if (status.kind === "failed") {
    throw new Told(status.why);
  }
  await tools.server.start();
  const answer = await execute<T>(tools.server, command, ...words);
  if (answer === undefined) {
    throw new Told(say("gxlint 服务没有运行。", "The gxlint server does not run."));
  }
  return answer;
}

/** The text in front. */
export function editorInFront(): TextEditor {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    throw new Told(say("请先打开一份年度报告。", "Open an annual report first."));
  }
  return editor;
}
