// Quantities against the API server's own reading: which texts it takes, and what it stores for each as memory (thousandths).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { milli, parseQuantity, roundUp } from "../../server/src/model/quantity.ts";

interface Recorded {
  readonly text: string;
  /** As the server writes it back; absent where it refuses the text. */
  readonly stored?: string;
}

const recorded = readFileSync(join(import.meta.dirname, "quantities.jsonl"), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Recorded);

test("quantities are read as the API server reads them", () => {
  const inMilli = (text: string) => {
    const quantity = parseQuantity(text);
    return quantity && roundUp(quantity.nano, milli);
  };
  assert.ok(recorded.length > 300);
  for (const { text, stored } of recorded)
    assert.equal(inMilli(text), stored === undefined ? undefined : inMilli(stored), JSON.stringify(text));
});

test("the suffix decides the format", () => {
  assert.deepEqual(
    ["1", "1k", "1Ki", "1e3"].map((text) => parseQuantity(text)?.format),
    ["decimal", "decimal", "binary", "exponent"],
  );
});
