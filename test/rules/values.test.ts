// Rules about values where the Kubernetes version decides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText } from "../../server/src/workspace/check.ts";

/** Paths of the errors of one rule. */
function found(rule: string, text: string, minor: number): string[] {
  return checkText(text, { minor })
    .filter((each) => each.rule === rule && each.severity === "error")
    .map((each) => each.path);
}

const pod = (spec: string, container = "") =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: demo\nspec:\n${spec}  containers:\n    - name: app\n      image: nginx:1.29\n${container}`;

test("names of variables take more since 1.32", () => {
  const text = pod("", '      env:\n        - name: "1 a"\n          value: x\n');
  assert.deepEqual(found("env-invalid", text, 31), ["spec.containers[0].env[0].name"]);
  assert.deepEqual(found("env-invalid", text, 32), []);
  const withPrefix = pod("", "      envFrom:\n        - prefix: a/\n          secretRef:\n            name: s\n");
  assert.deepEqual(found("env-invalid", withPrefix, 31), ["spec.containers[0].envFrom[0].prefix"]);
  assert.deepEqual(found("env-invalid", withPrefix, 32), []);
});

test("kernel parameters of a namespace shared with the node are refused since 1.30", () => {
  const text = pod(
    '  hostNetwork: true\n  securityContext:\n    sysctls:\n      - name: net.core.somaxconn\n        value: "1024"\n',
  );
  assert.deepEqual(found("security-context-invalid", text, 29), []);
  assert.deepEqual(found("security-context-invalid", text, 30), ["spec.securityContext.sysctls[0].name"]);
});

test("what a gate drops is not judged", () => {
  const users = pod("  hostUsers: false\n  hostPID: true\n");
  assert.deepEqual(found("pod-fields-conflict", users, 32), []);
  assert.deepEqual(found("pod-fields-conflict", users, 33), ["spec.HostPID"]);
  const resources = pod("  resources:\n    limits:\n      ram: 1Gi\n");
  assert.deepEqual(found("resources-invalid", resources, 33), []);
  assert.deepEqual(found("resources-invalid", resources, 34), ["spec.resources.limits[ram]"]);
});

test("certificates in a projected volume are judged since 1.37", () => {
  const text = (source: string) => pod(`  volumes:\n    - name: trust\n      projected:\n        sources:\n${source}`);
  const bundle = text("          - clusterTrustBundle:\n              path: ca.pem\n");
  assert.deepEqual(found("volume-invalid", bundle, 36), []);
  assert.deepEqual(found("volume-invalid", bundle, 37), ["spec.volumes[0].projected.sources[0].clusterTrustBundle"]);
  const certificate = text(
    "          - podCertificate:\n              signerName: example.com/own\n              keyType: ed25519\n              keyPath: /key.pem\n",
  );
  const at = "spec.volumes[0].projected.sources[0].podCertificate";
  assert.deepEqual(found("volume-invalid", certificate, 37), [`${at}.keyType`, `${at}.keyPath`]);
});
