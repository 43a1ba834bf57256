import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";

// Both are CommonJS; and the types of the one are written for a browser's WebAssembly.
const require = createRequire(import.meta.url);
const textmate = require("vscode-textmate") as typeof import("vscode-textmate");
const oniguruma = require("vscode-oniguruma") as typeof import("vscode-oniguruma");

const SCOPE = "text.gxreport";
let tokenize: (line: string) => [string, string][];

before(async () => {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(readFileSync("syntaxes/gxreport.tmLanguage.json", "utf8"), "grammar.json"),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  assert.ok(grammar);
  tokenize = (line) =>
    grammar
      .tokenizeLine(line, textmate.INITIAL)
      .tokens.map((token) => [
        line.slice(token.startIndex, token.endIndex).trim(),
        token.scopes.filter((scope) => scope !== SCOPE).at(-1) ?? "",
      ]);
});

function scoped(line: string, text: string): string {
  const found = tokenize(line).find(([token]) => token === text);
  assert.ok(found, `${text} is no token of ${line}: ${JSON.stringify(tokenize(line))}`);
  return found[1];
}

test("headings", () => {
  assert.equal(scoped("## 一、总体情况", "总体情况"), "entity.name.section.gxreport");
  assert.equal(scoped("(二)依申请公开", "依申请公开"), "entity.name.section.gxreport");
  assert.equal(scoped("(三)政府信息管理", "(三)"), "punctuation.definition.ordinal.gxreport");
  const title = "青岭镇人民政府2024年政府信息公开工作年度报告";
  assert.equal(scoped(`# ${title}`, title), "markup.heading.1.gxreport");
});

test("prose is no heading", () => {
  const prose = "一、今年以来,我局认真落实各项要求。";
  assert.ok(tokenize(prose).every(([, scope]) => !scope.includes("heading") && !scope.includes("section")));
});

test("rows of tables", () => {
  const row = "| (一)予以公开 | 28 | 1 | 0 | 30 |";
  assert.equal(scoped(row, "(一)予以公开"), "entity.name.tag.label.gxreport");
  assert.equal(scoped(row, "28"), "constant.numeric.gxreport");
  assert.equal(scoped("| (七)总计 | 10 |", "总计"), "markup.bold.total.gxreport");
  assert.equal(scoped("行政许可 | 1,042 |", "1,042"), "constant.numeric.gxreport");
  assert.equal(scoped("|---|---:|", "|---|---:|"), "punctuation.definition.table.gxreport");
});

test("what prose names", () => {
  const line =
    "根据《中华人民共和国政府信息公开条例》第五十条和国办公开办函〔2021〕30号,自2024年1月1日起收到申请12件,清理XX件。";
  assert.equal(scoped(line, "《中华人民共和国政府信息公开条例》"), "string.quoted.other.title.gxreport");
  assert.equal(scoped(line, "第五十条"), "variable.other.article.gxreport");
  assert.match(tokenize(line).find(([text]) => text.endsWith("30号"))?.[1] ?? "", /document-number/);
  assert.equal(scoped(line, "2024年1月1日"), "constant.numeric.date.gxreport");
  assert.equal(scoped(line, "12"), "constant.numeric.gxreport");
  assert.equal(scoped(line, "XX"), "invalid.illegal.placeholder.gxreport");
});

test("marks that accept a finding", () => {
  const mark = "<!-- gxlint: ignore CN305 因口径不同 -->";
  assert.equal(scoped(mark, "CN305"), "constant.other.rule.gxreport");
  assert.equal(scoped("<!-- 备注 -->", "备注"), "comment.block.gxreport");
});

test("full-width characters are as good", () => {
  assert.equal(scoped("\uff08二\uff09依申请公开", "依申请公开"), "entity.name.section.gxreport");
  assert.equal(scoped("| 行政许可 | \uff11\uff12 |", "\uff11\uff12"), "constant.numeric.gxreport");
  assert.equal(scoped("清理\uff38\uff38件", "\uff38\uff38"), "invalid.illegal.placeholder.gxreport");
  assert.equal(scoped("<!-- gxlint\uff1a ignore CN305 -->", "CN305"), "constant.other.rule.gxreport");
});

test("long lines take no time", () => {
  const begun = performance.now();
  tokenize("一".repeat(20_000));
  tokenize(`| ${"0 | ".repeat(5_000)}`);
  tokenize("-|".repeat(10_000));
  assert.ok(performance.now() - begun < 5_000);
});
