// 2,000 random manifests and what the API server said of them: red where it refuses, at the field it names, and nowhere else.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Recorded } from "../compare.ts";
import { judged } from "./judged.ts";

const lines = readFileSync(join(import.meta.dirname, "sample.jsonl"), "utf8")
  .split("\n")
  .filter(Boolean);

test("the sample is whole", () => assert.equal(lines.length, 2_000));

test("our errors are the API server's", () => {
  const differing = lines.flatMap((line, index) => {
    const { text, recorded } = JSON.parse(line) as { text: string; recorded: Recorded[] };
    const { disagreements } = judged(text, recorded);
    return disagreements.map((each) => `line ${index + 1}: ${each.how} ${each.what}`);
  });
  assert.deepEqual(differing, []);
});
