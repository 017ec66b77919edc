// A masked template reads as YAML: each action is a value that nobody knows, or nothing at all, and no character moves.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import { maskTemplate } from "../../server/src/syntax/template/renderings.ts";

const lines = (...text: string[]): string => text.map((line) => `${line}\n`).join("");

/** Without the blanks at the ends of lines, and `X` for each run of `x`: their length is that of the action. */
const masked = (text: string, cursor = text.length): string => {
  const result = maskTemplate(text, cursor);
  assert.equal(result.length, text.length);
  return result.replace(/[ \t]+(?=\r?$)/gm, "").replace(/x{3,}/g, "X");
};

interface Case {
  readonly name: string;
  readonly text: string;
  readonly masked: string;
}

const cases: readonly Case[] = [
  {
    name: "a value",
    text: "name: {{ .Values.name }}\nport: {{- .Values.port -}}\nnext: 1\n",
    masked: "name: X\nport: X\nnext: 1\n",
  },
  {
    name: "a part of a value, quoted or not",
    text: "a: web-{{ .n }}-x\nb: \"{{ .n }}:{{ .t }}\"\nc: '{{ .n }}'\n",
    masked: "a: web-X-x\nb: \"X:X\"\nc: 'X'\n",
  },
  { name: "a key, and both", text: "{{ .k }}: 1\n{{ .k }}: {{ .v }}\n", masked: "X: 1\nX: X\n" },
  { name: "an item", text: "- {{ .a }}\n- a: {{ .b }}\n", masked: "- X\n- a: X\n" },
  {
    name: "a value that goes on below",
    text: lines(
      "labels: {{- include (1) | nindent 2 }}",
      "  app: web",
      "list: {{ .l }}",
      "- one",
      "- {{ .m }}",
      "  a: 1",
    ),
    masked: lines("labels:", "  app: web", "list:", "- one", "-", "  a: 1"),
  },
  {
    name: "a value below which something else begins",
    text: lines("- a: {{ .a }}", "- b: {{ .b }} # why", "", "# {{ .c }}", "{{ .d }}", "c: {{ .e }}"),
    masked: lines("- a: X", "- b: X # why", "", "# X", "", "c: X"),
  },
  {
    name: "a value without a blank behind its colon",
    text: "a:{{ toYaml .x | nindent 2 }}\n  b: 1\nurl: http:{{ .x }}\n",
    masked: "a:\n  b: 1\nurl: http:X\n",
  },
  {
    name: "lines of actions alone",
    text: lines("spec:", "  {{- if .x }}", "  a: 1", "  {{- end }}{{/* c */}}", "{{ include (2) . | indent 2 }}"),
    masked: lines("spec:", "", "  a: 1", "", ""),
  },
  {
    name: "actions behind a value",
    text: "a: 1 {{- end }}\nb: 2 {{/* c */}}\nc: {{ .c }}{{ end }}\nd: {{/* c */}}\n",
    masked: "a: 1\nb: 2\nc: X\nd:\n",
  },
  {
    name: "a block in one line",
    text: "a: {{ if .x }}b{{ else }}c{{ end }}\n{{ if .y }}d: 1{{ end }}\n{{ if .z }}k{{ end }}: 1\nv: w{{ if .x }}-{{ .x }}{{ end }}\n",
    masked: "a: X\n\nX: 1\nv: wX\n",
  },
  {
    name: "the first branch, the others not",
    text: lines("{{ if .x }}", "a: 1", "{{ else if .y }}", "b: 1", "{{ else }}", "c: 1", "{{ end }}", "d: 1"),
    masked: lines("", "a: 1", "", "", "", "", "", "d: 1"),
  },
  {
    name: "blocks inside of blocks that are not shown",
    text: lines("{{ if .x }}", "{{ else }}", "{{ range .l }}", "a: 1", "{{ end }}", "b: 1", "{{ end }}", "c: 1"),
    masked: lines("", "", "", "", "", "", "", "c: 1"),
  },
  {
    name: "named pieces are not shown beside a manifest",
    text: lines('{{ define "x" }}', "apiVersion: v1", "kind: Pod", "{{ end }}", "kind: Job"),
    masked: lines("", "", "", "", "kind: Job"),
  },
  {
    name: "a named piece that is a manifest, alone",
    text: lines(
      '{{ define "y" }}',
      "a: 1",
      "{{ end }}",
      '{{ define "x" }}',
      "apiVersion: v1",
      "kind: Pod",
      "{{ end }}",
    ),
    masked: lines("", "", "", "", "apiVersion: v1", "kind: Pod", ""),
  },
  {
    name: "a comment over lines, and in the text",
    text: "{{- /*\na: 1\n}} {{ x }}\n*/ -}}\nb: c{{/* {{ */}}d\n",
    masked: "\n\n\n\nb: cXd\n",
  },
  { name: "a comment that a separator cut", text: "a: 1\n*/}}\nb: 1\n", masked: "\n\nb: 1\n" },
  { name: "a comment that nobody closed", text: "b: 1\n{{/* a: 1\nc: 1\n", masked: "b: 1\n\n\n" },
  {
    name: "an action over lines",
    text: 'a: {{ include "x"\n  (dict "k" 1)\n}}\nb: 1\n',
    masked: "a: X\n\n\nb: 1\n",
  },
  {
    name: "braces and quotes inside of actions",
    text: 'a: {{ "}}" }}\nb: {{ `}} "` }}\nc: {{ "\\"}}" }}\nd: {{ \'}\' }}\ne: {{ {"x": 1} }}\n',
    masked: "a: X\nb: X\nc: X\nd: X\ne: X\n",
  },
  { name: "braces that come out", text: 'a: "{{ "{{" }} x {{ "}}" }}"\n', masked: 'a: "X x X"\n' },
  { name: "half-typed: an opening", text: "a: {{\nb: 1\n", masked: "a: xx\nb: 1\n" },
  { name: "half-typed: a condition", text: "{{ if\na: 1\n", masked: "\na: 1\n" },
  { name: "half-typed: before another one", text: "a: {{ .x\nb: {{ .y }}\n", masked: "a: X\nb: X\n" },
  { name: "half-typed: one brace less", text: "a: {{ .x }\nb: 1\n", masked: "a: X\nb: 1\n" },
  { name: "half-typed: a quote", text: 'a: {{ "x }}\nb: 1\n', masked: "a: X\nb: 1\n" },
  { name: "an end without a beginning", text: lines("a: 1", "{{ end }}", "b: 1"), masked: lines("a: 1", "", "b: 1") },
  {
    name: "an else without a beginning",
    text: lines("a: 1", "{{ else }}", "b: 1", "{{ end }}", "c: 1"),
    masked: lines("a: 1", "", "", "", "c: 1"),
  },
  { name: "a beginning without an end", text: lines("a: 1", "{{ if .x }}", "b: 1"), masked: lines("a: 1", "", "b: 1") },
  {
    name: "breaks of Windows",
    text: "{{ if .x }}\r\na: {{ .a }}\r\n{{ else }}\r\nb: 1\r\n{{ end }}\r\n",
    masked: "\r\na: X\r\n\r\n\r\n\r\n",
  },
  {
    name: "Jinja",
    text: lines(
      "{% if x %}",
      "a: {{ a | default('}}') }}",
      "{% else %}",
      "b: 1",
      "{% endif %}",
      "{# c: 1 #}",
      "d: {{ {'a': {'b': 1} } }}",
    ),
    masked: lines("", "a: X", "", "", "", "", "d: X"),
  },
  {
    name: "Jinja: blocks and what is none",
    text: lines(
      "{% set a = 1 %}",
      "{%- for x in y -%}",
      "- {{ x }}",
      "{%- endfor %}",
      "- '{% raw %}{{ b }}{% endraw %}'",
    ),
    masked: lines("", "", "- X", "", "- 'X{{ b }}X'"),
  },
  {
    name: "what only looks like Jinja",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's
    text: "a: ${#list[@]} %}\nb: '{%d}'\nc: {% 1\n",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's
    masked: "a: ${#list[@]} %}\nb: '{%d}'\nc: {% 1\n",
  },
];

for (const { name, text, masked: expected } of cases) test(name, () => assert.equal(masked(text), expected));

test("the branch of the cursor is shown", () => {
  const text = lines("{{ if .x }}", "a: 1", "{{ else }}", "b: 1", "{{ if .y }}", "c: 1", "{{ end }}", "{{ end }}");
  assert.equal(masked(text, text.indexOf("b:")), lines("", "", "", "b: 1", "", "c: 1", "", ""));
  assert.equal(masked(text, text.indexOf("a:")), lines("", "a: 1", "", "", "", "", "", ""));
});

test("a text in a block may begin with an action that stands further right", () => {
  const text = lines(
    "args:",
    "  - |",
    "    {{- if .x }}",
    "    a",
    "    {{- end }}",
    "      {{ .y }}",
    "    b",
    "c: 1",
  );
  const { problems, root } = parseChunk(text, { template: true });
  assert.deepEqual(problems, []);
  assert.ok(root?.kind === "map" && root.fields.has("c"));
});

const piece = fc.constantFrom(
  ..."{{,}},{{-,-}},{%,%},{#,#},/*,*/, if , else , end , range .x , define ,include,endif,raw,:=,$x,\",',`,{,},\n,\r\n,\r,  ,\t,- ,a: ,b,#,|,---\n,|nindent 4".split(
    ",",
  ),
);

test("any text keeps its length and its line breaks, and reads without a throw", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 }), fc.nat(), (parts, at) => {
      const text = parts.join("");
      const result = maskTemplate(text, at % (text.length + 1));
      assert.equal(result.length, text.length);
      assert.deepEqual(result.replace(/[^\r\n]/g, ""), text.replace(/[^\r\n]/g, ""));
      for (const { index } of text.matchAll(/[\r\n]/g)) assert.equal(result[index], text[index]);
      const { renderings } = parseChunk(text, { template: true });
      assert.ok(renderings);
      for (let index = 0; index < renderings.count; index++) renderings.at(index);
      renderings.only(renderings.branchAt(at % (text.length + 1)));
      renderings.everything();
    }),
    { numRuns: 1_000 },
  );
});

test("hostile texts are no work and no danger", () => {
  const parts = [
    "{{ if .x }}\na: 1\n{{ else }}\n",
    "{{",
    "{{ .a }} ",
    "{% if a %} ",
    "{% if ",
    "{# ",
    "{{/* ",
    "- {{ .a }}\n",
    "a: {{ `\n",
    "}} ",
    "{{ { ",
  ];
  for (const part of parts) {
    const text = part.repeat(300_000 / part.length);
    const start = performance.now();
    assert.equal(maskTemplate(text, text.length).length, text.length);
    assert.ok(performance.now() - start < 3_000, part);
  }
});
