/** What the page can do besides, or unlike, what Monaco's client says of itself. */

type Tree = { [name: string]: unknown };

const MORE: Tree = {
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
  window: { showDocument: { support: true } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    // Monaco asks for diagnostics half a second after each key and cannot be told to ask again: they are sent to it.
    diagnostic: undefined,
  },
};

/** The parameters of `initialize`, as the page means them. */
export function introduced(params: unknown, folder: string, settings: unknown): unknown {
  const given = params as Tree;
  return {
    ...given,
    capabilities: merged((given.capabilities ?? {}) as Tree, MORE),
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: "web" }],
    initializationOptions: settings,
  };
}

function merged(tree: Tree, more: Tree): Tree {
  const made: Tree = { ...tree };
  for (const [name, value] of Object.entries(more)) {
    made[name] = isTree(value) && isTree(made[name]) ? merged(made[name], value) : value;
  }
  return made;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
