// Lists into maps and maps into lists: nothing but dashes and indentation changes, and kubectl reads what was meant.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toJson } from "../../server/src/syntax/edits.ts";
import { pairsToItems, unwrapItems, wrapMap } from "../../server/src/syntax/lists.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import { nodeAt } from "../../server/src/syntax/path.ts";
import { applyEdits } from "../../server/src/text/span.ts";

function changed(text: string): string | undefined {
  const parsed = parseChunk(text);
  const node = parsed.root && nodeAt(parsed.root, ["a"]);
  const edits =
    node?.kind === "sequence" ? unwrapItems(parsed, node) : node?.kind === "map" ? wrapMap(parsed, node) : undefined;
  return edits && applyEdits(text, edits);
}

const cases: readonly [name: string, before: string, after: string | undefined][] = [
  ["one item", "a:\n  - b: 1\n    c: 2 # two\n", "a:\n    b: 1\n    c: 2 # two\n"],
  ["dashes in the key's column", "a:\n- b: 1\nd: 3\n", "a:\n  b: 1\nd: 3\n"],
  ["several items", "a:\n- b: 1\n# between\n- c: 2\n", "a:\n  b: 1\n# between\n  c: 2\n"],
  ["brackets", "a: [{b: 1}]\n", "a: {b: 1}\n"],
  ["several in brackets", "a: [{b: 1}, {c: 2}]\n", undefined],
  ["a key twice", "a:\n- b: 1\n- b: 2\n", undefined],
  ["items in different columns", "a:\n- b: 1\n-   c: 2\n", undefined],
  ["items that are no maps", "a:\n- b\n", undefined],
  ["an empty list", "a: []\n", undefined],
  [
    "a map",
    "a:\n  b: 1\n\n  # c\n  c: |\n    x\n     y\nd: 2\n",
    "a:\n  - b: 1\n\n    # c\n    c: |\n      x\n       y\nd: 2\n",
  ],
  ["a map with CRLF", "a:\r\n  b: 1\r\n  c: 2\r\n", "a:\r\n  - b: 1\r\n    c: 2\r\n"],
  ["a map in brackets", "a: {b: 1}\n", "a: [{b: 1}]\n"],
];

for (const [name, before, after] of cases) {
  test(name, () => {
    assert.equal(changed(before), after);
    if (after === undefined) return;
    const json = (text: string) => {
      const root = parseChunk(text).root;
      return root && toJson(root);
    };
    const [old, now] = [json(before), json(after)] as { a: unknown }[];
    const merged = (value: unknown) => (Array.isArray(value) ? Object.assign({}, ...value) : value);
    assert.deepEqual(merged(now?.a), merged(old?.a));
  });
}

const pairs: readonly [name: string, before: string, after: string | undefined][] = [
  [
    "pairs with comments",
    "a:\n  B: c # d\n  # e\n  F: 8080\n",
    'a:\n  - name: B\n    value: c # d\n  # e\n  - name: F\n    value: "8080"\n',
  ],
  ["no value", "a:\n  B:\n  C: ~\n", 'a:\n  - name: B\n    value: ""\n  - name: C\n    value: ""\n'],
  ["quotes and CRLF", "a:\r\n  'B': \"c\"\r\n", "a:\r\n  - name: 'B'\r\n    value: \"c\"\r\n"],
  ["a block of text", "a:\n  B: |\n    c\n", undefined],
  ["a map inside", "a:\n  B: {c: d}\n", undefined],
];

for (const [name, before, after] of pairs) {
  test(`pairs as items: ${name}`, () => {
    const parsed = parseChunk(before);
    const map = parsed.root && nodeAt(parsed.root, ["a"]);
    const edits = map?.kind === "map" ? pairsToItems(parsed, map) : undefined;
    assert.equal(edits && applyEdits(before, edits), after);
  });
}
