// What people mistype, and what files they have lying about: one sentence each, and the other files are checked all the same.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { pod, right, wrong } from "../protocol/manifests.ts";
import { cliPath, lines, temporaryFolder } from "./run.ts";

const folder = temporaryFolder({ after }, { "right.yaml": right, "wrong.yaml": wrong });
const check = (...args: string[]) => folder.run(["check", ...args]);

/** One sentence that matches, exit 2; the findings of wrong.yaml come all the same. */
function skips(name: string, sentence: RegExp): void {
  const { code, out, err } = check(name, "wrong.yaml");
  assert.equal(code, 2);
  assert.equal(lines(err).length, 1, err);
  assert.match(err, sentence);
  assert.match(out, /wrong\.yaml:12:27 {2}error/);
}

test("a missing path", () => skips("missing.yaml", /^missing\.yaml: there is no such file or folder\.$/m));
test("an empty path", () => skips("", /no such file or folder/));
test("a file as a folder", () => skips("right.yaml/x", /no such file or folder/));

test("a file and a folder that one may not read", (t) => {
  const own = temporaryFolder(t, { "wrong.yaml": wrong, "secret.yaml": right, "closed/right.yaml": right });
  chmodSync(own.path, 0o755);
  chmodSync(join(own.path, "secret.yaml"), 0);
  chmodSync(join(own.path, "closed"), 0);
  // Root may read everything, so it asks as nobody. Windows has no such permissions: there all three are read.
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const { code, out, err } = own.run(["check"], nobody);
  // Else it could not be cleared away.
  chmodSync(join(own.path, "closed"), 0o755);
  const denied = process.platform === "win32" ? 0 : 2;
  assert.equal(
    lines(err).filter((line) => /(?:secret\.yaml|closed) cannot be read: permission denied\.$/.test(line)).length,
    denied,
  );
  assert.equal(code, denied === 0 ? 1 : 2);
  assert.match(out, /wrong\.yaml:12:27/);
});

test("a link that leads in a circle", (t) => {
  const own = temporaryFolder(t, { "wrong.yaml": wrong });
  symlinkSync("circle.yaml", join(own.path, "circle.yaml"));
  const { code, out, err } = own.run(["check", "circle.yaml", "wrong.yaml"]);
  assert.equal(code, 2);
  assert.match(err, /^circle\.yaml cannot be read: /);
  assert.equal(lines(err).length, 1);
  assert.match(out, /wrong\.yaml:12:27/);
});

test("a binary file", () => {
  folder.write(
    "binary.yaml",
    Uint8Array.from({ length: 5000 }, (_, index) => index % 256),
  );
  skips("binary.yaml", /^binary\.yaml: This file is not text/);
});

test("a file of 20 MB", () => {
  folder.write("huge.yaml", `${right}${"# padding\n".repeat(2_000_000)}`);
  skips("huge.yaml", /^huge\.yaml: This file has over 5 MB/);
});

test("bytes that are no UTF-8", () => {
  folder.write("latin1.yaml", Buffer.from(right.replace("web", "wéb"), "latin1"));
  skips("latin1.yaml", /^latin1\.yaml is not UTF-8 text/);
});

test("an input without end", { skip: process.platform === "win32" ? "there is no /dev/zero" : false }, () =>
  skips("/dev/zero", /over 5 MB/),
);

test("a bomb of aliases is a finding, as kubectl refuses it", () => {
  const bomb = [
    "apiVersion: v1\nkind: Pod\na0: &a0 [x, x, x, x, x, x, x, x, x]",
    ...Array.from(
      { length: 9 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`,
    ),
  ].join("\n");
  folder.write("bomb.yaml", bomb);
  const { code, out, err } = check("bomb.yaml", "wrong.yaml");
  assert.deepEqual({ code, err }, { code: 1, err: "" });
  assert.match(out, /^bomb\.yaml.*\[yaml-syntax\]$/m);
  assert.match(out, /wrong\.yaml:12:27/);
});

test("10,000 levels of nesting", () => {
  for (const [name, text, severity] of [
    ["open.yaml", `apiVersion: v1\nkind: Pod\nspec: ${"[".repeat(10_000)}`, "error"],
    ["deeper.yaml", `apiVersion: v1\nkind: Pod\nspec: ${"[".repeat(10_001)}${"]".repeat(10_001)}\n`, "error"],
    ["closed.yaml", `apiVersion: v1\nkind: Pod\nspec: ${"[".repeat(9_000)}${"]".repeat(9_000)}\n`, "warning"],
    [
      "block.yaml",
      `apiVersion: v1\nkind: Pod\nspec: \n${Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i + 1)}a:\n`).join("")}`,
      "warning",
    ],
    ["json.json", `{"apiVersion": "v1", "kind": "Pod", "spec": ${"[".repeat(9_000)}${"]".repeat(9_000)}}`, "warning"],
  ] as const) {
    folder.write(name, text);
    const { out, err } = check(name, "wrong.yaml");
    assert.equal(err, "");
    assert.match(out, new RegExp(`^${name}.*  ${severity}  .*\\[yaml-syntax\\]$`, "m"));
    assert.match(out, /wrong\.yaml:12:27/);
  }
});

test("links in a circle, links to nowhere, and two links to one folder", (t) => {
  const own = temporaryFolder(t, { "a/wrong.yaml": wrong });
  symlinkSync("..", join(own.path, "a/up"));
  symlinkSync("a", join(own.path, "b"));
  symlinkSync("nowhere.yaml", join(own.path, "a/lock.yaml"));
  const { code, out, err } = own.run(["check"]);
  assert.deepEqual({ code, err }, { code: 1, err: "" });
  assert.match(out, /Files checked: 1\./);
});

test("a folder named like a manifest is a folder", (t) => {
  const own = temporaryFolder(t, {});
  mkdirSync(join(own.path, "pods.yaml"));
  assert.equal(own.run(["check", "pods.yaml"]).code, 0);
});

const usageMistakes: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
  [["check", "--fromat", "json"], /^There is no option --fromat\. Did you mean --format\?$/],
  [["check", "-x"], /^There is no option -x\.$/],
  [["check", "--format", "xml"], /--format.*“xml”/],
  [["check", "--format"], /^--format needs a value\.$/],
  [["check", "--format", "--rule", "a=b"], /^--format needs a value\.$/],
  [["check", "--kubernetes-version", "1.99"], /1\.99/],
  [["check", "--kubernetes-version", "latest"], /latest/],
  [["check", "--rule", "no-such-rule=error"], /no-such-rule/],
  [["check", "--rule", "success-threshold-not-one=fatal"], /fatal/],
  [["check", "--rule", "success-threshold-not-one"], /ID=SEVERITY/],
  [["check", "--max-warnings", "many"], /many/],
  [["check", "--max-warnings", "-1"], /--max-warnings/],
  [["check", "--max-warnings", "1.5"], /1\.5/],
  [["check", "--locale", "fr"], /fr/],
  [["server"], /--stdio/],
  [["server", "--port", "1"], /--stdio/],
];
for (const [args, sentence] of usageMistakes) {
  test(`usage: ${args.join(" ")}`, () => {
    const { code, out, err } = folder.run(args);
    assert.deepEqual({ code, out }, { code: 2, out: "" });
    assert.equal(lines(err).length, 1, err);
    assert.match(lines(err)[0] ?? "", sentence);
  });
}

test("without a command, or with one that there is not, it says how it is used", () => {
  for (const args of [[], ["chekc"], ["toString"]]) {
    const { code, out, err } = folder.run(args);
    assert.deepEqual({ code, out }, { code: 2, out: "" });
    assert.match(err, /pod-lifecycle check \[PATH…\]/);
  }
  assert.match(folder.run(["chekc"]).err, /“chekc”/);
  for (const args of [["--help"], ["-h"], ["help"], ["check", "--help"]]) {
    const { code, out, err } = folder.run(args);
    assert.deepEqual({ code, err }, { code: 0, err: "" });
    assert.match(out, /pod-lifecycle check \[PATH…\]/);
  }
});

test("a reader that stops reading, as head does, is no error", async () => {
  folder.write("many.yaml", Array.from({ length: 4000 }, (_, index) => pod(2, `web-${index}`)).join("---\n"));
  const child = spawn(process.execPath, [cliPath, "check", "many.yaml", "many.yaml", "wrong.yaml"], {
    cwd: folder.path,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  const exited = once(child, "close");
  const [first] = await once(createInterface({ input: child.stdout }), "line");
  child.stdout.destroy();
  const [code, signal] = await exited;
  assert.match(String(first), /^many\.yaml:/);
  assert.deepEqual({ code, signal, err }, { code: 1, signal: null, err: "" });
});
