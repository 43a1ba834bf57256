import type { Launch, Origin } from "./launch.js";

/** What is known before anything is tried. */
export interface Surroundings {
  /** The settings `gxlint.command`, `gxlint.interpreter` and `gxlint.source`. */
  readonly command: readonly string[];
  readonly interpreter: string;
  readonly source: Source;
  /** The Python that is chosen in the Python extension, if there is one. */
  readonly environment: string | undefined;
  /** What starts the copy inside the extension, if there is one. */
  readonly bundled: string | undefined;
  readonly platform: NodeJS.Platform;
  /** Whether the folder is trusted: one that is not may bring its own Python. */
  readonly trusted: boolean;
}

export type Source = "auto" | "environment" | "bundled";

/**
 * The ways to start gxlint, the best one first.
 *
 * A command or interpreter that the user has named is the only one: if it does not work he has to hear of it, and not get
 * another gxlint in silence.
 */
export function candidates(about: Surroundings): Launch[] {
  const [command, ...args] = about.command;
  if (command) {
    return [{ command, args, origin: "setting" }];
  }
  if (about.interpreter) {
    const named = module(about.interpreter, "setting");
    return about.bundled ? [named, script(about.interpreter, about.bundled)] : [named];
  }
  const environment = about.trusted ? about.environment : undefined;
  const pythons = [...(environment ? [environment] : []), ...pythonsOf(about.platform)];
  const found: Launch[] = [];
  if (environment && about.source !== "bundled") {
    found.push(module(environment, "environment"));
  }
  if (about.bundled && about.source !== "environment") {
    for (const python of pythons) {
      found.push(script(python, about.bundled));
    }
  }
  if (about.source === "auto") {
    found.push({ command: "gxlint", args: [], origin: "path" });
    found.push(...pythonsOf(about.platform).map((python) => module(python, "path")));
  }
  return found;
}

/** As VS Code writes it elsewhere. */
const FOLDER = "$" + "{workspaceFolder}";

/** Paths in the settings may begin with `~` or name the folder that is open. */
export function expanded(path: string, home: string, folder: string | undefined): string {
  const inHome = path.replace(/^~(?=$|[\\/])/, () => home);
  return folder === undefined ? inHome : inHome.replaceAll(FOLDER, () => folder);
}

function pythonsOf(platform: NodeJS.Platform): string[] {
  // On Windows `python3` is mostly the stub that opens the shop; `py` is the launcher of python.org.
  return platform === "win32" ? ["py", "python"] : ["python3", "python"];
}

function module(python: string, origin: Origin): Launch {
  return { command: python, args: ["-m", "gxlint"], origin };
}

function script(python: string, path: string): Launch {
  return { command: python, args: [path], origin: "bundled" };
}
