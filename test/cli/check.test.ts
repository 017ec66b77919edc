// `pod-lifecycle check` as its callers see it: what it prints, and the exit code.
import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chartTemplate, patch, pod, right, wrong } from "../protocol/manifests.ts";
import { lines, temporaryFolder } from "./run.ts";

const rule = "success-threshold-not-one";
const twice = `${right}---\n# a comment alone is no document\n---\n${wrong}`;
const list = `apiVersion: v1\nkind: List\nitems:\n- ${right.replaceAll("\n", "\n  ").trimEnd()}\n- ${wrong
  .replaceAll("\n", "\n  ")
  .trimEnd()}\n`;
const duplicate = right.replace("  name: web\n", "  name: web\n  name: web\n");
const folder = temporaryFolder(
  { after },
  {
    "right.yaml": right,
    "wrong.yaml": wrong,
    "twice.yml": twice,
    "list.yaml": list,
    "warning.yaml": duplicate,
    "notes.txt": wrong,
    "empty.yaml": "",
    "other.yaml": "services:\n  web:\n    image: nginx\n",
    "broken-other.yaml": "services:\n  web: [\n",
    "broken-other.json": '{"compilerOptions": {"strict": true,, }}',
    "deep/er/pod.json": JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "web" }, spec: {} }),
    "node_modules/x/wrong.yaml": wrong,
    "chart/Chart.yaml": "name: web\n",
    "chart/templates/pod.yaml": chartTemplate,
    "overlay/kustomization.yaml": "patches:\n  - path: patch.yaml\n",
    "overlay/patch.yaml": patch,
  },
);
const check = (...args: string[]) => folder.run(["check", ...args]);

test("clean: exit 0, nothing on stderr", () => {
  const { code, out, err } = check("right.yaml");
  assert.deepEqual({ code, err }, { code: 0, err: "" });
  assert.deepEqual(lines(out), ["Files checked: 1. Errors: 0, warnings: 0, others: 0."]);
});

test("an error: exit 1, with path, line and column from 1, severity, words and rule", () => {
  const { code, out, err } = check("wrong.yaml");
  assert.deepEqual({ code, err }, { code: 1, err: "" });
  assert.match(lines(out)[0] ?? "", new RegExp(`^wrong\\.yaml:12:27  error  .*successThreshold.*  \\[${rule}\\]$`));
});

test("json has exactly the documented shape, with absolute paths", () => {
  const { code, out } = check("wrong.yaml", "right.yaml", "--format", "json");
  assert.equal(code, 1);
  const { files } = JSON.parse(out) as { files: { path: string; findings: Record<string, unknown>[] }[] };
  const root = realpathSync(folder.path);
  assert.deepEqual(
    files.map((each) => realpathSync(each.path)),
    [join(root, "wrong.yaml"), join(root, "right.yaml")],
  );
  assert.deepEqual(files[1], { path: files[1]?.path, findings: [] });
  const found = files[0]?.findings.find((each) => each["rule"] === rule);
  assert.deepEqual(found, {
    rule,
    severity: "error",
    document: 0,
    path: "spec.containers[0].livenessProbe.successThreshold",
    range: { start: { line: 11, character: 26 }, end: { line: 11, character: 27 } },
    message: found?.["message"],
  });
  assert.equal(typeof found?.["message"], "string");
});

test("documents count as kubectl counts them, items of a List have their index in the path", () => {
  const { out } = check("twice.yml", "list.yaml", "--format=json");
  const { files } = JSON.parse(out) as { files: { findings: { rule: string; document: number; path: string }[] }[] };
  const places = files.map((each) =>
    each.findings.filter((one) => one.rule === rule).map(({ document, path }) => [document, path]),
  );
  assert.deepEqual(places, [
    [[1, "spec.containers[0].livenessProbe.successThreshold"]],
    [[0, "items[1].spec.containers[0].livenessProbe.successThreshold"]],
  ]);
});

test("standard input is named -", () => {
  assert.equal(folder.run(["check", "-"], { input: right }).code, 0);
  const { code, out } = folder.run(["check", "--format", "json", "-"], { input: wrong });
  assert.equal(code, 1);
  assert.equal(JSON.parse(out).files[0].path, "-");
  assert.match(folder.run(["check", "-", "-"], { input: wrong }).out, /Files checked: 1\./);
});

test("a folder is searched for manifests; node_modules, other files and other YAML are not disturbed", () => {
  const { code, out } = check();
  assert.equal(code, 1);
  const files = new Set(lines(out).flatMap((line) => /^(.+?):\d+:\d+ /.exec(line)?.[1] ?? []));
  assert.deepEqual(
    [...files].sort(),
    [join("deep", "er", "pod.json"), "list.yaml", "twice.yml", "warning.yaml", "wrong.yaml"].sort(),
  );
  assert.equal(check("deep").code, 1);
});

test("chart templates and kustomize patches are judged only on what they say", () => {
  assert.deepEqual(check("chart/templates/pod.yaml", "overlay/patch.yaml", "overlay").code, 0);
  assert.equal(folder.run(["check", "-"], { input: patch }).code, 1);
});

test("a file that is named twice is checked once", () => {
  assert.match(check("right.yaml", "./right.yaml", join(folder.path, "right.yaml")).out, /Files checked: 1\./);
});

test("--rule changes severities", () => {
  assert.equal(check("wrong.yaml", "--rule", `${rule}=off`, "--rule", "number-range=off").code, 0);
  const { code, out } = check("wrong.yaml", `--rule=${rule}=information`, "--rule", "number-range=off");
  assert.equal(code, 0);
  assert.match(out, /:12:27 {2}information {2}/);
});

test("what a comment ignores is neither shown nor counted", () => {
  const ignoring = wrong.replace("successThreshold: 2", `successThreshold: 2 # pod-lifecycle-ignore ${rule}: a test`);
  const { code, out } = folder.run(["check", "-"], { input: ignoring });
  assert.equal(code, 0);
  assert.deepEqual(lines(out), ["Files checked: 1. Errors: 0, warnings: 0, others: 0."]);
  const json = folder.run(["check", "-", "--format", "json"], { input: ignoring });
  assert.deepEqual(JSON.parse(json.out).files[0].findings, []);
  const unused = folder.run(["check", "-", "--max-warnings", "0"], { input: ignoring.replace("hold: 2", "hold: 1") });
  assert.equal(unused.code, 1);
  assert.match(unused.out, /\[unused-ignore\]$/m);
});

test("--max-warnings", () => {
  assert.equal(check("warning.yaml").code, 0);
  assert.equal(check("warning.yaml", "--max-warnings", "1").code, 0);
  const { code, err } = check("warning.yaml", "--max-warnings=0");
  assert.equal(code, 1);
  assert.equal(lines(err).length, 1);
});

test("--kubernetes-version judges by that version", () => {
  const hook = right.replace(
    "livenessProbe:",
    "lifecycle:\n        preStop:\n          sleep: {seconds: 3}\n      livenessProbe:",
  );
  assert.equal(folder.run(["check", "-", "--kubernetes-version", "1.37"], { input: hook }).code, 0);
  assert.equal(folder.run(["check", "-", "--kubernetes-version", "v1.28.3"], { input: hook }).code, 1);
});

test("Chinese by flag or by environment; rule ids and json keys stay", () => {
  for (const { out } of [
    check("wrong.yaml", "--locale", "zh-cn"),
    check("wrong.yaml", "--locale=zh-CN"),
    folder.run(["check", "wrong.yaml"], { env: { LC_ALL: "zh_CN.UTF-8" } }),
  ])
    assert.match(lines(out)[0] ?? "", new RegExp(`^wrong\\.yaml:12:27  错误  .*[\\u4e00-\\u9fff]。.*\\[${rule}\\]$`));
  assert.match(folder.run(["check", "wrong.yaml"], { env: { LC_ALL: "zh_TW.UTF-8" } }).out, / {2}error {2}/);
  assert.match(
    folder.run(["check", "wrong.yaml", "--locale", "en"], { env: { LC_ALL: "zh_CN" } }).out,
    / {2}error {2}/,
  );
});

test("a message never breaks its line, nor moves the terminal", () => {
  const { out } = folder.run(["check", "-"], { input: right.replace("name: web\nspec", 'name: "a\\n\\e[31mb"\nspec') });
  assert.ok(lines(out).length >= 2);
  assert.ok(lines(out).every((line) => /\[[a-z0-9-]+\]$|^Files checked/.test(line)));
  assert.ok(!/[\u0000-\u0009\u000b-\u001f]/.test(out));
});

test("an empty folder and a file without manifests are clean", () => {
  assert.equal(check("empty.yaml", "other.yaml").code, 0);
});

test("many findings come out whole", () => {
  const many = Array.from({ length: 3000 }, (_, index) => pod(2, `web-${index}`)).join("---\n");
  const { code, out } = folder.run(["check", "-", "--format", "json"], { input: many });
  assert.equal(code, 1);
  const findings = JSON.parse(out).files[0].findings as { rule: string; document: number }[];
  assert.equal(findings.filter((each) => each.rule === rule).length, 3000);
  assert.equal(findings.at(-1)?.document, 2999);
});
