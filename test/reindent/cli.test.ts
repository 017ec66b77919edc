// `pod-lifecycle reindent`: prints what was restored; says in one sentence why it cannot.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { flatten } from "./corpus.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "reindent-"));
after(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input: string | Uint8Array = "") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./test/register.mjs", "server/src/cli.ts", "reindent", ...args],
    { cwd: root, input, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  );
  return { status, stdout, stderr };
}

const whole = readFileSync(join(root, "examples/nginx-probes.yaml"), "utf8");

test("standard input, with and without -", () => {
  for (const args of [[], ["-"]]) assert.deepEqual(run(args, flatten(whole)), { status: 0, stdout: whole, stderr: "" });
});

test("a file, and one that needs nothing", () => {
  const path = join(folder, "flat.yaml");
  writeFileSync(path, flatten(whole));
  assert.deepEqual(run([path]), { status: 0, stdout: whole, stderr: "" });
  writeFileSync(path, whole);
  assert.deepEqual(run([path]), { status: 0, stdout: whole, stderr: "" });
});

const refused: readonly [string, readonly string[], string | Uint8Array, RegExp][] = [
  ["no such file", [join(folder, "none.yaml")], "", /none\.yaml: there is no such file/],
  ["a folder", [folder], "", /is a folder/],
  ["two files", ["a", "b"], "", /takes one file/],
  ["an unknown option", ["--fast"], "", /--fast/],
  ["nothing of ours", ["-"], "a: 1\n", /nothing to re-indent/],
  ["a line without a place", ["-"], "apiVersion: v1\nkind: Pod\nmetadata:\nCopy\nname: x\n", /Document 1 cannot be/],
  ["no UTF-8", ["-"], Uint8Array.of(0xff, 0x0a), /not UTF-8/],
];
for (const [name, args, input, sentence] of refused) {
  test(`exit 2 and one sentence: ${name}`, () => {
    const { status, stdout, stderr } = run(args, input);
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, sentence);
    assert.equal(stderr.trimEnd().split("\n").length, 1);
  });
}
