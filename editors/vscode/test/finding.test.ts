import assert from "node:assert/strict";
import { test } from "node:test";
import { candidates, expanded, type Surroundings } from "../src/server/candidates.js";
import { account, explain } from "../src/server/explaining.js";
import { commandLine, type Launch, type Outcome, type Problem } from "../src/server/launch.js";
import { environmentOf, probe, problemOf } from "../src/server/probe.js";
import { speak } from "../src/words.js";

const NOTHING: Surroundings = {
  command: [],
  interpreter: "",
  source: "auto",
  environment: undefined,
  bundled: undefined,
  platform: "linux",
  trusted: true,
};
const NODE: Launch = { command: process.execPath, args: [], origin: "path" };
const WHERE = { cwd: process.cwd(), env: environmentOf(process.env) };

function lines(about: Partial<Surroundings>): string[] {
  return candidates({ ...NOTHING, ...about }).map(commandLine);
}

function node(script: string): Launch {
  return { ...NODE, args: ["-e", script, "--"] };
}

function failed(problem: Problem, detail = "", origin: Launch["origin"] = "path"): Outcome {
  return { launch: { command: "python3", args: ["-m", "gxlint"], origin }, problem, detail };
}

test("a command in the settings is the only one", () => {
  const about = {
    command: ["/a/gxlint", "--x"],
    interpreter: "/b/python",
    environment: "/c/python",
    bundled: "/d/start.py",
  };
  assert.deepEqual(lines(about), ["/a/gxlint --x"]);
});

test("an interpreter in the settings may run the copy inside the extension", () => {
  assert.deepEqual(lines({ interpreter: "/b/python" }), ["/b/python -m gxlint"]);
  assert.deepEqual(lines({ interpreter: "/b/python", bundled: "/d/start.py", environment: "/c/python" }), [
    "/b/python -m gxlint",
    "/b/python /d/start.py",
  ]);
});

test("the environment comes first, then the copy inside, then what is installed", () => {
  assert.deepEqual(lines({ environment: "/c/python", bundled: "/d/start.py" }), [
    "/c/python -m gxlint",
    "/c/python /d/start.py",
    "python3 /d/start.py",
    "python /d/start.py",
    "gxlint",
    "python3 -m gxlint",
    "python -m gxlint",
  ]);
});

test("one source alone can be asked for", () => {
  const about = { environment: "/c/python", bundled: "/d/start.py" };
  assert.deepEqual(lines({ ...about, source: "environment" }), ["/c/python -m gxlint"]);
  assert.deepEqual(lines({ ...about, source: "bundled", platform: "win32" }), [
    "/c/python /d/start.py",
    "py /d/start.py",
    "python /d/start.py",
  ]);
  assert.deepEqual(lines({ source: "environment" }), []);
});

test("a folder that is not trusted does not bring its Python", () => {
  assert.ok(!lines({ environment: "/folder/.venv/bin/python", trusted: false }).join().includes("/folder/"));
});

test("paths may begin with the home folder or name the folder that is open", () => {
  assert.equal(expanded("~/venv/bin/python", "/home/me", undefined), "/home/me/venv/bin/python");
  assert.equal(expanded("~me/python", "/home/me", undefined), "~me/python");
  assert.equal(expanded("$" + "{workspaceFolder}/.venv/bin/python", "/h", "/w/$&"), "/w/$&/.venv/bin/python");
});

test("what answers with its version works", async () => {
  const outcome = await probe(node("console.log('gxlint 1.2.3')"), WHERE);
  assert.equal("version" in outcome && outcome.version, "1.2.3");
});

test("what fails says why", async () => {
  const tries: [Launch, Problem][] = [
    [{ ...NODE, command: "/nowhere/gxlint" }, "absent"],
    [node("console.log('something else')"), "failed"],
    [node('console.error("/usr/bin/python3: No module named gxlint"); process.exit(1)'), "without"],
    [node("console.error('Python 3.9 (gxlint: 3.11, 3.12)'); process.exit(3)"), "old"],
  ];
  for (const [launch, problem] of tries) {
    const outcome = await probe(launch, WHERE);
    assert.equal("problem" in outcome && outcome.problem, problem);
  }
});

test("what does not answer is not waited for", async () => {
  const outcome = await probe(node("setInterval(() => {}, 1000)"), WHERE, 300);
  assert.equal("problem" in outcome && outcome.problem, "slow");
  assert.equal(problemOf(null, ""), "failed");
});

test("Python imports nothing from the current folder", () => {
  assert.equal(environmentOf({}).PYTHONSAFEPATH, "1");
});

test("every failure has a sentence that names the way out", () => {
  speak("zh");
  const sentences: [Outcome[], RegExp][] = [
    [[], /gxlint\.interpreter/],
    [[failed("absent", "", "setting")], /不存在.*gxlint\.command/],
    [[failed("without", "", "setting")], /gxlint\.interpreter 指定的 python3 里没有 gxlint.*pip install/],
    [[failed("absent"), failed("absent")], /没有找到 Python.*3\.11/],
    [[failed("absent"), failed("without")], /pip install gxlint/],
    [[failed("old", "Python 3.9 (gxlint: 3.11, 3.12)")], /自带.*Python 3\.9 \(gxlint: 3\.11/],
    [[failed("absent"), failed("failed", "ImportError: x")], /无法启动.*ImportError: x/],
    [[failed("slow")], /没有回答/],
  ];
  for (const [tried, wanted] of sentences) {
    assert.match(explain(tried), wanted);
  }
});

test("in English, too", () => {
  speak("en");
  assert.match(explain([failed("absent")]), /^No Python was found/);
  assert.deepEqual(account([failed("without")]), ["python3 -m gxlint: has no gxlint"]);
  speak("zh");
});
