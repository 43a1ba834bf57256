// Bundles the extension and the page of its preview. `--production` leaves the source maps out.
import { copyFileSync } from "node:fs";
import { build } from "esbuild";

const production = process.argv.includes("--production");
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
};

await Promise.all([
  build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    mainFields: ["module", "main"],
  }),
  build({
    ...common,
    entryPoints: ["webview/preview.ts", "webview/preview.css"],
    outdir: "dist",
    platform: "browser",
    format: "iife",
    target: "es2022",
  }),
]);
copyFileSync("../../LICENSE", "LICENSE");
