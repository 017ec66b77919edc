// Chunks survive edits elsewhere, and an edited file is always the same as one read fresh.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ChunkedText, changeText, splitChunks } from "../../server/src/syntax/document.ts";
import { linesOf } from "../../server/src/text/lines.ts";

const seen = (file: ChunkedText) => file.chunks.map(({ content, ...place }) => ({ ...content, ...place }));

const pieces = fc.constantFrom(
  "---\n",
  "---",
  "--- # c\r\n",
  "\n",
  "\r\n",
  "\r",
  "-",
  "...\n",
  "kind: List\n",
  "items:\n",
  "- apiVersion: v1\n",
  "  kind: Pod\n",
  "  - a: 1\n",
  "# c\n",
  "a: |\n  x\n",
  "*a\n",
  "\uFEFF",
  " ",
  "",
  "--- x\n",
  "null\n",
);
const text = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(""));
const edit = fc.record({
  at: fc.nat(200),
  length: fc.nat(30),
  newText: fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join("")),
});

test("after any edits the chunks are those of the text read fresh", () => {
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      let file = splitChunks(start);
      for (const { at, length, newText } of edits) {
        const size = file.lines.text.length;
        const from = Math.min(at, size);
        file = changeText(file, { span: { start: from, end: Math.min(from + length, size) }, newText });
        assert.deepEqual(file.lines, linesOf(file.lines.text));
        assert.deepEqual(seen(file), seen(splitChunks(file.lines.text)));
        assert.equal(
          file.chunks.reduce((sum, each) => sum + each.content.text.length, 0) <= file.lines.text.length,
          true,
        );
      }
    }),
    { numRuns: 3000 },
  );
});

test("an edit in one document keeps all others", () => {
  const file = splitChunks("a: 1\n---\nb: 2\n---\nc: 3\n");
  const edited = changeText(file, { span: { start: 12, end: 13 }, newText: "222" });
  assert.equal(edited.chunks[0]?.content, file.chunks[0]?.content);
  assert.notEqual(edited.chunks[1]?.content, file.chunks[1]?.content);
  assert.equal(edited.chunks[2]?.content, file.chunks[2]?.content);
  assert.equal(edited.chunks[2]?.start, (file.chunks[2]?.start ?? 0) + 2);
});

test("the items of a List are chunks of their own", () => {
  const file = splitChunks(
    "apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  a: 1\n- kind: Pod\n  a: 2\nmetadata: {}\n",
  );
  assert.deepEqual(
    file.chunks.map((each) => [each.content.kind, each.prefix]),
    [
      ["document", []],
      ["item", ["items", 0]],
      ["item", ["items", 1]],
      ["document", []],
    ],
  );
});

test("a List with aliases stays whole, since they may reach from item to item", () => {
  assert.equal(splitChunks("kind: List\nitems:\n- &a {x: 1}\n- *a\n").chunks.length, 1);
});
