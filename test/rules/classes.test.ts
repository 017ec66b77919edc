// Classes of texts against the API server's own answers, recorded for one field of each class (Kubernetes 1.36).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Length } from "../../server/src/rules/classes/expressions.ts";
import { isInClass } from "../../server/src/rules/classes/index.ts";

interface Answers {
  readonly class: string;
  /** The field that was asked. */
  readonly at: string;
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

const recorded = readFileSync(join(import.meta.dirname, "classes.jsonl"), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Answers);

test("classes are recorded", () => assert.ok(recorded.length > 30));

for (const { class: name, at, accepted, refused } of recorded) {
  test(`${name} takes what ${at} takes`, () => {
    assert.deepEqual(
      accepted.filter((text) => isInClass(name, text) !== true),
      [],
    );
    assert.deepEqual(
      refused.filter((text) => isInClass(name, text) !== false),
      [],
    );
  });
}

test("bytes are counted as UTF-8 has them", () => {
  for (const text of ["", "a", "é", "中", "😀", "aé中😀"])
    assert.equal(utf8Length(text), new TextEncoder().encode(text).length);
});
