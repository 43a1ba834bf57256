/** What the page asks the server, besides what Monaco's client does. */
import type { Preview } from "../../common/preview.js";
import type { RulePage } from "./panes/rule.js";
import { URI } from "./paper.js";
import type { CodeAction, Diagnostic, Range, TextEdit } from "./server/messages.js";
import type { Server } from "./server/server.js";
import type { Profile } from "./toolbar.js";

const FIX_ALL = "source.fixAll.gxlint";
const QUICK_FIX = "quickfix";
const textDocument = { uri: URI };

/** An answer, or why there is none. */
export type Told<T> = T | { readonly problem: string };

export function isProblem<T extends object>(answer: Told<T>): answer is { readonly problem: string } {
  return "problem" in answer;
}

export class Asking {
  constructor(private readonly server: Server) {}

  preview(): Promise<Preview | null> {
    return this.server.request("gxlint/preview", { textDocument });
  }

  profiles(): Promise<readonly Profile[] | null> {
    return this.server.request("gxlint/profiles", {});
  }

  blank(organisation: string, year: number | null): Promise<Told<{ readonly text: string }> | null> {
    return this.server.request("gxlint/blankReport", { organisation, year });
  }

  read(name: string, data: string): Promise<Told<{ text: string; name: string; notes: string[] }> | null> {
    return this.server.request("gxlint/readFile", { name, data });
  }

  write(name: string): Promise<Told<{ readonly data: string; readonly notes: string[] }> | null> {
    return this.server.request("gxlint/writeFile", { textDocument, name });
  }

  rule(code: string): Promise<RulePage | null> {
    return this.command("gxlint.openRule", code);
  }

  command<T>(command: string, ...args: unknown[]): Promise<T | null> {
    return this.server.request("workspace/executeCommand", { command, arguments: args });
  }

  tidied(): Promise<readonly TextEdit[] | null> {
    const options = { tabSize: 4, insertSpaces: true };
    return this.server.request("textDocument/formatting", { textDocument, options });
  }

  /** What can be done about a problem by an edit. */
  async fixes(problem: Diagnostic): Promise<readonly CodeAction[]> {
    const found = await this.actions(problem.range, QUICK_FIX, [problem]);
    return found.filter((action) => action.command === undefined);
  }

  /** The fix of all that is certain; nothing where that is nothing. */
  async fixAll(): Promise<CodeAction | undefined> {
    const start = { line: 0, character: 0 };
    return (await this.actions({ start, end: start }, FIX_ALL, []))[0];
  }

  /** An action with its edit. */
  async resolved(action: CodeAction): Promise<CodeAction> {
    return action.edit !== undefined
      ? action
      : ((await this.server.request("codeAction/resolve", action)) ?? action);
  }

  private async actions(
    range: Range,
    kind: string,
    diagnostics: readonly Diagnostic[],
  ): Promise<CodeAction[]> {
    const context = { diagnostics, only: [kind], triggerKind: 1 };
    return (await this.server.request("textDocument/codeAction", { textDocument, range, context })) ?? [];
  }
}
