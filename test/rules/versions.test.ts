// What is refused, dropped or accepted depends on the Kubernetes version.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText } from "../../server/src/workspace/check.ts";

/** `severity rule` of what is found, for each version. */
function found(text: string, minor: number): string[] {
  return checkText(text, { minor }).map((each) => `${each.severity} ${each.rule}`);
}

const pod = (container: string, more = "") => `apiVersion: v1
kind: Pod
metadata:
  name: demo
spec:
${more}  containers:
    - name: web
      image: nginx:1.29
${container}`;
const withInit = (init: string) => pod("", `  initContainers:\n    - name: helper\n      image: busybox:1.37\n${init}`);
const rules =
  "      restartPolicyRules:\n        - action: Restart\n          exitCodes:\n            operator: In\n            values: [42]\n";

test("a main container's own restartPolicy", () => {
  const text = pod("      restartPolicy: Never\n");
  assert.deepEqual(found(text, 27), ["error unknown-field"]);
  assert.deepEqual(found(text, 29), ["error container-restart-policy"]);
  assert.deepEqual(found(text, 33), ["error container-restart-policy"]);
  assert.deepEqual(found(text, 34), ["warning container-restart-policy"]);
  assert.deepEqual(found(text, 35), []);
});

test("an init container's own restartPolicy", () => {
  const text = withInit("      restartPolicy: OnFailure\n");
  assert.deepEqual(found(text, 29), ["error container-restart-policy"]);
  assert.deepEqual(found(text, 34), ["warning container-restart-policy"]);
  assert.deepEqual(found(text, 35), []);
  const sidecar = withInit("      restartPolicy: Always\n");
  for (const minor of [29, 34, 35, 37]) assert.deepEqual(found(sidecar, minor), []);
});

test("restartPolicyRules, and the action for all containers", () => {
  const sidecar = withInit(`      restartPolicy: Always\n${rules}`);
  assert.deepEqual(found(sidecar, 35), ["error container-restart-policy"]);
  assert.deepEqual(found(sidecar, 36), []);
  const all = pod(`      restartPolicy: Never\n${rules.replace("action: Restart", "action: RestartAllContainers")}`);
  assert.deepEqual(found(all, 35), ["error container-restart-policy"]);
  assert.deepEqual(found(all, 36), []);
});

test("probes on a sidecar, before there were sidecars by default", () => {
  const text = withInit("      restartPolicy: Always\n      startupProbe:\n        tcpSocket:\n          port: 80\n");
  assert.ok(found(text, 28).includes("error init-probe-or-hook"));
  assert.deepEqual(found(text, 29), []);
});

test("a sleep of nothing, and a sleep at all", () => {
  const text = pod("      lifecycle:\n        preStop:\n          sleep:\n            seconds: 0\n");
  assert.deepEqual(found(text, 32), ["error hook-sleep-range"]);
  assert.deepEqual(found(text, 33), []);
  const long = text.replace("seconds: 0", "seconds: 90");
  assert.ok(!found(long, 29).includes("error hook-sleep-range"));
  assert.deepEqual(found(long, 30), ["error hook-sleep-range"]);
});

test("maxUnavailable of a StatefulSet counts from 1.37 on", () => {
  const text = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: demo
spec:
  updateStrategy:
    rollingUpdate:
      maxUnavailable: 0
  selector:
    matchLabels:
      app: demo
  template:
    metadata:
      labels:
        app: demo
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
  assert.ok(!found(text, 36).some((each) => each.startsWith("error")));
  assert.deepEqual(found(text, 37), ["error rollout-impossible"]);
});

test("two containers on the node's network, in a template: hostPorts were filled in before 1.28", () => {
  const text = `apiVersion: v1
kind: PodTemplate
metadata:
  name: demo
template:
  spec:
    hostNetwork: true
    containers:
      - name: web
        image: nginx:1.29
        ports:
          - containerPort: 80
      - name: other
        image: nginx:1.29
        ports:
          - containerPort: 80
`;
  assert.deepEqual(found(text, 27), ["error port-duplicate"]);
  assert.deepEqual(found(text, 28), ["warning port-duplicate"]);
});

test("a CronJob's timeZone was dropped by default in 1.24", () => {
  const text = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: demo
spec:
  schedule: "@daily"
  timeZone: Europe/Atlantis
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: work
              image: busybox:1.37
`;
  assert.ok(!found(text, 24).includes("error cron-time-zone"));
  assert.deepEqual(found(text, 25), ["error cron-time-zone"]);
});
