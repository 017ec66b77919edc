// When a manifest is clearly flattened: one finding for its document, and never one for a manifest that merely looks unusual.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { findFlattened } from "../../server/src/reindent/flattened.ts";
import { applyPreferredFixes, checkText } from "../../server/src/workspace/check.ts";
import { readVerdicts } from "../conformance/compare.ts";
import { flatten, samples } from "./corpus.ts";

const given = join(import.meta.dirname, "../conformance/given");
const rulesIn = (text: string) => checkText(text).map((each) => each.rule);

test("no given case and no manifest of ours is flattened", () => {
  const files = new Set(readVerdicts(given).map((each) => each.file));
  const texts = [
    ...[...files].map((file) => readFileSync(join(given, file), "utf8")),
    ...samples().map((each) => each.text),
  ];
  assert.deepEqual(texts.filter(findFlattened), []);
});

test("every manifest of ours is found when it is flattened, and that is all that is said", () => {
  for (const { name, text } of samples()) {
    if (!/^apiVersion: /m.test(text) || (text.match(/^[ \t]+[\w"-]+:/gm) ?? []).length < 3) continue;
    if (/^ *(?:\? |[\w-]+: [|>&]|metadata: \S|spec: \S)/m.test(text)) continue;
    const own = rulesIn(flatten(text));
    if (own.length !== 1 || own[0] !== "flattened-manifest")
      assert.equal(findFlattened(flatten(text)), undefined, name);
  }
});

for (const name of ["lifecycle-demo", "nginx-probes"]) {
  test(`examples/${name}.yaml comes back through the fix`, () => {
    const text = readFileSync(join(import.meta.dirname, `../../examples/${name}.yaml`), "utf8");
    const finding = checkText(flatten(text));
    assert.deepEqual(
      finding.map((each) => [each.rule, each.severity, each.document]),
      [["flattened-manifest", "error", 0]],
    );
    assert.equal(applyPreferredFixes(flatten(text)), applyPreferredFixes(text));
  });
}

const half = "apiVersion: v1\nkind: Pod\nmetadata:\n";
const ordinary: Readonly<Record<string, string>> = {
  "half typed": `${half}na`,
  "one stray key": `${half}name: x\n`,
  "everything in brackets": "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {}\nfoo: 1\nbar: 2\n",
  "dashes at the key's column": `${half}  name: x\nspec:\n  containers:\n  - name: a\n    image: b\nfoo: 1\nbar: 2\n`,
  "another kind": "apiVersion: v1\nkind: ConfigMap\nmetadata:\nname: x\ndata:\na: b\n",
  "somebody else's kind of the same name":
    "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\nname: x\nspec:\ntemplate:\na: b\n",
  "no manifest": "metadata:\nname: x\nspec:\ncontainers:\n",
  JSON: '{"apiVersion": "v1",\n"kind": "Pod",\n"metadata": {\n"name": "x"\n}}\n',
};
for (const [name, text] of Object.entries(ordinary))
  test(`not flattened: ${name}`, () => assert.ok(!rulesIn(text).includes("flattened-manifest")));

const lost: Readonly<Record<string, string>> = {
  "all at one column": `    ${half.replace(/\n(?=.)/g, "\n    ")}    name: x\n    spec:\n    containers:\n`,
  "a text that YAML cannot read": `${half}name: x\nspec:\ncontainers:\n- name: a\nimage: b\nargs:\n- |\nset -e\nrun: it\n- b\n`,
  "a kind of another object at the end": `${half}name: x\nspec:\ncontainers:\n- name: a\nimage: b\nkind: Thing\n`,
  "an old apiVersion":
    "apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata:\nname: x\nspec:\ntemplate:\nspec:\ncontainers:\n",
};
for (const [name, text] of Object.entries(lost))
  test(`flattened: ${name}`, () => assert.deepEqual(rulesIn(text), ["flattened-manifest"]));

test("a flattened List is one document, not items", () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${half}name: a\nspec:\ncontainers:\n- name: a\nimage: b\n`;
  assert.deepEqual(rulesIn(list), ["flattened-manifest"]);
});

test("other documents of the file keep their findings", () => {
  const other = `${half}  name: x\nspec:\n  containers:\n    - name: a\n      imagee: b\n`;
  const flat = `${half}name: x\nspec:\ncontainers:\n- name: a\nimage: b\n`;
  const found = checkText(`${flat}---\n${other}`);
  assert.equal(found[0]?.rule, "flattened-manifest");
  assert.ok(
    found.length > 1 && found.slice(1).every((each) => each.document === 1 && each.rule !== "flattened-manifest"),
  );
});
