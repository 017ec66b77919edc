// Red means refused: what the API server said of every case, held against our errors.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { compare } from "./compare.ts";

for (const name of ["given", "own"]) {
  const all = compare(join(import.meta.dirname, name));
  test(`${name}: no accepted object has an error`, () => {
    const wrong = all.filter(
      (each) => !each.refused && each.recorded.verdict !== "unknown-kind" && each.errors.length > 0,
    );
    assert.deepEqual(
      wrong.map(({ recorded, errors }) => `${recorded.file}: ${errors.map((each) => each.rule)}`),
      [],
    );
  });
  test(`${name}: every refused object has an error at each field that the server names`, () => {
    const wrong = all.filter((each) => each.refused && (each.errors.length === 0 || each.missed.length > 0));
    assert.deepEqual(
      wrong.map(({ recorded, missed }) => `${recorded.file}: ${missed.map((each) => each.field)}`),
      [],
    );
  });
}
