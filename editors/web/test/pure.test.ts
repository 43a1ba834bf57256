import assert from "node:assert/strict";
import { test } from "node:test";
import { speak } from "../../common/words.js";
import { editsFor, monacoRange } from "../src/edits.js";
import { base64, bytesOf, fileName } from "../src/files.js";
import { asSettings } from "../src/keeping/choices.js";
import { severityName, sorted } from "../src/panes/problems.js";
import { told } from "../src/standing.js";

const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character: character + 1 },
});

test("Monaco counts from 1", () => {
  assert.deepEqual(monacoRange(at(34, 49)), {
    startLineNumber: 35,
    startColumn: 50,
    endLineNumber: 35,
    endColumn: 51,
  });
});

test("edits for another state of the text are not applied", () => {
  const edits = [{ range: at(0, 0), newText: "一" }];
  const change = (version: number | null) => ({
    documentChanges: [{ textDocument: { uri: "u", version }, edits }],
  });
  assert.deepEqual(editsFor(change(3), "u", 3), edits);
  assert.deepEqual(editsFor(change(null), "u", 3), edits);
  assert.deepEqual(editsFor(change(2), "u", 3), []);
  assert.deepEqual(editsFor(change(3), "other", 3), []);
  assert.deepEqual(editsFor({ changes: { u: edits } }, "u", 3), edits);
});

test("bytes there and back", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, n) => n % 256);
  assert.deepEqual(bytesOf(base64(bytes)), bytes);
});

test("names of files", () => {
  assert.equal(fileName("旧报告.gxr.md", "", ".docx"), "旧报告.docx");
  assert.equal(fileName("", "云泽县2024年度报告", ".gxr.md"), "云泽县2024年度报告.gxr.md");
  assert.equal(fileName("", "", ".gxr.md"), "年度报告.gxr.md");
  assert.equal(fileName("", '甲/乙:"丙"\n', ".txt"), "甲 乙  丙.txt");
});

test("what is not chosen is not said", () => {
  assert.deepEqual(asSettings({ province: "", year: "" }), {});
  assert.deepEqual(asSettings({ province: "CN", year: "2024" }), { province: "CN", year: 2024 });
});

test("grave problems first, then as in the text", () => {
  const problems = [
    { range: at(9, 0), severity: 4, message: "d" },
    { range: at(5, 3), severity: 2, message: "c" },
    { range: at(5, 1), severity: 2, message: "b" },
    { range: at(7, 0), severity: 1, message: "a" },
  ] as const;
  assert.equal(
    sorted(problems)
      .map(({ message }) => message)
      .join(""),
    "abcd",
  );
  assert.equal(severityName(problems[0]), "提示");
  speak("en");
  assert.equal(severityName(problems[3]), "error");
  speak("zh");
});

test("the standing", () => {
  assert.deepEqual(told("lost", null).slice(0, 2), ["没有检查", "incomplete"]);
  assert.equal(told("connected", null)[0], "还没有文字");
  const verdict = {
    version: 1,
    verdict: "fail",
    word: "未通过",
    kind: "report",
    counts: { error: 2, warning: 0, info: 0, hint: 0 },
    undecided: 0,
    year: 2024,
    organisation: "云泽县水务局",
    format: "2021",
    profile: null,
  } as const;
  assert.deepEqual(told("connected", verdict), [
    "未通过",
    "fail",
    ["云泽县水务局 · 2024 年度", "2 个错误", "只按国家规则核对"],
  ]);
});
