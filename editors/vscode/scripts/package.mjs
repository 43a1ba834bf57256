// Makes the VSIX. Without --target one that uses the gxlint of the computer; with it one that brings gxlint along:
//   npm run package -- --target win32-x64
// The same files give the same VSIX: all times are those of SOURCE_DATE_EPOCH, or else of the beginning of 2021.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { target: { type: "string" }, out: { type: "string" }, python: { type: "string" } },
});
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const out = values.out ?? `gxlint-${values.target ? `${values.target}-` : ""}${version}.vsix`;
const env = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? "1609459200" };
const run = (command, ...args) => execFileSync(command, args, { stdio: "inherit", env });

rmSync("dist", { recursive: true, force: true });
rmSync("bundled/wheels", { recursive: true, force: true });
run(process.execPath, "scripts/build.mjs", "--production");
if (values.target) {
  const local = process.platform === "win32" ? "python" : "python3";
  run(values.python ?? process.env.PYTHON ?? local, "scripts/bundle.py", values.target, "bundled/wheels");
}
try {
  const target = values.target ? ["--target", values.target] : [];
  const options = ["--no-dependencies", "--allow-missing-repository", "--out", out];
  run(process.execPath, "node_modules/@vscode/vsce/vsce", "package", ...target, ...options);
} finally {
  if (existsSync("bundled/wheels")) {
    rmSync("bundled/wheels", { recursive: true });
  }
}
