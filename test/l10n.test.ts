// Everything that users read exists in Chinese too, and reads as Chinese.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { differences } from "../scripts/l10n.mjs";
import { typographyMistakes } from "./chinese.ts";

const root = join(import.meta.dirname, "..");
const texts = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, string>;
/** Words that Chinese engineers leave in English, and texts without a word. */
const sameInBoth = /^(?:alpha|beta|[^a-z]*)$/;
const mistakesIn = (entries: Record<string, string>) =>
  Object.entries(entries).flatMap(([key, text]) =>
    sameInBoth.test(key) ? [] : typographyMistakes(text).map((mistake) => `${key}: ${mistake}`),
  );

test("the Chinese bundle has every text of the code, no others, and the same placeholders", () => {
  assert.deepEqual(differences(), { missing: [], unused: [], placeholders: [] });
});

test("the Chinese bundle reads as Chinese", () => {
  assert.deepEqual(mistakesIn(texts("l10n/bundle.l10n.zh-cn.json")), []);
});

test("package.nls.json and its Chinese have the same keys", () => {
  assert.deepEqual(Object.keys(texts("package.nls.zh-cn.json")), Object.keys(texts("package.nls.json")));
  assert.deepEqual(mistakesIn(texts("package.nls.zh-cn.json")), []);
});

test("package.json names only texts of package.nls.json, and all of them", () => {
  const used = [...readFileSync(join(root, "package.json"), "utf8").matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(texts("package.nls.json")).sort());
});

test("the typography check finds what it is for", () => {
  for (const wrong of [
    "Fix it",
    "端口,再试",
    "用exec或httpGet",
    "重启（2次）",
    "用 `exec`或 httpGet",
    "探针 ，失败",
    "容器(主)",
  ])
    assert.notDeepEqual(typographyMistakes(wrong), [], wrong);
  for (const right of ["将端口 {0} 命名为“{1}”", "“---”之前", "插入 apiVersion: {0}", "退出码 `137`，见 [Pod](x)。"])
    assert.deepEqual(typographyMistakes(right), [], right);
});
