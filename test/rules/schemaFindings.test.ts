// Which findings Red Hat's YAML extension gives too: measured with its language server and the Kubernetes schema, file by file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText } from "../../server/src/workspace/check.ts";

const pod = (container: string, spec = ""): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec}  containers:\n    - {${container}}\n`;
const web = "name: web, image: nginx";

const both: readonly (readonly [string, string])[] = [
  ["unknown-field", pod(`${web}, colour: red`)],
  ["lifecycle-typo", pod(`${web}, lifecycle: {postStop: {exec: {command: [a]}}}`)],
  ["lifecycle-misplaced", pod(web).replace("spec:\n", "restartPolicy: Always\nspec:\n")],
  ["wrong-type", pod(`${web}, stdin: "true"`)],
  ["wrong-type", pod(`${web}, ports: {containerPort: 80}`)],
  ["wrong-type", pod(`${web}, env: [{name: a, value: 1}]`)],
  ["wrong-type", pod(`${web}, ports: [{containerPort: 1.5}]`)],
  ["wrong-type", pod(web, "  terminationGracePeriodSeconds: yes\n")],
  ["missing-field", pod("image: nginx")],
  ["missing-field", pod("name: , image: nginx")],
  ["grpc-port-name", pod(`${web}, livenessProbe: {grpc: {port: web}}`)],
  ["port-quoted-number", pod(`${web}, livenessProbe: {grpc: {port: "80"}}`)],
  ["http-header-invalid", pod(`${web}, livenessProbe: {httpGet: {port: 80, httpHeaders: [{value: a}]}}`)],
  ["list-item-null", pod(`${web}, command: [sh, ~]`)],
  ["duplicate-key", pod(`${web}, stdin: true, stdin: true`)],
  ["yaml-syntax", pod(`${web}, tty: "tr`)],
];
for (const [rule, text] of both)
  test(`both give ${rule}: ${text.split("\n").at(-2)?.trim()}`, () => {
    const found = checkText(text).filter((each) => each.rule === rule);
    assert.ok(found.length > 0);
    assert.deepEqual([...new Set(found.map((each) => each.schema))], [true]);
    assert.deepEqual(
      checkText(text, { schemaFindings: false }).filter((each) => each.rule === rule),
      [],
    );
  });

const oursAlone: readonly (readonly [string, string])[] = [
  ["wrong-type", pod(`${web}, env: [{name: a, value: yes}]`)],
  ["wrong-type", pod(`${web}, env: [{name: a, value: 1_000}]`)],
  ["wrong-type", pod(web, "  terminationGracePeriodSeconds: 92233720368547758080\n")],
  ["resources-invalid", pod(`${web}, resources: {limits: {memory: 64 MB}}`)],
  ["missing-field", pod("name: web")],
  ["missing-field", pod('name: "", image: nginx')],
  ["missing-field", pod(web).replace("{name: a}", "{}")],
  ["enum-case", pod(web, "  restartPolicy: always\n")],
  ["bad-enum", pod(web, "  restartPolicy: Sometimes\n")],
  ["number-range", pod(web, "  activeDeadlineSeconds: -1\n")],
  ["port-quoted-number", pod(`${web}, livenessProbe: {tcpSocket: {port: "80"}}`)],
  ["http-header-invalid", pod(`${web}, livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: "a b", value: a}]}}`)],
  ["api-version", pod(web).replace("v1", "v2")],
  ["yaml-syntax", pod(`${web}, command: [.inf]`)],
  // Of a field that a later version has, its schema may be of that version.
  ["unknown-field", pod(`${web}, restartPolicyRules: []`)],
  // Its schema has no type for what stands in a List.
  ["unknown-field", `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    colour: red\n`],
  ["unknown-field", `{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod, colour: red}]}`],
];
for (const [rule, text] of oursAlone)
  test(`only ours is ${rule}: ${text.split("\n").at(-2)?.trim() ?? text}`, () => {
    const found = checkText(text, { minor: 30 }).filter((each) => each.rule === rule);
    assert.ok(
      found.length > 0,
      checkText(text, { minor: 30 })
        .map((each) => each.rule)
        .join(),
    );
    assert.deepEqual([...new Set(found.map((each) => each.schema))], [false]);
  });
