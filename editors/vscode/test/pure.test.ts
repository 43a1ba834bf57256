import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, pieces } from "../src/blanks.js";
import { calls } from "../src/interest.js";
import { replyOf } from "../src/preview/messages.js";
import { page } from "../src/preview/page.js";
import { Crashes } from "../src/server/crashes.js";
import { gravity, label, lines, type Verdict } from "../src/verdict.js";
import { say, speak } from "../src/words.js";

const FAILED: Verdict = {
  version: 1,
  verdict: "fail",
  word: "未通过",
  kind: "report",
  counts: { error: 2, warning: 1, info: 0, hint: 0 },
  undecided: 1,
  year: 2024,
  organisation: "云泽县水务局",
  format: "2021",
  profile: null,
};

test("both languages fill in their values", () => {
  assert.equal(say("{n} 处", "{n} places", { n: 3 }), "3 处");
  speak("en");
  assert.equal(say("{n} 处{x}", "{n} places{x}", { n: 3 }), "3 places{x}");
  speak("zh");
});

test("the verdict in the status bar", () => {
  assert.equal(label(FAILED), "$(error) 未通过 2");
  assert.equal(gravity(FAILED), "error");
  const clean = {
    ...FAILED,
    verdict: "pass",
    word: "通过",
    counts: { error: 0, warning: 0, info: 0, hint: 1 },
  } as const;
  assert.equal(label(clean), "$(pass) 通过");
  assert.equal(gravity(clean), "none");
  const blank = { ...clean, kind: "template", verdict: "incomplete", word: "空白样表" } as const;
  assert.equal(label(blank), "$(info) 空白样表");
  assert.equal(gravity(blank), "none");
});

test("all there is to say of it", () => {
  assert.deepEqual(lines(FAILED), [
    "校对结论:未通过",
    "云泽县水务局 · 2024 年度",
    "2 个错误、1 个警告",
    "1 条规则未能核对",
    "只按国家规则核对",
  ]);
  const provincial = { ...FAILED, profile: "甘肃省", undecided: 0, organisation: null, year: null };
  assert.ok(lines(provincial).includes("按国家规则和甘肃省的要求核对"));
});

test("a server that ends now and then is started again, one that ends at once is not", () => {
  const crashes = new Crashes();
  assert.deepEqual(
    [0, 1, 2, 3].map((second) => crashes.add(second * 1000)),
    [500, 1000, 2000, 4000],
  );
  assert.equal(crashes.add(4000), undefined);
  assert.equal(crashes.add(200_000), 500);
  crashes.add(200_001);
  crashes.forget();
  assert.equal(crashes.add(200_002), 500);
});

test("the server is started for reports only", () => {
  const never = () => assert.fail("not to be read");
  const report = () => "云泽县水务局2024年政府信息公开工作年度报告";
  assert.ok(calls("gxreport", "untitled", never, false));
  assert.ok(calls("markdown", "file", report, true));
  assert.ok(calls("plaintext", "file", () => "政府資訊公開", true));
  assert.ok(!calls("markdown", "file", () => "买菜", true));
  assert.ok(!calls("markdown", "file", never, false));
  assert.ok(!calls("python", "file", never, true));
  assert.ok(!calls("gxreport", "git", never, true));
});

test("the page of the preview runs one script and loads one sheet", () => {
  const made = page({
    source: "https://x",
    script: "https://x/a.js",
    style: "https://x/a.css",
    nonce: "abc",
  });
  assert.match(made, /default-src 'none'; style-src https:\/\/x; script-src 'nonce-abc'"/);
  assert.equal(made.match(/<script/g)?.length, 1);
  assert.ok(!made.includes("unsafe"));
});

test("the page may say two things only", () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } };
  assert.deepEqual(replyOf({ kind: "ready", more: 1 }), { kind: "ready" });
  assert.deepEqual(replyOf({ kind: "reveal", range }), { kind: "reveal", range });
  for (const wrong of [
    null,
    1,
    "ready",
    {},
    { kind: "reveal" },
    { kind: "reveal", range: { start: { line: "1" } } },
  ]) {
    assert.equal(replyOf(wrong), undefined);
  }
});

test("a blank form comes apart where something is to be filled in", () => {
  assert.deepEqual(pieces("一____件,$1}____"), [
    { text: "一", blank: false },
    { text: "____", blank: true },
    { text: "件,$1}", blank: false },
    { text: "____", blank: true },
  ]);
  assert.deepEqual(pieces("没有"), [{ text: "没有", blank: false }]);
  assert.equal(fileName("云泽县 / 财政局2025年:报告?"), "云泽县财政局2025年报告");
});
