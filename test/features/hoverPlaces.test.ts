// Hover on anchors and aliases, in broken text, Lists, JSON, templates and custom resources.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FileOptions } from "../../server/src/workspace/file.ts";
import { at, inContainer, inProbe, paragraphs, shows, words } from "./hoverAt.ts";

describe("on anchors and aliases", () => {
  test("what they stand for and where", () => {
    const both = (anchor: string, alias: string) =>
      inContainer(`    readinessProbe: ${anchor}\n      tcpSocket: {port: http}\n    livenessProbe: ${alias}\n`);
    shows(both("&as<|>k", "*ask"), "Anchor: what stands here is used again in line 11.", "&ask");
    shows(both("&as<|>k", ""), "Anchor that nothing uses.", "&ask");
    shows(both("&ask", "*as<|>k"), "Alias: stands for the map from line 9, with `tcpSocket`.", "*ask");
    shows(
      inContainer("    readinessProbe: {periodSeconds: &p 7}\n    livenessProbe: {periodSeconds: *<|>p}\n"),
      paragraphs(
        "Alias: stands for `7` from line 9.",
        "**`periodSeconds`** integer · Probe",
        words("v1.Probe.periodSeconds"),
        "Default: `10`.",
        "Here: `7`.",
      ),
      "*p",
    );
    shows(
      inContainer("    readinessProbe: &p {periodSeconds: 7}\n    livenessProbe:\n      <<<|>: *p\n"),
      "Merge: brings the fields of what stands here. Fields above it in this map lose against it, fields below it win.",
      "<<",
    );
  });

  test("a map that only aliases give a type", () => {
    const shared = (use: string) =>
      `x-probe: &ask\n  period<|>Seconds: 7\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: web\n    livenessProbe: ${use}\n`;
    for (const use of ["*ask", "{<<: *ask}"]) {
      assert.match(at(shared(use))?.text ?? "", /^\*\*`periodSeconds`\*\* integer · Probe\n/);
    }
    assert.equal(at(shared("{}")), undefined);
  });
});

describe("anywhere", () => {
  const title = (marked: string, options: Partial<FileOptions> = {}) => at(marked, options)?.text.split("\n")[0];
  const period = "**`periodSeconds`** integer · Probe";

  test("in half-broken text", () => {
    assert.equal(
      title(inContainer("    livenessProbe:\n      period<|>Seconds: 5\n    readinessProbe:\n      htt\n")),
      period,
    );
    assert.equal(title(inContainer("    ima\n    livenessProbe:\n      period<|>Seconds: 5\n")), period);
    assert.equal(title(inContainer("    livenessProbe: {period<|>Seconds: 5\n")), period);
    assert.equal(
      title(inContainer('    workingDir: "/x\n').replace("image: ng", "image: n<|>g")),
      "**`image`** string · Container",
    );
    assert.equal(
      title(inContainer("    livenessProbe:\n\tperiodSeconds: 5\n").replace("contain", "con<|>tain")),
      "**`containers`** Container[] · PodSpec",
    );
    for (const text of ["", "<|>", ":", "- - :", "kind: [", "kind: Pod\nspec: *x"])
      assert.doesNotThrow(() => at(text.replace(/(<\|>)?$/, "<|>")));
  });

  test("in a List, a file of several documents, and JSON", () => {
    const pod = "apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - livenessProbe: {period<|>Seconds: 5}\n";
    assert.equal(title(`apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service}\n- ${pod}`), period);
    assert.equal(title(`a: 1\n---\n# note\n---\n${inProbe("      period<|>Seconds: 5\n")}---\nb: 2\n`), period);
    const json = JSON.stringify(
      { kind: "Pod", spec: { containers: [{ livenessProbe: { periodSeconds: 5 } }] } },
      undefined,
      2,
    );
    shows(
      json.replace("periodSec", "period<|>Sec"),
      paragraphs(period, words("v1.Probe.periodSeconds"), "Default: `10`.", "Here: `5`."),
      '"periodSeconds"',
    );
    const list = JSON.stringify({
      kind: "List",
      items: [{ apiVersion: "v1", kind: "Pod", spec: { restartPolicy: "Never" } }],
    });
    assert.equal(title(list.replace("Nev", "N<|>ev")), "**`Never`** · value of restartPolicy");
  });

  test("in a Helm template", () => {
    const chart = (line: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "x.name" . }}
spec:
  template:
    spec:
      containers:
        {{- if .Values.web }}
        - name: web
          livenessProbe:
            ${line}
        {{- end }}
`;
    const options = { template: true };
    assert.equal(title(chart("period<|>Seconds: 5"), options), period);
    shows(
      chart("period<|>Seconds: {{ .Values.period }}"),
      paragraphs(
        period,
        words("v1.Probe.periodSeconds"),
        "Default: `10`.",
        "Here: filled in by a template, so nobody knows the value yet.",
      ),
      "periodSeconds",
      options,
    );
    assert.equal(title(chart("periodSeconds: {{ .Val<|>ues.period }}"), options), period);
  });

  test("in a custom resource, from its pod template on", () => {
    const rollout = (line: string) =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  ${line}: {}\n  template:\n    spec:\n      restart<|>Policy: Always\n`;
    assert.equal(title(rollout("strategy")), "**`restartPolicy`** string · PodSpec");
    assert.equal(title(rollout("strategy").replace("<|>", "").replace("strat", "stra<|>t")), undefined);
  });

  test("text of a manifest stays text", () => {
    shows(
      inContainer("    livenessProbe: {httpGet: {port: '`[x](y)<|>'}}\n"),
      "No port of this container has the name `` `[x](y) ``.",
      "'`[x](y)'",
    );
  });
});
