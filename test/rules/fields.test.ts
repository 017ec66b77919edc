// The rules about single values where something else than the value decides: who owns the object, which version, what is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { checkText, withDefaults } from "../../server/src/workspace/check.ts";
import { openFile } from "../../server/src/workspace/file.ts";

const told = (text: string, options: Parameters<typeof checkText>[1] = {}) =>
  checkText(text, options).map((each) => `${each.severity} ${each.rule} ${each.path}`);

const pod = (lines: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${lines}
  containers:
    - name: web
      image: nginx:1.29
`;

test("a custom resource is never red", () => {
  const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: Web
spec:
  replicas: two
  template:
    spec:
      dnsPolicy: Host
      terminationGracePeriodSeconds: "60"
      containers:
        - image: nginx:1.29
`;
  assert.deepEqual(told(rollout), [
    "warning bad-enum spec.template.spec.dnsPolicy",
    "warning wrong-type spec.template.spec.terminationGracePeriodSeconds",
    "warning missing-field spec.template.spec.containers[0].name",
  ]);
});

test("a patch may leave things out, and is judged on what it says", () => {
  const patch = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: -1
  template:
    spec:
      containers:
        - name: web
          imagePullPolicy: always
          ports:
            - protocol: TCP
`;
  assert.deepEqual(told(patch, { patch: true }), [
    "error number-range spec.replicas",
    "error enum-case spec.template.spec.containers[0].imagePullPolicy",
  ]);
});

test("what is filled in later is unknown", () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: \${NAME}
spec:
  replicas: \${REPLICAS}
  selector: \${SELECTOR}
  template:
    metadata:
      labels:
        app: \${NAME}
        \${KEY}: a
    spec:
      restartPolicy: \${POLICY}
      containers:
        - name: \${NAME}
          image: \${IMAGE}
          args: \${ARGS}
          ports: \${PORTS}
`;
  assert.deepEqual(told(text), []);
});

test("a status is decoded and then dropped: its types count, its values do not", () => {
  const status = (lines: string) => `${pod("  restartPolicy: Always")}status:\n${lines}\n`;
  assert.deepEqual(told(status("  phase: Completed\n  qosClass: x\n  podIPs:\n    - {}")).filter(isError), []);
  assert.deepEqual(told(status("  phase: 1")).filter(isError), ["error wrong-type status.phase"]);
});

const isError = (line: string) => line.startsWith("error");

test("behind a gate that is off only types count, with all that is inside", () => {
  const job = (action: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  podFailurePolicy:
    rules:
      - action: ${action}
        onExitCodes: {}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: busybox:1.37
`;
  const own = (minor: number, action: string) =>
    told(job(action), { minor }).filter((line) => / (bad-enum|missing-field|wrong-type) /.test(line) && isError(line));
  assert.deepEqual(own(25, "Give-up"), []);
  assert.deepEqual(own(25, "1"), ["error wrong-type spec.podFailurePolicy.rules[0].action"]);
  assert.ok(own(36, "Give-up").includes("error bad-enum spec.podFailurePolicy.rules[0].action"));
});

test("a value that a later version brings is named with it", () => {
  const set = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  updateStrategy:
    type: Recreate
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
  // Its gate, StatefulSetRecreateStrategy, is off there by default, and the server refuses it all the same.
  assert.deepEqual(told(set, { minor: 37 }), ["error bad-enum spec.updateStrategy"]);
  const [found, ...others] = checkText(set, { minor: 36 });
  assert.equal(found?.rule, "bad-enum");
  assert.match(found.message, /1\.37/);
  assert.deepEqual(others, []);
});

test("a mistake for which the server names two fields is shown once", () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
  assert.deepEqual(told(text), [
    "error missing-field spec.template.metadata.labels",
    "error missing-field spec.selector",
  ]);
  assert.equal(diagnostics(openFile(text, withDefaults({})), () => undefined).length, 1);
});

test("an item of a List is an object like any other", () => {
  const list = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata:
      name: Web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`;
  assert.deepEqual(told(list), ["error name-invalid items[0].metadata.name"]);
});

test("what cannot be read yet may hold what is missing", () => {
  const half =
    "apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {}\nspec:\n  restartPolicy: always\n  containers:\n    - image: [nginx\n";
  assert.deepEqual(
    told(half).filter((line) => !line.includes("yaml-syntax")),
    ["error missing-field metadata.name", "error enum-case spec.restartPolicy"],
  );
});
