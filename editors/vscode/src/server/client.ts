import { type ChildProcess, spawn } from "node:child_process";
import { commands, type LogOutputChannel, Uri, workspace } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
} from "vscode-languageclient/node";
import { LANGUAGE, OTHER_LANGUAGES, SCHEMES } from "../interest.js";
import { settings } from "../settings.js";
import type { Found } from "./finder.js";
import { lastLine } from "./probe.js";

/** The client of a server process of its own. It shows nothing by itself: its owner does, once and with a way out. */
export class Client extends LanguageClient {
  /**
   * `ended` is called when the process is gone though nobody wished it, `said` with what it says beside the messages: a
   * Python that fails says there why, sometimes a moment after it has gone.
   */
  constructor(found: Found, log: LogOutputChannel, ended: () => void, said: (words: string) => void) {
    super("gxlint", "gxlint", () => spawned(found, said), options(log, ended));
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

async function spawned(found: Found, said: (words: string) => void): Promise<ChildProcess> {
  const { command, args } = found.launch;
  const { cwd, env } = found.where;
  const made = spawn(command, [...args, "server", "--lang", settings().lang], {
    cwd,
    env,
    windowsHide: true,
  });
  made.stderr.on("data", (data: Buffer) => {
    const words = lastLine(data.toString());
    if (words) {
      said(words);
    }
  });
  return made;
}

const RULE_PAGE = /\/gxlint-[^/]+\/[A-Z]{2,3}\d{3}\.md$/;

function options(log: LogOutputChannel, ended: () => void): LanguageClientOptions {
  return {
    documentSelector: SCHEMES.flatMap((scheme) =>
      [LANGUAGE, ...OTHER_LANGUAGES].map((language) => ({ scheme, language })),
    ),
    synchronize: { configurationSection: "gxlint" },
    initializationOptions: workspace.getConfiguration("gxlint"),
    initializationFailedHandler: () => false,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: { window: { showDocument } },
    diagnosticPullOptions: { onChange: true, onSave: true },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // Started anew by us and not by the client, so that gxlint is looked for again: it may have moved.
      closed: () => {
        ended();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}

/** The page of a rule, which the server writes as Markdown, is for reading. */
const showDocument: NonNullable<NonNullable<Middleware["window"]>["showDocument"]> = async (
  params,
  token,
  next,
) => {
  const uri = Uri.parse(params.uri);
  if (params.external || !RULE_PAGE.test(uri.path)) {
    return next(params, token);
  }
  await commands.executeCommand("markdown.showPreview", uri);
  return { success: true };
};
