// What a template or another file fills in is unknown here: no rule that needs it speaks.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkText } from "../../server/src/workspace/check.ts";

const folder = join(import.meta.dirname, "../../server/src/rules");
const groups = ["probes", "ports", "containers", "hooks", "workload", "images", "values"];
const page = (path: string) => readFileSync(join(folder, path), "utf8");
const yamlOf = (text: string) => [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
const examples = groups.flatMap((group) =>
  globSync(`${group}/*.md`, { cwd: folder })
    .filter((path) => !path.endsWith(".zh-cn.md"))
    .flatMap((path) => yamlOf(page(path)).map((text, index) => ({ name: `${path} ${index}`, text }))),
);

/** Every value in a line of its own, but those that say what the object is. */
const templated = (text: string): string =>
  text.replace(
    /^( *(?:- )?(?!apiVersion|kind|uid|resourceVersion)[A-Za-z]+: )(?![[{]).+$/gm,
    (_, lead: string) => `${lead}$\{VALUE}`,
  );

test("there are examples", () => assert.ok(examples.length > 50));

for (const { name, text } of examples) {
  test(`${name}: nothing is said of values that are filled in later`, () => {
    const known = templated(text);
    const errors = checkText(known).filter((each) => each.severity === "error");
    // What is missing, or may not be there at all, is known without its value.
    const byPresence = new Set([
      "missing-field",
      "probe-handler-count",
      "hook-handler-count",
      "exec-empty",
      "init-probe-or-hook",
      "ephemeral-probe-or-hook",
      "job-restart-policy",
      "job-fields-conflict",
      "job-failure-policy-invalid",
      "container-restart-policy",
      "api-version",
      "volume-invalid",
      "ephemeral-on-create",
      // Its pattern leaves keys with a slash as they are: a device's request needs a limit.
      "resources-invalid",
    ]);
    assert.deepEqual(
      errors.filter((each) => !byPresence.has(each.rule)).map((each) => `${each.rule}: ${each.message}\n${known}`),
      [],
    );
  });
}

test("a patch is judged only on what it says", () => {
  const patches = [
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          volumeMounts: [{name: data, mountPath: /data, mountPropagation: Bidirectional}, {name: data, mountPath: /more, recursiveReadOnly: Enabled}]\n          resources: {requests: {example.com/gpu: 1}, limits: {hugepages-2Mi: 2Mi}}\n          securityContext: {procMount: Unmasked, seccompProfile: {type: Localhost}}\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      dnsPolicy: None\n      tolerations: [{effect: NoSchedule}, {key: a, tolerationSeconds: 5}]\n      topologySpreadConstraints: [{topologyKey: zone, matchLabelKeys: [app]}]\n      volumes: [{name: data, fc: {}}, {name: disk, azureDisk: {diskURI: /subscriptions/a}}]\n",
    "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n        - name: work\n          image: busybox:1.37\n",
    "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  completionMode: Indexed\n  parallelism: 2\n",
    "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  backoffLimitPerIndex: 2\n  maxFailedIndexes: 1\n",
    "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  maxFailedIndexes: 1\n",
    "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n  manualSelector: true\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  minReadySeconds: 700\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  strategy:\n    rollingUpdate:\n      maxUnavailable: 0\n",
    "apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: a\nspec:\n  updateStrategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 1\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  selector:\n    matchLabels:\n      app: a\n  template:\n    metadata:\n      labels:\n        tier: b\n",
    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      livenessProbe:\n        exec:\n          command:\n      restartPolicyRules:\n        - action: Restart\n          exitCodes:\n            operator: In\n            values: [1]\n",
  ];
  for (const text of patches)
    assert.deepEqual(
      checkText(text, { patch: true }).map((each) => `${each.rule}: ${each.message}`),
      [],
    );
});
