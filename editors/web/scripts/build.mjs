// Builds the page into gxlint/web/assets: the editor, its worker, its words in Chinese, and the licences of what is inside.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const out = "../../gxlint/web/assets";
const monaco = "node_modules/monaco-editor";
const common = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  target: "es2022",
  alias: { "monaco-lsp-client": `./${monaco}/esm/external/monaco-lsp-client/out/index.js` },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  ...common,
  entryPoints: { main: "src/main.ts" },
  outdir: out,
  format: "esm",
  loader: { ".ttf": "file" },
  assetNames: "[name]",
});
await build({
  ...common,
  entryPoints: {
    "editor.worker": `${monaco}/esm/vs/editor/editor.worker.js`,
    zh: `${monaco}/esm/vs/nls/lang/zh-cn.js`,
  },
  outdir: out,
  format: "iife",
});
copyFileSync("../vscode/media/icon.svg", `${out}/icon.svg`);
copyFileSync(`${monaco}/LICENSE`, `${out}/monaco-LICENSE.txt`);
copyFileSync(`${monaco}/ThirdPartyNotices.txt`, `${out}/monaco-ThirdPartyNotices.txt`);
