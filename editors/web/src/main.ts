/** Where the page begins. */
import "./here.js";
import "./style.css";
import "monaco-editor/features/codicon/register.js";
import "monaco-editor/features/gotoLine/register.js";
import "monaco-editor/features/quickCommand/register.js";
import { App } from "./app.js";
import { followSystem, setUpLanguage, setUpThemes } from "./language.js";

Object.assign(self, { MonacoEnvironment: { getWorker: () => new Worker("/assets/editor.worker.js") } });
// The word that the address came with has done its work: it stays neither in sight nor among the pages visited.
history.replaceState(null, "", "/");
setUpLanguage();
setUpThemes();
followSystem();
// The editor's colours hold for the whole page.
document.body.classList.add("monaco-component");
void new App().start();
