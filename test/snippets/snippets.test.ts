// Every snippet, and every choice in it, is accepted by the API server (recorded), has no finding of ours, and keeps its shape at any depth.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkText } from "../../server/src/workspace/check.ts";
import { offer } from "../features/offer.ts";
import { asKubectl } from "../syntax/asKubectl.ts";
import { readExamples } from "./examples.ts";
import { indentAs, parseSnippet } from "./expand.ts";
import { inPlace, readSnippets, type Snippet, variants } from "./snippets.ts";
import { hashOf, howToRecord, readRecord } from "./verdicts.ts";

const snippets = readSnippets();
const record = readRecord();
const labels = snippets.map(({ label }) => label);

test("the snippets that people look for are there", () => {
  const probes = ["startupProbe", "livenessProbe", "readinessProbe"].flatMap((probe) =>
    ["httpGet", "tcpSocket", "exec", "grpc"].map((handler) => `${probe}-${handler}`),
  );
  const hooks = ["postStart", "preStop"].flatMap((hook) =>
    ["exec", "httpGet", "sleep"].map((each) => `${hook}-${each}`),
  );
  const manifests = ["pod", "deployment", "statefulset", "daemonset", "job", "cronjob"].map((kind) => `k8s-${kind}`);
  const wanted = [...manifests, ...probes, ...hooks, ...hooks.map((hook) => `lifecycle-${hook}`)];
  assert.deepEqual([...wanted, "sidecar", "initContainers-sidecar", "graceful-shutdown"].sort(), [...labels].sort());
});

test("each label belongs to one snippet", () => assert.equal(new Set(labels).size, labels.length));

test("each description is in plain words, in both languages", () => {
  const path = join(import.meta.dirname, "../../server/src/knowledge/snippets.zh-cn.json");
  const chinese: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
  assert.deepEqual(Object.keys(chinese).sort(), [...labels].sort());
  for (const { id, description, label } of snippets) {
    assert.match(description, /^[A-Z].{15,140}[^.\s]$/, id);
    assert.match(chinese[label] ?? "", /\p{Script=Han}.*[^。]$/u, id);
  }
});

test("the deployment has all three probes and a preStop", () => {
  const text = inPlace(named("k8s-deployment"));
  for (const field of ["startupProbe", "livenessProbe", "readinessProbe", "preStop"])
    assert.ok(text.includes(`${field}:`));
});

for (const snippet of snippets) {
  test(`${snippet.id}: tab stops come in the order of reading`, () => {
    const { stops } = parseSnippet(snippet.body);
    const order = [...new Set(stops.map(({ number }) => number))];
    const last = order.length - 1;
    assert.deepEqual(
      order,
      [...order.keys()].map((index) => (index === last ? 0 : index + 1)),
    );
    assert.equal(stops.filter(({ number }) => number === 0).length, 1);
  });

  test(`${snippet.id}: accepted without a warning, whatever is chosen`, () => {
    for (const text of variants(snippet)) {
      const recorded = record.get(hashOf(text));
      assert.ok(recorded, howToRecord);
      assert.ok(recorded.objects.length > 0);
      for (const { verdict, warnings } of recorded.objects) assert.deepEqual([verdict, warnings], ["accepted", []]);
      const findings = checkText(text).filter(({ severity }) => severity === "error" || severity === "warning");
      assert.deepEqual(
        findings.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    }
  });

  test(`${snippet.id}: the same at any depth and width of a tab`, () => {
    const once = asKubectl(parseSnippet(snippet.body).text().replaceAll("\t", "  "));
    for (const tabSize of [2, 4, 8]) {
      for (const depth of [0, 2, 3, 6, 12, 17]) {
        const leading = " ".repeat(depth);
        const text = leading + indentAs(parseSnippet(snippet.body).text(), leading, tabSize);
        assert.deepEqual(asKubectl(text), once, `${tabSize} columns a tab, at column ${depth}`);
      }
    }
  });
}

/** Where the server offers a file's snippets, in files of different habits. */
const places: Readonly<Record<string, readonly string[]>> = {
  manifest: ["<|>"],
  "pod-spec": ["kind: Pod\nspec:\n  <|>", "kind: Deployment\nspec:\n    template:\n        spec:\n            <|>"],
  "init-container": [
    "kind: Pod\nspec:\n  initContainers:\n    - <|>",
    "kind: Pod\nspec:\n  initContainers:\n    <|>",
    "kind: Pod\nspec:\n  containers:\n  - name: a\n  initContainers:\n  -<|>",
  ],
  container: [
    "kind: Pod\nspec:\n  containers:\n    - name: a\n      <|>",
    "kind: Pod\nspec:\n  containers:\n  - name: a\n    <|>",
    "kind: Pod\nspec:\n    containers:\n        -   name: a\n            <|>",
    "kind: Pod\nspec:\n  containers:\n    - <|>",
  ],
  lifecycle: ["kind: Pod\nspec:\n  containers:\n    - name: a\n      lifecycle:\n        <|>"],
};

for (const { file, label, body } of snippets) {
  test(`${label}: the server offers it where it is legal, in the same words`, () => {
    const [own] = asKubectl(parseSnippet(body).text().replaceAll("\t", "  "));
    for (const text of places[file.replace(".json", "")] ?? assert.fail(`no place for ${file}`)) {
      const [whole] = asKubectl(offer(text).choose(label));
      assert.ok(holds(whole, Array.isArray(own) ? own[0] : own), `${text}\n${offer(text).choose(label)}`);
    }
  });
}

test("no snippet is offered where it cannot be", () => {
  const offered = (text: string, minor = 36) => offer(text, { minor }).labels.filter((each) => labels.includes(each));
  const inContainer = "kind: Pod\nspec:\n  containers:\n    - name: a\n      ";
  assert.deepEqual(offered("kind: Pod\n<|>"), []);
  assert.deepEqual(offered("kind: Pod\nspec:\n  containers: []\n  gra<|>"), []);
  assert.deepEqual(offered(`${inContainer}livenessProbe: {}\n      livenessProbe<|>`), []);
  assert.deepEqual(offered(`${inContainer}lifecycle:\n        preStop: {}\n        preStop<|>`), []);
  assert.deepEqual(offered(`${inContainer}lifecycle:\n        sleep<|>`, 28), []);
  assert.deepEqual(offered("kind: Pod\nspec: {<|>}"), []);
});

for (const { path, text } of readExamples()) {
  test(`examples/${path}: red exactly when the server refuses it`, () => {
    const recorded = record.get(hashOf(text));
    assert.ok(recorded, howToRecord);
    const refused = recorded.objects.some(({ verdict }) => verdict !== "accepted");
    const findings = checkText(text).map(({ severity }) => severity);
    assert.equal(findings.includes("error"), refused);
    if (path.startsWith("healthy/")) assert.ok(!findings.includes("warning"));
    const claims = text.match(/^# API server: accepted$/gm) ?? [];
    if (claims.length > 0)
      assert.deepEqual(
        recorded.objects.map(({ verdict }) => verdict),
        claims.map(() => "accepted"),
      );
  });
}

const named = (label: string): Snippet => snippets.find((each) => each.label === label) ?? assert.fail(label);

/** Somewhere in `whole` stands a map with all the fields of `part`. */
function holds(whole: unknown, part: unknown): boolean {
  if (typeof whole !== "object" || whole === null) return false;
  const fields: [string, unknown][] = Object.entries(whole);
  const wanted: [string, unknown][] = Object.entries(part ?? {});
  const here = wanted.every(([name, value]) => fields.some(([key, own]) => key === name && same(own, value)));
  return here || fields.some(([, value]) => holds(value, part));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
