// Makes the VSIX. Without --target one that uses the gxlint of the computer; with it one that brings gxlint along:
//   npm run package -- --target win32-x64
// The same files give the same VSIX, wherever they lie: all times are those of SOURCE_DATE_EPOCH, or else of the
// beginning of 2021, and rights are set on a copy, for those of the checkout depend on who made it.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { target: { type: "string" }, out: { type: "string" }, python: { type: "string" } },
});
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const out = resolve(values.out ?? `gxlint-${values.target ? `${values.target}-` : ""}${version}.vsix`);
const env = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? "1609459200" };
const vsce = resolve("node_modules/@vscode/vsce/vsce");
const run = (command, ...args) => execFileSync(command, args, { stdio: "inherit", env });

rmSync("dist", { recursive: true, force: true });
rmSync("bundled/wheels", { recursive: true, force: true });
run(process.execPath, "scripts/build.mjs", "--production");
if (values.target) {
  const local = process.platform === "win32" ? "python" : "python3";
  run(values.python ?? process.env.PYTHON ?? local, "scripts/bundle.py", values.target, "bundled/wheels");
}
const copy = mkdtempSync(join(tmpdir(), "gxlint-vsix-"));
try {
  for (const file of [...listed(), ".vscodeignore"]) {
    const to = join(copy, file);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
    chmodSync(to, 0o644);
  }
  // Thousands of files of packages that everybody can have need not be searched for secrets, which takes minutes.
  const target = values.target ? ["--target", values.target, "--allow-package-all-secrets"] : [];
  const options = ["--no-dependencies", "--allow-missing-repository", "--out", out];
  execFileSync(process.execPath, [vsce, "package", ...target, ...options], {
    stdio: "inherit",
    env,
    cwd: copy,
  });
} finally {
  rmSync(copy, { recursive: true, force: true });
  rmSync("bundled/wheels", { recursive: true, force: true });
}

/** The files that go into it. */
function listed() {
  const told = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], {
    encoding: "utf8",
    env,
    maxBuffer: 1 << 28,
  });
  return told.split(/\r?\n/).filter((line) => line !== "");
}
