// What is generated and checked in has to be what the sources would make today.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");

function stale(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...args, "--check"], { cwd: root, encoding: "utf8" });
  return stdout + stderr;
}

test("the tables of README and docs/rules.md and the settings say what the rules say", () => {
  assert.equal(stale("--import", "./test/register.mjs", "scripts/generate-docs.mjs"), "");
});
