// Whatever stands at the wrong level goes home and nothing else changes: in block, flow and JSON style, with comments and CRLF.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Json, toJson } from "../../server/src/syntax/edits.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import { renderFlow, renderMap } from "../../server/src/syntax/render.ts";
import { applyEdits } from "../../server/src/text/span.ts";
import { applyPreferredFixes, checkText } from "../../server/src/workspace/check.ts";
import { type FileFinding, fixEdits } from "../../server/src/workspace/file.ts";

type Mutable = { [key: string]: Json };

const container = {
  name: "web",
  image: "nginx:1.29",
  env: [{ name: "MODE", value: "on, {really}" }],
  resources: { limits: { memory: "64Mi" } },
  livenessProbe: { httpGet: { path: "/healthz", port: 8080 }, periodSeconds: 20 },
  lifecycle: { preStop: { exec: { command: ["sh", "-c", "sleep 5; exec /stop"] } } },
  securityContext: { runAsNonRoot: true },
};
const podSpec = {
  restartPolicy: "Always",
  terminationGracePeriodSeconds: 60,
  containers: [container],
  securityContext: { fsGroup: 2000 },
  volumes: [{ name: "data", emptyDir: {} }],
};
const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "demo", labels: { app: "demo" } }, spec: podSpec };
const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "demo" },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: "demo" } },
    template: { metadata: { labels: { app: "demo" } }, spec: podSpec },
  },
};
const cronJob = {
  apiVersion: "batch/v1",
  kind: "CronJob",
  metadata: { name: "demo" },
  spec: {
    schedule: "5 4 * * *",
    jobTemplate: {
      spec: {
        backoffLimit: 3,
        activeDeadlineSeconds: 600,
        template: { spec: { ...podSpec, restartPolicy: "Never", terminationGracePeriodSeconds: 45 } },
      },
    },
  },
};

/** [the right object, where a field is at home, the map into which it slipped] */
const slips: readonly (readonly [Json, string, string])[] = [
  [pod, "spec.containers.0.livenessProbe", "spec"],
  [pod, "spec.containers.0.lifecycle", "spec"],
  [pod, "spec.containers.0.env", "spec"],
  [pod, "spec.containers.0.lifecycle.preStop", "spec.containers.0"],
  [pod, "spec.containers.0.lifecycle.preStop.exec.command", "spec.containers.0.lifecycle.preStop"],
  [pod, "spec.containers.0.livenessProbe.periodSeconds", "spec.containers.0.livenessProbe.httpGet"],
  [pod, "spec.containers.0.livenessProbe.httpGet.path", "spec.containers.0.livenessProbe"],
  [pod, "spec.containers.0.livenessProbe.periodSeconds", "spec.containers.0"],
  [pod, "spec.terminationGracePeriodSeconds", "spec.containers.0"],
  [pod, "spec.terminationGracePeriodSeconds", "metadata"],
  [pod, "spec.terminationGracePeriodSeconds", ""],
  [pod, "spec.restartPolicy", "metadata"],
  [pod, "spec.restartPolicy", ""],
  [pod, "spec.volumes", "spec.containers.0"],
  [pod, "spec.securityContext.fsGroup", "spec.containers.0.securityContext"],
  [pod, "spec.containers.0.securityContext.runAsNonRoot", "spec.containers.0"],
  [pod, "spec.containers.0.resources.limits", "spec.containers.0"],
  [pod, "metadata.labels", "spec"],
  [pod, "metadata.labels", ""],
  [pod, "spec.containers", ""],
  [deployment, "spec.template.spec.containers", "spec"],
  [deployment, "spec.template.spec.containers", "spec.template"],
  [deployment, "spec.template.spec.restartPolicy", "spec.template"],
  [deployment, "spec.template.spec.restartPolicy", "spec.template.metadata"],
  [deployment, "spec.template.spec.restartPolicy", "spec"],
  [deployment, "spec.template.spec.terminationGracePeriodSeconds", "spec"],
  [deployment, "spec.replicas", "spec.template.spec"],
  [deployment, "spec.replicas", "metadata"],
  [deployment, "spec.selector", "spec.template"],
  [deployment, "spec.selector.matchLabels.app", "spec.selector"],
  [deployment, "spec.template.metadata.labels", "spec.template"],
  [deployment, "spec.template.spec.containers.0.livenessProbe", "spec.template.spec"],
  [cronJob, "spec.jobTemplate.spec.backoffLimit", "spec"],
  [cronJob, "spec.jobTemplate.spec.backoffLimit", "spec.jobTemplate.spec.template.spec"],
  [cronJob, "spec.jobTemplate.spec.template", "spec"],
  [cronJob, "spec.jobTemplate.spec.template.spec.restartPolicy", "spec"],
  [cronJob, "spec.jobTemplate.spec.template.spec.terminationGracePeriodSeconds", "spec.jobTemplate"],
  [cronJob, "spec.schedule", ""],
];

const lineFeed = { step: 2, dash: 2, lineBreak: "\n" } as const;
const styles: Readonly<Record<string, (value: Mutable) => string>> = {
  block: (value) => `${renderMap(value, 0, lineFeed)}\n`,
  "block, dashes under their key": (value) => `${renderMap(value, 0, { ...lineFeed, dash: 0 })}\n`,
  "block, four columns, no last break": (value) => renderMap(value, 0, { ...lineFeed, step: 4, dash: 4 }),
  "block with comments": (value) => commented(renderMap(value, 0, lineFeed)),
  flow: (value) => `${renderFlow(value)}\n`,
  "flow below block": (value) =>
    Object.entries(value)
      .map(([key, each]) => `${key}: ${renderFlow(each)}\n`)
      .join(""),
  JSON: (value) => `${JSON.stringify(value, null, 2)}\n`,
  "JSON in one line": (value) => JSON.stringify(value),
};

for (const [right, home, wrong] of slips) {
  for (const [style, render] of Object.entries(styles)) {
    test(`${(right as Mutable)["kind"]}: ${home} in ${wrong || "the object"}, ${style}`, () => {
      const text = render(slipped(right, home, wrong));
      const fixed = checkFix(text, wrong, home);
      assert.deepEqual(jsonOf(fixed), right);
      assert.deepEqual(checkText(fixed).filter(isError).map(told), []);
      assert.equal(applyPreferredFixes(fixed), applyPreferredFixes(applyPreferredFixes(fixed)), "idempotent");
      const carriage = text.replaceAll("\n", "\r\n");
      assert.equal(checkFix(carriage, wrong, home), fixed.replaceAll("\n", "\r\n"));
    });
  }
}

/** Applies the one preferred fix and checks that it says what it moves and moves nothing else. */
function checkFix(text: string, wrong: string, home: string): string {
  const name = home.slice(home.lastIndexOf(".") + 1);
  const findings = checkText(text).filter((each) => each.rule === "lifecycle-misplaced");
  assert.deepEqual(
    findings.map((each) => each.path),
    [serverPath(wrong === "" ? name : `${wrong}.${name}`)],
    "one finding, at the key",
  );
  const [finding] = findings;
  const fix = finding?.fixes.find((each) => each.preferred);
  assert.ok(finding && fix, `has a preferred fix: ${findings.map(told)}`);
  const edits = fixEdits(finding, fix);
  assert.ok(edits, "can be changed safely");
  const fixed = applyEdits(text, edits);
  const before = countErrors(checkText(text));
  for (const [rule, count] of countErrors(checkText(fixed)))
    assert.ok(count <= (before.get(rule) ?? 0), `no new ${rule}`);
  const taken = edits.map(({ span }) => text.slice(span.start, span.end)).join(" ");
  const given = edits.map((each) => each.newText).join(" ");
  const parents = home.split(".");
  assert.deepEqual(
    wordsOf(given).filter((each) => !parents.includes(each) || each === name),
    wordsOf(taken).filter((each) => !parents.includes(each) || each === name),
    "puts in what it takes out",
  );
  assert.deepEqual(commentsOf(fixed), commentsOf(text));
  return fixed;
}

const isError = (each: FileFinding) => each.severity === "error";
const told = (each: FileFinding) => `${each.rule} at ${each.path}: ${each.message}`;
const wordsOf = (text: string) => text.match(/[^\s{}[\],:"]+/g)?.sort() ?? [];
const commentsOf = (text: string) =>
  text
    .split(/\r?\n/)
    .flatMap((line) => line.match(/#.*$/) ?? [])
    .sort();
const serverPath = (path: string) => path.replace(/\.(\d+)/g, "[$1]");

function countErrors(findings: readonly FileFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings.filter(isError)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function jsonOf(text: string): Json {
  const { root, problems } = parseChunk(text);
  assert.ok(root && problems.length === 0);
  return JSON.parse(JSON.stringify(toJson(root))) as Json;
}

/** A copy with one field in the wrong map. */
function slipped(right: Json, home: string, wrong: string): Mutable {
  const copy = structuredClone(right) as Mutable;
  const at = (path: readonly string[]): Mutable =>
    path.reduce<Json>((value, key) => (value as Mutable)[key] ?? null, copy) as Mutable;
  const steps = home.split(".");
  const name = steps.pop() ?? "";
  const parent = at(steps);
  const value = parent[name] ?? null;
  delete parent[name];
  at(wrong === "" ? [] : wrong.split("."))[name] = value;
  // What holds nothing any more was never written.
  for (let last = steps.pop(); last !== undefined && Object.keys(at([...steps, last])).length === 0; last = steps.pop())
    delete at(steps)[last];
  return copy;
}

/** A comment above every key and one behind every scalar, each with a word of its own. */
function commented(block: string): string {
  let count = 0;
  const lines = block.split("\n").flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    const isKey = /^ *[\w"]+:/.test(line);
    const above = isKey ? [`${indent}# above ${++count}`] : [];
    return [...above, /: \S|- \S/.test(line) ? `${line} # beside ${++count}` : line];
  });
  return `${lines.join("\n")}\n`;
}
