import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts, MOST, type Store, titleOf } from "../src/keeping/drafts.js";

class Memory implements Store {
  readonly values = new Map<string, string>();
  constructor(private readonly room = Number.POSITIVE_INFINITY) {}
  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const others = [...this.values]
      .filter(([name]) => name !== key)
      .reduce((sum, [, text]) => sum + text.length, 0);
    if (others + value.length > this.room) {
      throw new Error("QuotaExceededError");
    }
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
}

/** A clock that goes on with each look. */
function clock(): () => number {
  let now = 0;
  return () => ++now;
}

test("what was kept is found, the latest first", () => {
  const drafts = new Drafts(new Memory(), clock());
  drafts.keep("a", "一", "甲.txt");
  drafts.keep("b", "二𠮷\r\n", "");
  drafts.keep("a", "三", "甲.txt");
  assert.deepEqual(
    drafts.all().map(({ id, text, name }) => [id, text, name]),
    [
      ["a", "三", "甲.txt"],
      ["b", "二𠮷\r\n", ""],
    ],
  );
});

test("an empty text is not kept", () => {
  const drafts = new Drafts(new Memory(), clock());
  drafts.keep("a", "一", "");
  drafts.keep("a", " \n", "");
  assert.deepEqual(drafts.all(), []);
});

test("what others have put into the store is left alone", () => {
  const store = new Memory();
  store.setItem("gxlint.choices", "{}");
  store.setItem("gxlint.draft.x", "no JSON");
  store.setItem("gxlint.draft.y", '{"text": 1}');
  assert.deepEqual(new Drafts(store, clock()).all(), []);
  assert.equal(store.length, 3);
});

test("the oldest go when there are too many", () => {
  const drafts = new Drafts(new Memory(), clock());
  for (let n = 0; n < MOST + 3; n += 1) {
    drafts.keep(`n${n}`, "文", "");
  }
  assert.equal(drafts.all().length, MOST);
  assert.equal(drafts.get("n2"), undefined);
  assert.notEqual(drafts.get(`n${MOST + 2}`), undefined);
});

test("the oldest make room; the text at hand is never dropped", () => {
  const drafts = new Drafts(new Memory(500), clock());
  drafts.keep("old", "旧".repeat(200), "");
  assert.equal(drafts.keep("new", "新".repeat(300), ""), true);
  assert.equal(drafts.get("old"), undefined);
  assert.equal(drafts.keep("new", "新".repeat(900), ""), false);
  assert.equal(drafts.get("new")?.text, "新".repeat(300));
});

test("a text is known by its first line", () => {
  assert.equal(titleOf("\n# **云泽县2024年度报告**\n一"), "云泽县2024年度报告");
  assert.equal(titleOf(""), "");
});
