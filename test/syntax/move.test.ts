// Moving pairs: the text before and after, character by character.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Destination, moveEntries } from "../../server/src/syntax/move.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import { nodeAt, type Path } from "../../server/src/syntax/path.ts";
import { applyEdits } from "../../server/src/text/span.ts";

interface Move {
  readonly from: Path;
  readonly keys: readonly string[];
  readonly to: Path;
  readonly below?: readonly string[];
  readonly name?: string;
}

function move(text: string, { from, keys, to, below = [], name }: Move): string | undefined {
  const parsed = parseChunk(text);
  assert.ok(parsed.root);
  const source = nodeAt(parsed.root, from);
  const map = nodeAt(parsed.root, to);
  assert.ok(source?.kind === "map" && map?.kind === "map");
  const moving = keys.map((key) => {
    const entry = source.fields.get(key);
    assert.ok(entry);
    return { entry, name: name ?? key };
  });
  const destination: Destination = { map, below };
  const edits = moveEntries(parsed, moving, source, destination);
  if (!edits) return undefined;
  const spans = edits.map((each) => each.span).sort((a, b) => a.start - b.start);
  for (const [index, span] of spans.entries())
    assert.ok(index === 0 || (spans[index - 1]?.end ?? 0) < span.start, "edits do not touch");
  return applyEdits(text, edits);
}

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;

const cases: Readonly<Record<string, readonly [before: string, move: Move, after: string]>> = {
  "comments above, beside and inside go along": [
    lines("a:", "  # above", "  b: # beside", "    # inside", "    c: 1 # one", "    # last", "  d: 2", "e:", "  f: 3"),
    { from: ["a"], keys: ["b"], to: ["e"] },
    lines("a:", "  d: 2", "e:", "  f: 3", "  # above", "  b: # beside", "    # inside", "    c: 1 # one", "    # last"),
  ],
  "comments of the neighbours stay": [
    lines("a:", "  b: 1 # one", "", "  # about d", "  d: 2", "# about e", "e:", "  f: 3"),
    { from: ["a"], keys: ["b"], to: ["e"] },
    lines("a:", "", "  # about d", "  d: 2", "# about e", "e:", "  f: 3", "  b: 1 # one"),
  ],
  "the last pair leaves {}": [
    lines("a:", "  b: 1", "e:", "  f: 3"),
    { from: ["a"], keys: ["b"], to: ["e"] },
    lines("a: {}", "e:", "  f: 3", "  b: 1"),
  ],
  "up, from the end of a text without a last break": [
    "a:\n  e: 1\n  b:\n  - 1",
    { from: ["a"], keys: ["b"], to: [] },
    "a:\n  e: 1\nb:\n- 1",
  ],
  "away from the end of a text without a last break": [
    "d:\n  e: 1\nb: 1",
    { from: [], keys: ["b"], to: ["d"] },
    "d:\n  e: 1\n  b: 1",
  ],
  "from behind a dash: the next key moves up": [
    lines("a:", "  - b: 1", "    # about e", "    e: 1"),
    { from: ["a", 0], keys: ["b"], to: [] },
    lines("a:", "  - # about e", "    e: 1", "b: 1"),
  ],
  "new parents behind a dash": [
    lines("a:", "  - b: 1", "    e: 1"),
    { from: ["a", 0], keys: ["b"], to: ["a", 0], below: ["x", "y"] },
    lines("a:", "  - x:", "      z:", "        b: 1", "    e: 1").replace("z:", '"y":'),
  ],
  "several, apart from each other, into one new map": [
    lines("a:", "  b: 1", "  keep: 2", "  c: 3 # three", "  last: 4"),
    { from: ["a"], keys: ["c", "b"], to: ["a"], below: ["x"] },
    lines("a:", "  x:", "    b: 1", "    c: 3 # three", "  keep: 2", "  last: 4"),
  ],
  "into an empty value, whose comment stays": [
    lines("b: 1", "d: null # why", "e: 2"),
    { from: [], keys: ["b"], to: [], below: ["d"] },
    lines("d: # why", "  b: 1", "e: 2"),
  ],
  "into {}": [
    lines("d: {}", "b: [1, 2] # two"),
    { from: [], keys: ["b"], to: [], below: ["d"] },
    lines("d:", "  b: [1, 2] # two"),
  ],
  "out of braces, with its quotes": [
    lines("a: {'b': 'x', c: 2}", "d:", "  e: 1"),
    { from: ["a"], keys: ["b"], to: ["d"] },
    lines("a: {c: 2}", "d:", "  e: 1", "  'b': 'x'"),
  ],
  "out of braces over lines, with the comments of its neighbours left": [
    lines("a: {", "  b: 1, # one", "  c: [2,", "    3]", "}"),
    { from: ["a"], keys: ["c"], to: [] },
    lines("a: {", "  b: 1, # one", "  ", "}", "c: [2,", "  3]"),
  ],
  "into braces: a block text becomes one line": [
    lines("b:", "  x: 'y'", "  z: |", "    text", "  w: a, b", "d: {e: 1}"),
    { from: [], keys: ["b"], to: ["d"] },
    lines('d: {e: 1, b: {x: \'y\', z: "text\\n", w: "a, b"}}'),
  ],
  "another name, in its own quotes": [
    lines('"b": 1', "d:", "  e: 1"),
    { from: [], keys: ["b"], to: ["d"], name: "c" },
    lines("d:", "  e: 1", "  c: 1"),
  ],
  "a text over several lines": [
    lines("b: |", "  one", "   two", "", "  three", "d:", "  e:", "    f: 1"),
    { from: [], keys: ["b"], to: ["d", "e"] },
    lines("d:", "  e:", "    f: 1", "    b: |", "      one", "       two", "", "      three"),
  ],
  "JSON, with its layout": [
    lines("{", '  "a": {', '    "x": 1', "  },", '  "b": {', '    "y": 2', "  }", "}"),
    { from: [], keys: ["b"], to: ["a"] },
    lines("{", '  "a": {', '    "x": 1,', '    "b": {', '      "y": 2', "    }", "  }", "}"),
  ],
  "an anchor that stays before its alias": [
    lines("b: &x 1", "d:", "  e: 1", "c: 2"),
    { from: [], keys: ["b"], to: ["d"] },
    lines("d:", "  e: 1", "  b: &x 1", "c: 2"),
  ],
};

for (const [name, [before, how, after]] of Object.entries(cases)) {
  test(name, () => assert.equal(move(before, how), after));
  test(`${name}, CRLF`, () =>
    assert.equal(move(before.replaceAll("\n", "\r\n"), how)?.replaceAll("\r\n", "\n"), after));
}

const refused: Readonly<Record<string, readonly [text: string, move: Move]>> = {
  "an anchor that others use": [lines("b: &x 1", "c: *x", "d:", "  e: 1"), { from: [], keys: ["b"], to: ["d"] }],
  "an alias that would stand before its anchor": [
    lines("d:", "  e: 1", "c: &x 1", "b: *x"),
    { from: [], keys: ["b"], to: ["d"] },
  ],
  "a comment that braces cannot hold": [lines("b:", "  c: 1 # one", "d: {e: 1}"), { from: [], keys: ["b"], to: ["d"] }],
  "what a merge brought here": [
    lines("x: &x {b: 1}", "a:", "  <<: *x", "d:", "  e: 1"),
    { from: ["a"], keys: ["b"], to: ["d"] },
  ],
  "a parent that holds something": [lines("b: 1", "d: text"), { from: [], keys: ["b"], to: [], below: ["d"] }],
};

for (const [name, [text, how]] of Object.entries(refused))
  test(`leaves alone: ${name}`, () => assert.equal(move(text, how), undefined));
