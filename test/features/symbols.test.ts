// The outline: what it shows, and that every symbol stands where its text is.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbols } from "../../server/src/features/symbols.ts";
import { linesOf, offsetAt } from "../../server/src/text/lines.ts";
import type { FileOptions } from "../../server/src/workspace/file.ts";
import { fileOf } from "./cursor.ts";

/** A line a symbol, indented by depth: name, detail in brackets, and the text that is selected on a click. */
function outline(text: string, options: Partial<FileOptions> = {}): string {
  const lines = linesOf(text);
  const show = (symbol: DocumentSymbol, depth: number): string[] => {
    const { start, end } = symbol.selectionRange;
    const from = offsetAt(lines, start);
    const to = offsetAt(lines, end);
    assert.ok(offsetAt(lines, symbol.range.start) <= from && to <= offsetAt(lines, symbol.range.end), symbol.name);
    const detail = symbol.detail ? ` (${symbol.detail})` : "";
    return [
      `${"  ".repeat(depth)}${symbol.name}${detail} @ ${start.line + 1} ${text.slice(from, to)}`,
      ...(symbol.children ?? []).flatMap((each) => show(each, depth + 1)),
    ];
  };
  return documentSymbols(fileOf(text, options))
    .flatMap((each) => show(each, 0))
    .join("\n");
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      initContainers:
        - name: migrate
          image: db:1
        - name: proxy
          image: envoy:1
          restartPolicy: Always
          startupProbe:
            tcpSocket: { port: 15000 }
      containers:
        - name: app
          image: shop:1
          ports:
            - { name: http, containerPort: 8080 }
          livenessProbe:
            httpGet: { path: /, port: http }
          readinessProbe:
            exec: { command: [pg_isready, -q] }
          lifecycle:
            postStart:
              exec: { command: [sh, -c, warm] }
            preStop:
              sleep: { seconds: 5 }
`;

test("documents, containers by kind, ports, probes and hooks", () => {
  assert.equal(
    outline(
      `${deployment}---\n# only a comment\n---\napiVersion: v1\nkind: ConfigMap\n---\nkind: Pod\napiVersion: v1\n`,
    ),
    `Deployment/web (shop) @ 1 apiVersion
  migrate (init · db:1) @ 10 name
  proxy (sidecar · envoy:1) @ 12 name
    startupProbe (tcpSocket 15000) @ 15 startupProbe
  app (shop:1) @ 18 name
    8080 (http) @ 21 name
    livenessProbe (httpGet http) @ 22 livenessProbe
    readinessProbe (exec pg_isready) @ 24 readinessProbe
    postStart (exec sh) @ 27 postStart
    preStop (sleep 5) @ 29 preStop
Pod @ 37 kind`,
  );
});

test("CronJob", () => {
  assert.equal(
    outline(`apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: backup, image: backup:1, livenessProbe: { grpc: { port: 5000 } } }]
`),
    `CronJob/nightly @ 1 apiVersion
  backup (backup:1) @ 11 name
    livenessProbe (grpc 5000) @ 11 livenessProbe`,
  );
});

test("items of a List, block and flow, and JSON", () => {
  const expected = `Pod/a @ LINE QUOTE
  main (x) @ LINE QUOTE
Service/b @ LINE QUOTE`;
  const shape = (text: string) => text.replace(/@ \d+ .*/g, "@ LINE QUOTE");
  const block = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: a}
  spec: {containers: [{name: main, image: x}]}
- apiVersion: v1
  kind: Service
  metadata: {name: b}
`;
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "a" },
    spec: { containers: [{ name: "main", image: "x" }] },
  };
  const service = { apiVersion: "v1", kind: "Service", metadata: { name: "b" } };
  assert.equal(shape(outline(block)), expected);
  assert.equal(shape(outline(JSON.stringify({ apiVersion: "v1", kind: "List", items: [pod, service] }))), expected);
  assert.equal(
    shape(outline(JSON.stringify({ apiVersion: "v1", kind: "List", items: [pod, service] }, undefined, 2))),
    expected,
  );
});

test("half-broken text: what can be read is there", () => {
  assert.equal(
    outline(`apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
  - name: first
    image: "x
  - name: second
    livenessProbe:
      httpGet:
        port: 80
`).split("\n")[0],
    "Pod/a @ 1 apiVersion",
  );
  assert.equal(
    outline(`apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
  - name: first
    ima
    livenessProbe:
      httpGet: {port: 80}
  - name:
`),
    `Pod/a @ 1 apiVersion
  first @ 7 name
    livenessProbe (httpGet 80) @ 9 livenessProbe
  ? @ 11 name`,
  );
});

test("an alias is shown where it stands", () => {
  assert.equal(
    outline(`apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
  - name: main
    readinessProbe: &ask
      tcpSocket: { port: 80 }
    livenessProbe: *ask
`),
    `Pod/a @ 1 apiVersion
  main @ 6 name
    livenessProbe (tcpSocket 80) @ 9 livenessProbe
    readinessProbe (tcpSocket 80) @ 7 readinessProbe`,
  );
});

test("templates, custom resources, and files that are none of ours", () => {
  assert.equal(
    outline(
      `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  template:
    spec:
      containers:
      {{- range .Values.extra }}
      - name: app
        image: {{ .Values.image }}
      {{- end }}
`,
      { template: true },
    ),
    `Deployment @ 1 apiVersion
  app @ 10 name`,
  );
  assert.equal(
    outline(
      "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r}\nspec: {template: {spec: {containers: [{name: c}]}}}\n",
    ),
    "Rollout/r @ 1 apiVersion\n  c @ 4 name",
  );
  assert.equal(outline("a: 1\nb: [2]\n"), "");
  assert.equal(outline(""), "");
});
