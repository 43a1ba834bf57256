import { execFile } from "node:child_process";
import type { Launch, Outcome, Problem } from "./launch.js";

/** A first start on a slow disk, with a virus scanner, takes its time. */
const PATIENCE = 30_000;
/** What bundled/start.py ends with where the Python is too old, or of a kind there are no wheels for. */
const TOO_OLD = 3;

/** How processes are started: never in the folder that is open, from where Python would import modules. */
export interface Where {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The environment for gxlint: UTF-8 everywhere, and nothing imported from the current folder. */
export function environmentOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PYTHONUTF8: "1", PYTHONSAFEPATH: "1", PYTHONUNBUFFERED: "1" };
}

/** Ask it for its version. */
export function probe(launch: Launch, where: Where, patience = PATIENCE): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: where.cwd, env: where.env, timeout: patience, windowsHide: true };
    execFile(launch.command, [...launch.args, "--version"], options, (error, stdout, stderr) => {
      const version = /^gxlint (\d\S*)/.exec(stdout)?.[1];
      if (error === null && version !== undefined) {
        resolve({ launch, version });
        return;
      }
      const detail = lastLine(stderr) || lastLine(stdout) || error?.message || "";
      resolve({ launch, problem: problemOf(error, stderr), detail });
    });
  });
}

type Failure = (Error & { code?: string | number | null; killed?: boolean }) | null;

export function problemOf(error: Failure, stderr: string): Problem {
  if (error?.code === "ENOENT" || error?.code === "EACCES" || error?.code === "ENOTDIR") {
    return "absent";
  }
  if (error?.killed) {
    return "slow";
  }
  if (error?.code === TOO_OLD) {
    return "old";
  }
  return /No module named '?gxlint/.test(stderr) ? "without" : "failed";
}

/** The last line that says something. */
export function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1)?.trim() ?? "";
}
