// Every recorded answer of kubectl's own parser, one by one: hand-picked texts, and manifests broken at random.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { answersPath, difference, readAnswers } from "./yaml-answers.ts";

for (const path of [answersPath, join(import.meta.dirname, "fuzz-answers.jsonl")]) {
  test(path.slice(path.lastIndexOf("/") + 1), () => {
    const answers = readAnswers(path);
    assert.ok(answers.length > 300);
    assert.deepEqual(
      answers.flatMap((answer) => (difference(answer) === undefined ? [] : [answer.yaml])),
      [],
    );
  });
}
