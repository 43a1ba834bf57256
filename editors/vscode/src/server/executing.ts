import { ExecuteCommandRequest } from "vscode-languageclient/node";
import type { Server } from "./lifecycle.js";

/** The server's own commands, which the client registers with VS Code under these names. */
export const CHECK_WORKSPACE = "gxlint.checkWorkspace";
export const OPEN_RULE = "gxlint.openRule";
export const RECOMPUTE_TOTALS = "gxlint.recomputeTotals";

/** Have the server execute a command; undefined where it does not run. Fails where the server refuses. */
export async function execute<T>(
  server: Server,
  command: string,
  ...words: string[]
): Promise<T | undefined> {
  return await server.client?.sendRequest<T>(ExecuteCommandRequest.method, { command, arguments: words });
}
