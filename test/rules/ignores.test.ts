// What ignore comments reach beyond their own lines: other documents, items of a List, branches of templates, and what an edit leaves of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/text/span.ts";
import { checkText, withDefaults } from "../../server/src/workspace/check.ts";
import { editFile, type FileOptions, findingsOf, openFile, readChunk } from "../../server/src/workspace/file.ts";
import { ignoreHere } from "../../server/src/workspace/ignoreHere.ts";

const pod = (probe: string, head = ""): string =>
  `${head}apiVersion: v1
kind: Pod
metadata: {name: demo}
spec:
  containers:
    - name: web
      image: nginx:1.29
      livenessProbe:
        exec: {command: [echo]}
        ${probe}
`;
const zero = pod("timeoutSeconds: 0");
const rule = "probe-zero-is-default";
const asItem = (text: string): string => `- ${text.trimEnd().replaceAll("\n", "\n  ")}\n`;
const listOf = (...parts: string[]): string => `apiVersion: v1\nkind: List\nitems:\n${parts.join("")}`;

/** Each finding as its line, from 1, and its rule. */
const found = (text: string, options: Partial<FileOptions> = {}): string[] =>
  checkText(text, options).map((each) => `${text.slice(0, each.start).split("\n").length} ${each.rule}`);

test("the whole file: every document, wherever the comment stands", () => {
  const comment = `# pod-lifecycle-ignore-file ${rule}: read as defaults\n`;
  assert.deepEqual(found(`${zero}---\n${zero}`), [`10 ${rule}`, `21 ${rule}`]);
  for (const text of [`${comment}---\n${zero}---\n${zero}`, `${zero}---\n${zero}${comment}`, comment + zero])
    assert.deepEqual(found(text), []);
  assert.deepEqual(found(`${comment}---\n${pod("timeoutSeconds: 1")}`), ["1 unused-ignore"]);
});

test("the whole file: said of the comments too", () => {
  const text = `# pod-lifecycle-ignore-file unused-ignore\n${pod("timeoutSeconds: 1 # pod-lifecycle-ignore wrong-type")}`;
  assert.deepEqual(found(text), []);
});

test("a block ends with its key, a line with its document", () => {
  assert.deepEqual(found(pod("timeoutSeconds: 0", `# pod-lifecycle-ignore-block ${rule}\n`)), [
    "1 unused-ignore",
    `11 ${rule}`,
  ]);
  assert.deepEqual(found(`a: 1\n# pod-lifecycle-ignore api-version\n---\napiVersion: v9\nkind: Pod\n`).slice(0, 2), [
    "2 unused-ignore",
    "4 api-version",
  ]);
});

test("a comment above an item of a List speaks of that item", () => {
  const wrong = asItem(zero.replace("v1", "v9"));
  const ok = asItem(pod("timeoutSeconds: 1"));
  const ignore = (scope: string, id: string): string => `# pod-lifecycle-ignore${scope} ${id}\n`;
  assert.deepEqual(found(listOf(wrong)), ["4 api-version", `13 ${rule}`]);
  assert.deepEqual(found(listOf(ignore("", "api-version"), wrong)), [`14 ${rule}`]);
  assert.deepEqual(found(listOf(ok, ignore("", "api-version"), wrong)), [`24 ${rule}`]);
  assert.deepEqual(found(listOf(ok, "\n", ignore("-block", `api-version, ${rule}`), wrong)), []);
  assert.deepEqual(found(listOf(wrong, ignore("-block", rule), ok)), [
    "4 api-version",
    `13 ${rule}`,
    "14 unused-ignore",
  ]);
  // Only the item's first line, and only the next item.
  assert.deepEqual(found(listOf(ignore("", rule), wrong)), ["4 unused-ignore", "5 api-version", `14 ${rule}`]);
  assert.deepEqual(found(listOf(ignore("-block", rule), wrong, wrong)), [
    "5 api-version",
    "15 api-version",
    `24 ${rule}`,
  ]);
});

test("of text that cannot be read to its end nothing is said to be unused", () => {
  const broken = `${zero}        # pod-lifecycle-ignore ${rule}\n\tperiodSeconds: 1\n`;
  assert.deepEqual(found(broken), [`10 ${rule}`, "12 yaml-syntax"]);
  const file = `# pod-lifecycle-ignore-file missing-field\n---\n${broken}`;
  assert.ok(!found(file).some((each) => each.endsWith("unused-ignore")));
});

test("what the settings turn off may be named", () => {
  const text = pod(`timeoutSeconds: 0 # pod-lifecycle-ignore ${rule}`);
  assert.deepEqual(found(text, { severities: { [rule]: "off" } }), []);
  const unused = pod(`timeoutSeconds: 1 # pod-lifecycle-ignore ${rule}`);
  assert.deepEqual(found(unused), ["10 unused-ignore"]);
  assert.deepEqual(found(unused, { severities: { "unused-ignore": "off" } }), []);
  assert.equal(checkText(unused, { severities: { "unused-ignore": "error" } })[0]?.severity, "error");
});

test("in a template, in every branch and above an action", () => {
  const text = pod(`{{- if .Values.slow }}
        timeoutSeconds: 0 # pod-lifecycle-ignore ${rule}
        {{- else }}
        # pod-lifecycle-ignore ${rule}
        {{- with .Values.none }}{{ end }}
        timeoutSeconds: 0
        periodSeconds: 0
        {{- end }}`);
  assert.deepEqual(found(text, { template: true }), [`16 ${rule}`]);
});

test("the comment goes above the finding's line, or above the brackets that the line belongs to", () => {
  const commented = (text: string, id: string): string => {
    const file = openFile(text, withDefaults({}));
    const finding = findingsOf(file).find((each) => each.rule === id);
    const edits = finding && ignoreHere(file, finding);
    assert.ok(edits, `${id} is found, and a comment can stand`);
    return applyEdits(text, edits);
  };
  const above = (line: string, text: string, id: string): string =>
    text.replace(line, `${/^ */.exec(line)?.[0]}# pod-lifecycle-ignore ${id}\n${line}`);
  const inFlow = zero
    .replace("timeoutSeconds: 0", "timeoutSeconds: 0}")
    .replace("Probe:\n        exec: {command: [echo]}", "Probe: {exec: {command: [echo]},");
  for (const [line, text, id] of [
    ["        timeoutSeconds", zero, rule],
    ["      livenessProbe", inFlow, rule],
    ["apiVersion", zero.replace("v1", "v9"), "api-version"],
    ["- apiVersion", listOf(asItem(zero.replace("v1", "v9"))), "api-version"],
  ] as const) {
    const result = commented(text, id);
    assert.equal(result, above(line, text, id));
    assert.ok(!found(result).some((each) => each.endsWith(id)), result);
  }
});

test("no comment goes into JSON, nor where a template takes away the line's break", () => {
  const offered = (text: string, options: Partial<FileOptions> = {}): boolean[] => {
    const file = openFile(text, withDefaults(options));
    return findingsOf(file).map((finding) => ignoreHere(file, finding) !== undefined);
  };
  assert.deepEqual(offered(zero), [true]);
  const json = { apiVersion: "v9", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } };
  for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2), JSON.stringify(json).slice(0, -1)]) {
    assert.ok(found(text).length > 0);
    assert.ok(offered(text).every((each) => !each));
  }
  const joined = pod("{{ .Values.x -}}\n        timeoutSeconds: 0");
  assert.ok(offered(joined, { template: true }).every((each) => !each));
});

test("an edit in one document is heard in another, which is not read again", () => {
  const head = `# pod-lifecycle-ignore-file ${rule}\n${pod("timeoutSeconds: 1")}---\n`;
  const before = openFile(head + zero, withDefaults({}));
  assert.deepEqual(findingsOf(before), []);
  const at = head.length + zero.lastIndexOf("0");
  const after = editFile(before, { span: { start: at, end: at + 1 }, newText: "1" });
  assert.deepEqual(
    findingsOf(after).map((each) => each.rule),
    ["unused-ignore"],
  );
  const read = (file: typeof before) => file.chunked.chunks.map(({ content }) => readChunk(file, content));
  assert.equal(read(after)[0], read(before)[0]);
  assert.notEqual(read(after)[1], read(before)[1]);
});
