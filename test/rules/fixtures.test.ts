// Every fixture says under its lines what must be found there: no more, no less. `x.fixed.yaml` is x.yaml after all preferred fixes.
// UPDATE=1 rewrites them; read the difference before you commit it.
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { applyPreferredFixes, checkText } from "../../server/src/workspace/check.ts";
import { annotate, stripAnnotations } from "./annotations.ts";

const folder = join(import.meta.dirname, "..", "fixtures");
const fixtures = globSync("**/*.{yaml,yml,json}", { cwd: folder })
  .filter((name) => !/\.fixed\./.test(name))
  .sort();
const update = process.env["UPDATE"] === "1" && process.env["CI"] === undefined;

function expectFile(path: string, actual: string): void {
  if (update) writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, "utf8"));
}

test("there are fixtures", () => assert.ok(fixtures.length > 0));

for (const name of fixtures) {
  test(name, () => {
    const path = join(folder, name);
    const text = stripAnnotations(readFileSync(path, "utf8"));
    expectFile(path, annotate(text, checkText(text)));
    const fixedPath = path.replace(/(\.\w+)$/, ".fixed$1");
    const fixed = applyPreferredFixes(text);
    if (fixed !== text || existsSync(fixedPath)) expectFile(fixedPath, annotate(fixed, checkText(fixed)));
  });
}
