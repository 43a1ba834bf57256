import { execFile } from "node:child_process";
import type { Found } from "./finder.js";

const PATIENCE = 60_000;
const MOST = 16 * 1024 * 1024;

/** What a command came to. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Run gxlint with these words. Fails only where it cannot be started, or does not end. */
export function run(found: Found, words: readonly string[]): Promise<Ran> {
  const { launch, where } = found;
  const options = { cwd: where.cwd, env: where.env, timeout: PATIENCE, maxBuffer: MOST, windowsHide: true };
  return new Promise((resolve, reject) => {
    execFile(launch.command, [...launch.args, ...words], options, (error, out, err) => {
      if (error !== null && typeof error.code !== "number") {
        reject(error);
      } else {
        resolve({ out, err, code: typeof error?.code === "number" ? error.code : 0 });
      }
    });
  });
}
