import type { Uri } from "vscode";
import type { Preview } from "../../../common/preview.js";
import type { Verdict } from "../verdict.js";
import type { Server } from "./lifecycle.js";

/** The requests of our own, besides those of LSP. */
export function verdict(server: Server, uri: Uri): Promise<Verdict | null> {
  return ask<Verdict>(server, "gxlint/verdict", uri);
}

export function preview(server: Server, uri: Uri): Promise<Preview | null> {
  return ask<Preview>(server, "gxlint/preview", uri);
}

/** Null where the server does not run, ends meanwhile, is too old to know it, or has nothing to say of the document. */
async function ask<T>(server: Server, method: string, uri: Uri): Promise<T | null> {
  const client = server.client;
  if (client === undefined) {
    return null;
  }
  try {
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    return await client.sendRequest<T | null>(method, { textDocument });
  } catch {
    return null;
  }
}
