// Templates: what is certain is said, whatever comes out of them; and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../server/src/features/hover.ts";
import { positionAt } from "../../server/src/text/lines.ts";
import { applyEdits } from "../../server/src/text/span.ts";
import { checkText, withDefaults } from "../../server/src/workspace/check.ts";
import { editFile, findingsOf, fixEdits, openFile, readChunk } from "../../server/src/workspace/file.ts";

const template = { template: true };
const indented = (columns: number, text: string): string => text.replace(/^(?=.)/gm, " ".repeat(columns));

/** A Deployment with `lines` in its container, at column 10. */
const inContainer = (lines: string, podLines = ""): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "web.name" . }}
  labels:
    {{- include "web.labels" . | nindent 4 }}
spec:
  selector:
    matchLabels: {{- include "web.labels" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "web.labels" . | nindent 8 }}
    spec:
${indented(6, podLines)}      containers:
        - name: web
          image: {{ .Values.image | quote }}
${indented(10, lines)}`;

/** `rule: path`, in the order of the text. */
const found = (text: string): string[] => checkText(text, template).map((each) => `${each.rule}: ${each.path}`);
const at = (path: string): string => `spec.template.spec.containers[0]${path}`;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly found?: readonly string[];
}

const exec = "exec:\n    command: [test]\n";
const http = "httpGet:\n    path: /\n    port: 80\n";

const cases: readonly Case[] = [
  { name: "nothing wrong", text: inContainer(`livenessProbe:\n  ${http}`) },
  {
    name: "two handlers",
    text: inContainer(`livenessProbe:\n  ${http}  ${exec}`),
    found: [`probe-handler-count: ${at(".livenessProbe.httpGet")}`],
  },
  {
    name: "two blocks with a handler each",
    text: inContainer(`livenessProbe:\n  {{- if .a }}\n  ${http}  {{- end }}\n  {{- if .b }}\n  ${exec}  {{- end }}\n`),
  },
  {
    name: "one of two handlers",
    text: inContainer(`livenessProbe:\n  {{- if .a }}\n  ${http}  {{- else }}\n  ${exec}  {{- end }}\n`),
  },
  {
    name: "a handler, and perhaps another one",
    text: inContainer(`livenessProbe:\n  ${http}  {{- if .b }}\n  ${exec}  {{- end }}\n`),
  },
  {
    name: "two handlers in one block",
    text: inContainer(`livenessProbe:\n  {{- if .a }}\n  ${http}  ${exec}  {{- end }}\n`),
    found: [`probe-handler-count: ${at(".livenessProbe.httpGet")}`],
  },
  {
    name: "two handlers in an else",
    text: inContainer(
      `livenessProbe:\n  {{- if .a }}\n  ${http}  {{- else if .b }}\n  ${http}  {{- else }}\n  ${http}  ${exec}  {{- end }}\n`,
    ),
    found: [`probe-handler-count: ${at(".livenessProbe.httpGet")}`],
  },
  {
    name: "no handler",
    text: inContainer("livenessProbe:\n  periodSeconds: 5\n"),
    found: [`probe-handler-count: ${at(".livenessProbe")}`],
  },
  {
    name: "a handler is inserted",
    text: inContainer("livenessProbe:\n  periodSeconds: 5\n  {{- toYaml .h | nindent 12 }}\n"),
  },
  {
    name: "a handler is inserted at a column that nobody knows",
    text: inContainer('livenessProbe:\n  periodSeconds: 5\n  {{ include "h" . }}\n'),
  },
  {
    name: "something is inserted, but elsewhere",
    text: inContainer("livenessProbe:\n  periodSeconds: 5\n{{- toYaml .h | nindent 10 }}\n"),
    found: [`probe-handler-count: ${at(".livenessProbe")}`],
  },
  {
    name: "the handler stands behind the value",
    text: inContainer("livenessProbe: {{- toYaml .h | nindent 12 }}\n  periodSeconds: 5\n"),
  },
  {
    name: "perhaps a handler",
    text: inContainer(`livenessProbe:\n  periodSeconds: 5\n  {{- if .a }}\n  ${http}  {{- end }}\n`),
  },
  {
    name: "a handler in a branch of a branch",
    text: inContainer(
      `livenessProbe:\n  periodSeconds: 5\n  {{- if .a }}\n  {{- else }}\n  {{- if .b }}\n  ${http}  {{- else }}\n  {{- end }}\n  {{- end }}\n`,
    ),
  },
  { name: "a key nobody knows", text: inContainer("livenessProbe:\n  {{ .Values.handler }}:\n    port: 80\n") },
  {
    name: "the probe itself",
    text: inContainer("livenessProbe: {{ .Values.probe }}\nreadinessProbe:\n  {{- toYaml .p | nindent 12 }}\n"),
  },
  {
    name: "two handlers, each of which may be null",
    text: inContainer("livenessProbe:\n  httpGet: {{ .a }}\n  exec:\n    {{- toYaml .b | nindent 14 }}\n"),
  },
  {
    name: "an unknown field",
    text: inContainer("{{- if .a }}\n{{- else }}\ncolour: red\n{{- end }}\n"),
    found: [`unknown-field: ${at(".colour")}`],
  },
  {
    name: "a wrong type, and values to come",
    text: inContainer(
      "stdin: 3\ntty: {{ .tty }}\nargs: {{ .args }}\nports: {{ toYaml .p | nindent 12 }}\nworkingDir: {{ if .a }}/a{{ else }}/b{{ end }}\n",
    ),
    found: [`wrong-type: ${at(".stdin")}`],
  },
  {
    name: "a number in a text",
    text: inContainer(
      "env:\n  - name: A\n    value: {{ .a }}\n  - name: B\n    value: 1{{ .b }}\n  - name: C\n    value: 1\n",
    ),
    found: [`wrong-type: ${at(".env[2].value")}`],
  },
  {
    name: "keys that come again in other branches",
    text: inContainer(
      "{{- if .a }}\nstdin: true\n{{- else }}\nstdin: false\n{{- end }}\n{{- if .b }}\nstdin: true\n{{- end }}\n",
    ),
  },
  {
    name: "items of a loop",
    text: inContainer(
      "ports:\n  {{- range .ports }}\n  - name: {{ .name }}\n    containerPort: {{ .port }}\n  {{- end }}\n",
    ),
  },
  {
    name: "something missing in a loop",
    text: inContainer("ports:\n  {{- range .ports }}\n  - name: {{ .name }}\n  {{- end }}\n"),
    found: [`missing-field: ${at(".ports[0].containerPort")}`],
  },
  {
    name: "a port nobody declared",
    text: inContainer("ports:\n  - name: http\n    containerPort: 80\nlivenessProbe:\n  httpGet:\n    port: htp\n"),
    found: [`probe-port-unresolved: ${at(".livenessProbe.httpGet.port")}`],
  },
  {
    name: "a port that a block may declare",
    text: inContainer(
      "ports:\n  {{- if .a }}\n  - name: http\n    containerPort: 80\n  {{- else }}\n  - name: web\n    containerPort: 80\n  {{- end }}\nlivenessProbe:\n  httpGet:\n    port: web\n",
    ),
  },
  {
    name: "a port that may be inserted",
    text: inContainer(
      "ports:\n  - name: http\n    containerPort: 80\n  {{- toYaml .ports | nindent 12 }}\nlivenessProbe:\n  httpGet:\n    port: web\n",
    ),
  },
  {
    name: "no such volume",
    text: inContainer(
      "volumeMounts:\n  - name: data\n    mountPath: /data\n",
      "volumes:\n  - name: dta\n    emptyDir: {}\n",
    ),
    found: [`volume-mount-invalid: ${at(".volumeMounts[0].name")}`],
  },
  {
    name: "a volume that may be inserted",
    text: inContainer(
      "volumeMounts:\n  - name: data\n    mountPath: /data\n",
      "volumes:\n  {{- toYaml .volumes | nindent 8 }}\n",
    ),
  },
  {
    name: "volumes that may be inserted",
    text: inContainer("volumeMounts:\n  - name: data\n    mountPath: /data\n", '{{ include "pod" . | nindent 6 }}\n'),
  },
  {
    name: "a mistake inside of a script",
    text: inContainer("args:\n  - |\n      {{- if .a }}\n    kind: Pod\n      {{ end }}\n    {{ .b }}\n"),
  },
  {
    name: "a mask that is no YAML",
    text: inContainer("{{- if .a }}\n  stdin: 3\n{{- end }}\ncolour: red\n").replace("colour", " colour"),
  },
  { name: "a comment in braces is no text", text: inContainer("{{/*\ncolour: red\n*/}}\n{{- /* stdin: 3 */}}\n") },
  {
    name: "a comment over separators",
    text: `{{- /*\nkind: Pod\n---\n${inContainer("a: 1\n").replaceAll(/\{\{.*?\}\}/g, "x")}---\nb: 1\n*/}}\n${inContainer("colour: red\n")}`,
    found: [`unknown-field: ${at(".colour")}`],
  },
  {
    name: "a manifest in pieces: the block begins before the separator",
    text: `{{- range .l }}\n---\n${inContainer("colour: red\n")}{{- end }}\n---\n${inContainer("{{- if .a }}\n")}---\n{{- end }}\n`,
    found: [`unknown-field: ${at(".colour")}`],
  },
  {
    name: "a version that is gone",
    text: "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: {{ .n }}}\nspec: {{ .spec }}\n",
    found: ["api-version: apiVersion"],
  },
  {
    name: "a version for old clusters",
    text: '{{- if semverCompare "<1.21" .Capabilities.KubeVersion.Version }}\napiVersion: batch/v1beta1\n{{- else }}\napiVersion: batch/v1\n{{- end }}\nkind: CronJob\nmetadata: {name: {{ .n }}}\nspec: {{ .spec }}\n',
  },
  {
    name: "fields of one of several versions",
    text: 'apiVersion: {{ include "hpa.version" . }}\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: a\nspec:\n  targetCPUUtilizationPercentage: 80\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        targetAverageUtilization: 80\n',
  },
  {
    name: "a field for some versions, as all others",
    text: inContainer(
      '{{- if .Capabilities.APIVersions.Has "x/v1" }}\nrestartPolicyRules: []\ncolour: red\n{{- end }}\n',
    ),
    found: [`unknown-field: ${at(".colour")}`],
  },
  {
    name: "a kind nobody knows",
    text: "apiVersion: {{ .v }}\nkind: {{ .k }}\nmetadata: {name: a}\nspec: {colour: red}\n",
  },
  {
    name: "Jinja",
    text: inContainer("{% if a %}\ncolour: {{ a }}\n{% else %}\nstdin: {{ b }}\n{% endif %}\n"),
    found: [`unknown-field: ${at(".colour")}`],
  },
];

for (const each of cases) test(each.name, () => assert.deepEqual(found(each.text), each.found ?? []));

test("with the breaks of Windows just the same", () => {
  for (const each of cases) assert.deepEqual(found(each.text.replaceAll("\n", "\r\n")), each.found ?? [], each.name);
});

test("half-typed braces break nothing around them", () => {
  for (const typed of ["{{", "{{ if", "{{- if .a }}", "{{ end }}", "{{- else", "{{ .a", "{{ .a }", "stdin: {{", '{{ "'])
    for (const finding of checkText(inContainer(`colour: red\n${typed}\nstdin: true\n`), template))
      assert.equal(finding.rule, "unknown-field", typed);
});

test("without braces a template is a text like any other", () => {
  const text = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec: [\n";
  const rules = (file: ReturnType<typeof openFile>) => findingsOf(file).map((each) => each.rule);
  const file = openFile(text, withDefaults(template));
  assert.deepEqual(rules(file), ["yaml-syntax"]);
  const typed = editFile(file, { span: { start: text.length - 2, end: text.length - 1 }, newText: "{{ .a }}" });
  assert.deepEqual(rules(typed), []);
});

test("a keystroke costs its own document", () => {
  const text = [inContainer("a: 1\n"), inContainer("b: 1\n"), inContainer("c: 1\n")].join("---\n");
  const file = openFile(text, withDefaults(template));
  const before = file.chunked.chunks.map(({ content }) => readChunk(file, content));
  const offset = text.indexOf("b: 1") + 1;
  const edited = editFile(file, { span: { start: offset, end: offset }, newText: "b" });
  const after = edited.chunked.chunks.map(({ content }) => readChunk(edited, content));
  assert.deepEqual(
    after.map((each, index) => each === before[index]),
    [true, false, true],
  );
});

test("a fix leaves the braces alone", () => {
  const fixed = (text: string): string[] =>
    checkText(text, template).flatMap((finding) =>
      finding.fixes.flatMap((fix) => {
        const edits = fixEdits(finding, fix);
        return edits ? [applyEdits(text, edits)] : [];
      }),
    );
  const braces = (text: string) => text.match(/\{\{.*?\}\}/g)?.sort();
  for (const { text } of cases)
    for (const result of fixed(text)) assert.deepEqual(braces(result), braces(text), result);
  const typo = inContainer("{{- if .a }}\nlivenesProbe:\n  httpGet:\n    port: {{ .port }}\n{{- end }}\n");
  assert.ok(fixed(typo).includes(typo.replace("livenesProbe", "livenessProbe")));
});

test("a fix stays in its block", () => {
  const text = inContainer("{{- if .a }}\nlivenessProbe:\n  periodSeconds: 5\n{{- end }}\n");
  const [finding] = checkText(text, template);
  const [fix] = finding?.fixes ?? [];
  assert.ok(finding && fix);
  const edits = fixEdits(finding, fix);
  assert.ok(edits);
  const fixed = applyEdits(text, edits);
  assert.deepEqual(found(fixed), []);
  assert.match(fixed, /httpGet:[\s\S]*\{\{- end \}\}/);
});

test("a field moves with its braces, unless they are lines of their own or parts of a block", () => {
  const moves = (lines: string): string[] => {
    const text = inContainer(lines);
    return checkText(text, template)
      .filter((each) => each.rule === "lifecycle-misplaced")
      .flatMap((finding) => finding.fixes.flatMap((fix) => fixEdits(finding, fix)?.map((each) => each.newText) ?? []));
  };
  const probe = "livenessProbe:\n  httpGet:\n    port: 80\n";
  assert.ok(moves(`${probe}    periodSeconds: {{ .p }}\n`).includes("            periodSeconds: {{ .p }}\n"));
  // Within its block.
  assert.ok(
    moves(`${probe}    {{- if .a }}\n    periodSeconds: 5\n    {{- end }}\n`).includes(
      "            periodSeconds: 5\n",
    ),
  );
  assert.deepEqual(moves(`${probe}    {{- if .a }}\n    periodSeconds: 5\n    {{- end }}\n    path: /\n`), []);
  assert.deepEqual(moves("exec:\n  command:\n    {{- toYaml .c | nindent 14 }}\n"), []);
});

test("an ignore comment counts in every branch", () => {
  const branches = (comment: string) =>
    inContainer(`{{- if .a }}\nstdin: 1${comment}\n{{- else }}\nstdin: 2${comment}\n{{- end }}\n`);
  assert.equal(found(branches("")).length, 2);
  assert.deepEqual(found(branches(" # pod-lifecycle-ignore wrong-type: filled in later")), []);
});

test("the text of another branch has its hover too", () => {
  const text = inContainer("{{- if .a }}\nstdin: true\n{{- else }}\nterminationMessagePath: /a\n{{- end }}\n");
  const file = openFile(text, withDefaults(template));
  const position = positionAt(file.chunked.lines, text.indexOf("MessagePath"));
  assert.match(JSON.stringify(hover(file, position, { locale: "en" } as never)), /terminationMessagePath/);
});
