// What a key means depends on the version, on who owns the API and on how the file is used.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newest, oldest } from "../../server/src/knowledge/versions.ts";
import { checkText } from "../../server/src/workspace/check.ts";
import type { FileOptions } from "../../server/src/workspace/file.ts";

const rules = ["unknown-field", "newer-field", "lifecycle-typo", "lifecycle-misplaced"];
const found = (text: string, options: Partial<FileOptions> = {}): string[] =>
  checkText(text, options)
    .filter((each) => rules.includes(each.rule))
    .map((each) => `${each.severity} ${each.rule} ${each.path}`);

const pod = (container: string, spec = "", rest = "") => `apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
${spec}  containers:
    - name: web
      image: nginx:1.29
${container}${rest}`;

test("a field is refused before its version, without effect behind its gate, and then it works", () => {
  const text = pod("      lifecycle:\n        preStop:\n          sleep:\n            seconds: 5\n");
  const path = "spec.containers[0].lifecycle.preStop.sleep";
  assert.deepEqual(found(text, { minor: 28 }), [`error unknown-field ${path}`]);
  assert.deepEqual(found(text, { minor: 29 }), [`warning newer-field ${path}`]);
  assert.deepEqual(found(text, { minor: 30 }), []);
});

test("a field that is gone was known once", () => {
  const text = pod("", "  resourceClaims:\n    - name: gpu\n      source:\n        resourceClaimName: gpu\n");
  assert.deepEqual(found(text, { minor: 25 }), ["error unknown-field spec.resourceClaims"]);
  assert.deepEqual(found(text, { minor: 30 }), ["warning newer-field spec.resourceClaims"]);
  assert.deepEqual(found(text, { minor: 31 }), [
    "warning newer-field spec.resourceClaims",
    "error unknown-field spec.resourceClaims[0].source",
  ]);
});

test("nothing in an ordinary pod depends on the version", () => {
  const text = pod("      livenessProbe:\n        httpGet:\n          port: 80\n        periodSeconds: 5\n");
  for (let minor = oldest; minor <= newest; minor++) assert.deepEqual(found(text, { minor }), []);
});

test("the status of an exported object is told, not checked", () => {
  const status = "status:\n  fase: Running\n  containerStatuses:\n    - name: web\n      colour: red\n";
  assert.deepEqual(found(pod("", "", status)), [
    "error unknown-field status.fase",
    "error unknown-field status.containerStatuses[0].colour",
  ]);
  const exported = pod("", "", status).replace("  name: shop\n", "  name: shop\n  uid: 0b1d\n  color: red\n");
  assert.deepEqual(found(exported), ["error lifecycle-misplaced metadata.color"]);
});

test("a custom resource is somebody else's API: never red, and free beside the pod", () => {
  const custom = (kind: string, spec: string) =>
    `apiVersion: ${kind}\nmetadata:\n  name: shop\nspec:\n  anything: goes\n  template:\n    spec:\n${spec}`;
  const containers = "      containers:\n        - name: web\n          image: nginx:1.29\n";
  const rollout = "argoproj.io/v1alpha1\nkind: Rollout";
  assert.deepEqual(found(custom(rollout, `      theirs: 1\n${containers}`)), []);
  assert.deepEqual(
    found(custom(rollout, `      livenessProbe: {}\n      hostNetwrok: true\n${containers}          x: 1\n`)),
    [
      "warning lifecycle-misplaced spec.template.spec.livenessProbe",
      "warning unknown-field spec.template.spec.hostNetwrok",
      "warning unknown-field spec.template.spec.containers[0].x",
    ],
  );
  const knative = "serving.knative.dev/v1\nkind: Service";
  assert.deepEqual(found(custom(knative, `      timeoutSeconds: 5\n      containerConcurrency: 1\n${containers}`)), []);
});

test("another version of a kind has other fields of its own, and the same pods", () => {
  const hpa = (version: string) => `apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata:
  name: shop
  label: {}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
  maxReplicas: 3
  targetCPUUtilizationPercentage: 70
`;
  assert.deepEqual(found(hpa("v1")), ["error unknown-field metadata.label"]);
  assert.deepEqual(found(hpa("v2")), [
    "error unknown-field metadata.label",
    "error unknown-field spec.targetCPUUtilizationPercentage",
  ]);
});

test("directives of a patch are no fields", () => {
  const patch = pod("      $patch: delete\n      $retainKeys: [name]\n      colour: red\n");
  assert.deepEqual(found(patch), ["error unknown-field spec.containers[0].colour"]);
  assert.deepEqual(found(pod("      $retainKeys: [name]\n")), ["error unknown-field spec.containers[0].$retainKeys"]);
  assert.deepEqual(found(pod("      $retainKeys: [name]\n"), { patch: true }), []);
});

test("a templated key may be any", () => {
  assert.deepEqual(found(pod("      {{ .Values.key }}: 1\n      colour: red\n"), { template: true }), [
    "error unknown-field spec.containers[0].colour",
  ]);
});

test("a rule that is off leaves its keys to the general one", () => {
  const text = pod("      livenessprobe:\n        httpGet:\n          port: 80\n", "  replicas: 1\n  lifecycle: {}\n");
  assert.deepEqual(found(text, { severities: { "lifecycle-typo": "off", "lifecycle-misplaced": "off" } }), [
    "error unknown-field spec.replicas",
    "error unknown-field spec.lifecycle",
    "error unknown-field spec.containers[0].livenessprobe",
  ]);
});

test("one mistake, one squiggle: what is missing only because its key is wrong is not told twice", () => {
  for (const probe of ["httpget: {port: 80}", "{path: /, port: 80}", "command: [test]", "sleep: {seconds: 1}"]) {
    const body = probe.startsWith("{") ? ` ${probe}\n` : `\n        ${probe}\n`;
    const findings = checkText(pod(`      livenessProbe:${body}`));
    assert.ok(findings.length > 0);
    assert.deepEqual(
      findings.map((each) => each.rule).filter((each) => !rules.includes(each)),
      [],
      probe,
    );
  }
});
