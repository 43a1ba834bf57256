import { type Disposable, type Event, extensions, type Uri } from "vscode";

/** As much of the Python extension's interface as is used here. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    resolveEnvironment(path: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly uri?: Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

/** The Python extension, if it is installed and will have us. */
async function api(): Promise<PythonApi | undefined> {
  const extension = extensions.getExtension<PythonApi>("ms-python.python");
  if (extension === undefined) {
    return undefined;
  }
  try {
    const found = extension.isActive ? extension.exports : await extension.activate();
    return found?.environments === undefined ? undefined : found;
  } catch {
    return undefined; // it fails in its own way, and says so itself
  }
}

/** The interpreter that is chosen for a folder. */
export async function chosenPython(folder: Uri | undefined): Promise<string | undefined> {
  const python = await api();
  if (python === undefined) {
    return undefined;
  }
  try {
    const chosen = python.environments.getActiveEnvironmentPath(folder);
    return (await python.environments.resolveEnvironment(chosen))?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

/** Tell when another interpreter is chosen. */
export async function whenPythonChanges(act: () => void): Promise<Disposable | undefined> {
  return (await api())?.environments.onDidChangeActiveEnvironmentPath(() => act());
}
