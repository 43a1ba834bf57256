import { commands, type LogOutputChannel, window } from "vscode";
import { remedies } from "./remedies.js";
import type { Cause } from "./server/explaining.js";

/** Shows why the server does not run, with what can be done about it; the same thing once until it is put away. */
export function complaint(log: LogOutputChannel): (why: string, cause: Cause) => void {
  const shown = new Set<string>();
  return (why, cause) => {
    log.error(why);
    if (!shown.has(why)) {
      shown.add(why);
      void show(why, cause).finally(() => shown.delete(why));
    }
  };
}

async function show(why: string, cause: Cause): Promise<void> {
  const chosen = await window.showErrorMessage(why, ...remedies(cause));
  if (chosen !== undefined) {
    await commands.executeCommand(chosen.command, ...chosen.words);
  }
}
