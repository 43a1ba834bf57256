import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { type ExtensionContext, workspace } from "vscode";
import { settings } from "../settings.js";
import { candidates } from "./candidates.js";
import { isUsable, type Launch, NotFoundError, type Outcome } from "./launch.js";
import { environmentOf, probe, type Where } from "./probe.js";
import { chosenPython } from "./pythonExtension.js";

/** What works, and which version of gxlint that is. */
export interface Found {
  readonly launch: Launch;
  readonly version: string;
  readonly where: Where;
}

/** Look for gxlint. Throws NotFoundError with all that was tried. */
export async function find(context: ExtensionContext): Promise<Found> {
  const where = await surroundings(context);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const trusted = workspace.isTrusted;
  const bundled = context.asAbsolutePath("bundled/start.py");
  const tried: Outcome[] = [];
  for (const launch of candidates({
    ...settings(),
    environment: trusted ? await chosenPython(folder) : undefined,
    bundled: existsSync(context.asAbsolutePath("bundled/wheels")) ? bundled : undefined,
    platform: process.platform,
    trusted,
  })) {
    const outcome = await probe(launch, where);
    if (isUsable(outcome)) {
      return { launch, version: outcome.version, where };
    }
    tried.push(outcome);
  }
  throw new NotFoundError(tried);
}

async function surroundings(context: ExtensionContext): Promise<Where> {
  const cwd = context.globalStorageUri.fsPath;
  await mkdir(cwd, { recursive: true });
  return { cwd, env: environmentOf(process.env) };
}
