import type { Cause } from "./server/explaining.js";
import { say } from "./words.js";

/** Something that can be done where the server does not run. */
export interface Remedy {
  readonly title: string;
  readonly icon: string;
  readonly command: string;
  readonly words: readonly string[];
}

/** What can be done, the most likely first. */
export function remedies(cause: Cause): Remedy[] {
  const restart = remedy("debug-restart", "重新启动", "Restart", "gxlint.restart");
  const configure = remedy(
    "gear",
    "打开设置",
    "Open Settings",
    "workbench.action.openSettings",
    "gxlint.interpreter gxlint.command",
  );
  const log = remedy("output", "查看日志", "Show Log", "gxlint.showLog");
  const copy = remedy("clippy", "复制诊断信息", "Copy Diagnosis", "gxlint.copyDoctor");
  switch (cause) {
    case "settings":
      return [configure, restart, log];
    case "installation":
      return [restart, configure, log];
    case "server":
      return [restart, log, copy];
  }
}

function remedy(icon: string, zh: string, en: string, command: string, ...words: string[]): Remedy {
  return { title: say(zh, en), icon, command, words };
}
