import { commands, type LogOutputChannel, window } from "vscode";
import { say } from "./words.js";

/** Shows why the server does not run, with what can be done about it; the same thing once until it is put away. */
export function complaint(log: LogOutputChannel): (why: string) => void {
  const shown = new Set<string>();
  return (why) => {
    log.error(why);
    if (!shown.has(why)) {
      shown.add(why);
      void show(why, log).finally(() => shown.delete(why));
    }
  };
}

async function show(why: string, log: LogOutputChannel): Promise<void> {
  const restart = say("重新启动", "Restart");
  const configure = say("打开设置", "Open Settings");
  const read = say("查看日志", "Show Log");
  const chosen = await window.showErrorMessage(why, restart, configure, read);
  if (chosen === restart) {
    await commands.executeCommand("gxlint.restart");
  } else if (chosen === configure) {
    await commands.executeCommand("workbench.action.openSettings", "gxlint.interpreter gxlint.command");
  } else if (chosen === read) {
    log.show();
  }
}
