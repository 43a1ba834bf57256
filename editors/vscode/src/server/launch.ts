/** A way to start gxlint: what stands before its own words, as in `python -m gxlint` + `server`. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly origin: Origin;
}

/** Where it was found: named in the settings, in the Python environment, inside the extension, or on PATH. */
export type Origin = "setting" | "environment" | "bundled" | "path";

/** What a try came to. */
export type Outcome =
  | { readonly launch: Launch; readonly version: string }
  | { readonly launch: Launch; readonly problem: Problem; readonly detail: string };

/** Why it is not to be had that way. `old`: the Python is older than gxlint can do with. */
export type Problem = "absent" | "without" | "old" | "slow" | "failed";

/** Nothing that could be tried works. */
export class NotFoundError extends Error {
  constructor(readonly tried: readonly Outcome[]) {
    super("gxlint was not found");
  }
}

export function isUsable(outcome: Outcome): outcome is Extract<Outcome, { version: string }> {
  return "version" in outcome;
}

export function commandLine(launch: Launch): string {
  return [launch.command, ...launch.args].join(" ");
}
