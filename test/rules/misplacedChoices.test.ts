// Where one place is not the whole answer: maps that have to be made, several places, places that are taken or out of reach.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/text/span.ts";
import { applyPreferredFixes, checkText } from "../../server/src/workspace/check.ts";
import { type FileFinding, fixEdits } from "../../server/src/workspace/file.ts";

const misplaced = (text: string) => checkText(text).filter((each) => each.rule === "lifecycle-misplaced");
const errors = (text: string) => checkText(text).filter((each) => each.severity === "error");

function apply(text: string, finding: FileFinding, index: number): string {
  const fix = finding.fixes[index];
  const edits = fix && fixEdits(finding, fix);
  assert.ok(edits, "can be changed safely");
  return applyEdits(text, edits);
}

const pod = (...lines: readonly string[]) =>
  ["apiVersion: v1", "kind: Pod", "metadata:", "  name: shop", "spec:", ...lines, ""].join("\n");
const web = ["  containers:", "    - name: web", "      image: nginx:1.29"];

test("what a handler needs moves with it", () => {
  const text = pod(
    ...web,
    "      livenessProbe:",
    "        path: /healthz # cheap",
    "        periodSeconds: 20",
    "        port: 80",
  );
  const after = pod(
    ...web,
    "      livenessProbe:",
    "        httpGet:",
    "          path: /healthz # cheap",
    "          port: 80",
    "        periodSeconds: 20",
  );
  assert.equal(applyPreferredFixes(text), after);
});

test("under a probe that was left empty everything fits", () => {
  const lines = ["httpGet:", "  path: /healthz", "  port: 80", "periodSeconds: 20"];
  const text = pod(...web, "      readinessProbe:", ...lines.map((each) => `      ${each}`));
  const after = pod(...web, "      readinessProbe:", ...lines.map((each) => `        ${each}`));
  assert.equal(applyPreferredFixes(text), after);
});

test("several keys go into one new template", () => {
  const job = (...lines: readonly string[]) =>
    ["apiVersion: batch/v1", "kind: Job", "metadata:", "  name: shop", "spec:", ...lines, ""].join("\n");
  const text = job("  restartPolicy: Never", "  backoffLimit: 2", "  containers:", "    - name: a", "      image: a:1");
  const after = job(
    "  template:",
    "    spec:",
    "      restartPolicy: Never",
    "      containers:",
    "        - name: a",
    "          image: a:1",
    "  backoffLimit: 2",
  );
  assert.equal(applyPreferredFixes(text), after);
});

test("of several containers and several probes the user chooses", () => {
  const two = pod(
    ...web,
    "    - name: log",
    "      image: busybox:1.37",
    "  startupProbe:",
    "    exec: {command: [ok]}",
  );
  const three = pod(...web, "      exec:", "        command: [ok]");
  for (const [text, count] of [
    [two, 2],
    [three, 3],
  ] as const) {
    const [finding] = misplaced(text);
    assert.ok(finding);
    assert.equal(finding.fixes.length, count);
    assert.equal(applyPreferredFixes(text), text, "none is preferred");
    for (let index = 0; index < count; index++) assert.deepEqual(errors(apply(text, finding, index)), []);
  }
});

test("the main container comes before init containers", () => {
  const text = pod(
    "  initContainers:",
    "    - name: prepare",
    "      image: busybox:1.37",
    ...web,
    "  livenessProbe:",
    "    exec: {command: [ok]}",
  );
  assert.deepEqual(errors(applyPreferredFixes(text)), []);
});

test("a place that is taken, or where the server refuses every value, gets nothing", () => {
  const taken = pod(
    ...web,
    "      livenessProbe:",
    "        exec: {command: [ok]}",
    "  livenessProbe:",
    "    tcpSocket: {port: 80}",
  );
  assert.deepEqual(
    misplaced(taken).map((each) => [each.path, each.fixes.length]),
    [["spec.livenessProbe", 0]],
  );
  const union = pod(...web, "      livenessProbe:", "        exec: {command: [ok]}", "      tcpSocket: {port: 80}");
  assert.deepEqual(
    misplaced(union).map((each) => each.fixes.some((fix) => fix.preferred)),
    [false],
  );
  const deployment = [
    "apiVersion: apps/v1",
    "kind: Deployment",
    "metadata: {name: shop}",
    "spec:",
    "  activeDeadlineSeconds: 5",
    "  selector: {matchLabels: {app: shop}}",
    "  template:",
    "    metadata: {labels: {app: shop}}",
    "    spec: {containers: [{name: web, image: 'nginx:1.29'}]}",
    "",
  ].join("\n");
  assert.deepEqual(misplaced(deployment), []);
});

test("behind an alias the finding stays, and nothing is moved", () => {
  const text = pod(
    "  containers:",
    "    - &web",
    "      name: web",
    "      image: nginx:1.29",
    "      hostNetwork: false",
    "    - <<: *web",
    "      name: two",
  );
  const [own, merged] = misplaced(text);
  assert.ok(own && merged);
  assert.ok(own.fixes[0] && fixEdits(own, own.fixes[0]));
  assert.ok(merged.fixes[0] && fixEdits(merged, merged.fixes[0]) === undefined);
  assert.deepEqual(errors(applyPreferredFixes(text)), []);
});

test("free keys go into the map for free keys", () => {
  const text = pod(...web, "      resources:", "        limits: {cpu: 1}", "        memory: 64Mi");
  const [finding] = misplaced(text);
  assert.ok(finding);
  assert.deepEqual(
    finding.fixes.map((each) => each.preferred),
    [false, false],
  );
  assert.match(apply(text, finding, 0), /limits: \{cpu: 1, memory: 64Mi\}/);
  assert.match(apply(text, finding, 1), /requests:\n {10}memory: 64Mi/);
});
