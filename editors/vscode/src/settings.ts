import { homedir } from "node:os";
import { type ConfigurationScope, workspace } from "vscode";
import { expanded, type Source } from "./server/candidates.js";
import type { Lang } from "./words.js";

/** The settings that the extension itself looks at; the server asks for the others. */
export interface Settings {
  readonly lang: Lang;
  readonly detect: boolean;
  readonly command: readonly string[];
  readonly interpreter: string;
  readonly source: Source;
  readonly body: string;
  readonly province: string;
}

/** Those whose change needs another server process. */
export const NEED_RESTART = ["gxlint.command", "gxlint.interpreter", "gxlint.source"] as const;

export function settings(scope?: ConfigurationScope): Settings {
  const values = workspace.getConfiguration("gxlint", scope);
  const path = (text: string): string =>
    expanded(text, homedir(), workspace.workspaceFolders?.[0]?.uri.fsPath);
  return {
    lang: values.get<Lang>("lang", "zh"),
    detect: values.get("detect", true),
    command: values.get<string[]>("command", []).map(path),
    interpreter: path(values.get("interpreter", "")),
    source: values.get<Source>("source", "auto"),
    body: values.get("body", ""),
    province: values.get("province", ""),
  };
}
