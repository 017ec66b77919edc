// What a file is, by its name and its neighbours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { classify, type Files, incompleteFiles } from "../../server/src/workspace/classify.ts";
import { chunksOf, editFile, findingsOf, openFile } from "../../server/src/workspace/file.ts";

const root = "file:///work/repo";

/** A folder with files of the given texts; nothing else exists. */
function folder(texts: Readonly<Record<string, string>>): Files {
  const textOf = (uri: string): string | undefined => texts[uri.slice(root.length + 1)];
  return { exists: async (uri) => textOf(uri) !== undefined, read: async (uri) => textOf(uri) };
}

const chart = folder({ "web/Chart.yaml": "", "web/charts/db/Chart.yaml": "", "Chart.yml": "" });
const kindOf = async (path: string, files = chart, languageId = "yaml"): Promise<string> => {
  const { template, patch, other } = await classify(`${root}/${path}`, languageId, files);
  return other ? "other" : template ? "template" : patch ? "patch" : "manifest";
};

const kinds: Readonly<Record<string, readonly string[]>> = {
  template: [
    "web/templates/deployment.yaml",
    "web/templates/tests/connection.yaml",
    "web/templates/_helpers.tpl",
    "web/charts/db/templates/set.yaml",
    "web/files/injected.yaml",
    "roles/web/templates/pod.yaml",
    "pod.yaml.j2",
    "pod.j2.yaml",
    "pod.tmpl",
    "pod.template.yaml",
  ],
  other: [
    "web/values.yaml",
    "web/values-production.yaml",
    "web/prod.values.yml",
    "web/values.schema.json",
    "web/Chart.yaml",
    "web/ci/small.yaml",
    "web/charts/db/values.yaml",
    "web/environments/values.yaml",
    "web/templates/NOTES.txt",
  ],
  manifest: [
    "web/crds/pod.yaml",
    "web/extra/pod.yaml",
    "pod.yaml",
    "values.yaml",
    "dispatch-web.yaml",
    "mytemplates/pod.yaml",
  ],
  patch: ["overlays/patches/web.yaml", "overlays/web-patch.yaml", "overlays/patch_replicas.yaml", "web.patch.json"],
};

for (const [kind, paths] of Object.entries(kinds))
  for (const path of paths) test(`${path}: ${kind}`, async () => assert.equal(await kindOf(path), kind));

test("by the language that the editor gave it", async () => {
  assert.equal(await kindOf("pod.yaml", chart, "helm"), "template");
});

test("an unsaved text has no neighbours", async () => {
  assert.deepEqual(await classify("untitled:Untitled-1", "yaml", folder({})), { template: false, patch: false });
});

test("patches by their kustomization, and what gets its selectors from one", async () => {
  const plain = folder({
    "base/kustomization.yaml": "resources: [a.yaml]\npatches:\n  - path: ./b.yaml\n  - patch: |-\n      - op: remove\n",
  });
  assert.equal(await kindOf("base/a.yaml", plain), "manifest");
  assert.equal(await kindOf("base/b.yaml", plain), "patch");
  const labels = folder({ "base/kustomization.yaml": "commonLabels: {app: a}\nresources: [a.yaml, deep/c.yaml]\n" });
  assert.equal(await kindOf("base/a.yaml", labels), "patch");
  assert.equal(await kindOf("base/deep/c.yaml", labels), "patch");
  assert.equal(await kindOf("base/d.yaml", labels), "manifest");
});

test("the lists of a kustomization", () => {
  assert.deepEqual(
    incompleteFiles("patchesStrategicMerge: [a]\npatchesJson6902:\n  - path: b\n    target: {kind: Pod}\n"),
    ["a", "b"],
  );
  assert.deepEqual(incompleteFiles("labels:\n  - pairs: {a: b}\n    includeSelectors: true\nresources: [a]\n"), ["a"]);
  assert.deepEqual(incompleteFiles("labels:\n  - pairs: {a: b}\nresources: [a]\n"), []);
  for (const text of ["", "a", "[", "resources: {}\npatches: 1\nlabels: [1]\n"])
    assert.deepEqual(incompleteFiles(text), []);
});

test("nothing is looked at in what is no manifest", () => {
  const text = "apiVersion: v1\nkind: Pod\nspec: {colour: red}\n";
  const file = openFile(text, withDefaults({ other: true }));
  assert.deepEqual([findingsOf(file), chunksOf(file), file.skipped], [[], [], undefined]);
  const edited = editFile(file, { span: { start: 0, end: 0 }, newText: "a: [\n" });
  assert.deepEqual(findingsOf(edited), []);
  assert.equal(edited.chunked.lines.text, `a: [\n${text}`);
});

test("a kind that stands alone is somebody else's", () => {
  const found = (text: string) => findingsOf(openFile(text, withDefaults({}))).map((each) => each.rule);
  assert.deepEqual(found("kind: Deployment\nreplicas: 2\nimage: nginx\n"), []);
  assert.deepEqual(found("kind: Deployment\nimage: [\n").length, 1);
  assert.deepEqual(found("jobs:\n  - kind: Pod\n    spec: [\n"), []);
  assert.deepEqual(found("- hosts: all\n  tasks:\n    - k8s: {kind: Pod, name: {{ name }}}\n"), []);
  assert.deepEqual(found('{"resources": [{"kind": "Pod", "apiVersion": "{{ v }}", }, {]}'), []);
  assert.ok(found("kind: Deployment\nmetadata: {name: a}\n").includes("api-version"));
});

test("of an unrendered template nothing else is said", () => {
  const found = (text: string) => findingsOf(openFile(text, withDefaults({}))).map((each) => each.rule);
  const pod = (name: string, more = "") =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers: [{name: A, image: a}]\n${more}`;
  assert.deepEqual(found(pod("{{ .name }}")), ["template-unrendered"]);
  assert.deepEqual(found(pod('"{{ include "a" . }}"')), ["template-unrendered"]);
  assert.deepEqual(found(pod("a", "{{- if .a }}\n")), ["template-unrendered"]);
  assert.deepEqual(found(pod('"{{ .name }}" # {{ x }}')), ["name-invalid"]);
  // The braces are fine, the bracket is not.
  assert.deepEqual(found(pod('"{{ .name }}"', "a: [\n")).at(-1), "yaml-syntax");
});
