// “Ignore here” for every finding of every manifest that lies here: it goes, with those of its rule on the same lines, and nothing else changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits, type TextEdit } from "../../server/src/text/span.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import {
  chunksOf,
  type FileFinding,
  type FileOptions,
  findingsOf,
  openFile,
  type SourceFile,
} from "../../server/src/workspace/file.ts";
import { ignoreHere } from "../../server/src/workspace/ignoreHere.ts";
import { mutated } from "./arbitraries.ts";
import { corpus } from "./corpus.ts";

const shown = ({ rule, severity, path, message, start, end }: FileFinding): string =>
  `${start}-${end} ${severity} ${rule} ${path} ${message}`;

/** As they are after the edits: all of them are insertions. */
const moved = (finding: FileFinding, edits: readonly TextEdit[]): FileFinding => {
  const by = (offset: number): number =>
    edits.filter(({ span }) => span.start <= offset).reduce((sum, { newText }) => sum + newText.length, 0);
  return { ...finding, start: finding.start + by(finding.start), end: finding.end + by(finding.end) };
};

function complaints(text: string, options: FileOptions): { count: number; wrong: string[] } {
  const file = openFile(text, options);
  const before = findingsOf(file);
  const wrong: string[] = [];
  let count = 0;
  for (const finding of before) {
    const edits = ignoreHere(file, finding);
    const [edit] = edits ?? [];
    if (!edits || !edit) continue;
    count++;
    const after = findingsOf(openFile(applyEdits(text, edits), options)).map(shown);
    // Those of the rule that begin between the comment and the finding, or behind it in the same lines, go with it.
    const isNear = (other: FileFinding): boolean => other.rule === finding.rule && other.start >= edit.span.start;
    const expected = before.map((other) => ({ other, line: shown(moved(other, edits)) }));
    const gone = expected.filter(({ line }) => !after.includes(line));
    const isTold =
      gone.some(({ other }) => other === finding) &&
      gone.every(({ other }) => isNear(other)) &&
      after.length === before.length - gone.length;
    if (!isTold) wrong.push(`${shown(finding)}: now ${JSON.stringify(after)}`);
  }
  return { count, wrong };
}

/** Where a comment could go wrong. */
const tricky: readonly string[] = [
  "apiVersion: v1\nkind: Pod\nmetadata: {name: demo}\nspec: {containers: [{name: web,\n  image: nginx,\n  livenessProbe: {exec: {command: [a]},\n    periodSeconds: -1,\n    successThreshold: 2}}]}\n",
  "apiVersion: v1\nkind: Pod\nmetadata:\n  name: demo\nspec:\n  containers:\n  - name: web\n    image: nginx\n    command:\n    - sh\n    - -c\n    - |\n      echo {{ x }}\n\n      # no comment\n      sleep 5\n    livenessProbe:\n      exec: {command: [\n        a, ~,\n        b]}\n      periodSeconds: -1",
  "apiVersion: v1\nkind: Pod\nmetadata:\n  name: demo\nspec:\n  containers:\n  -\n    name: web\n    image: nginx\n    livenessProbe: &p\n      {exec: {command: [a]}, successThreshold: 2}\n    startupProbe: *p\n    nonsense:\n      a text\n      of lines\n",
  "apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  apiVersion: v2\n- apiVersion: v1\n  kind: Pod\n  spec:\n    containers: []\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: A}\n",
  "kind: Pod\n--- x\napiVersion: v1\nkind: Pod\nmetadata: {name: A}\n--- y\n",
  "apiVersion: v1\nkind: Pod\nspec:\n\tcontainers:\n",
  "\uFEFFapiVersion: v9\nkind: Pod\n",
];

const asItem = (text: string): string =>
  `apiVersion: v1\nkind: List\nitems:\n- ${text.trimEnd().replaceAll("\n", "\n  ")}\n`;

const samples = [...corpus(), ...tricky.map((text, index) => ({ name: `tricky ${index}`, text }))];

function judgeAll(change: (text: string) => string, options: Partial<FileOptions> = {}): void {
  let count = 0;
  // A template is read many times, and what is particular to it does not depend on what is found.
  const some = options.template ? samples.filter(({ name }) => !name.startsWith("test/conformance")) : samples;
  const wrong = some.flatMap(({ name, text }) => {
    const result = complaints(change(text), withDefaults(options));
    count += result.count;
    return result.wrong.map((each) => `${name}: ${each}`);
  });
  assert.deepEqual(wrong, []);
  assert.ok(count > 200, `${count} comments`);
}

test("an ignore comment hushes its finding, and changes nothing else", () => judgeAll((text) => text));

test("also with CR LF, behind another document", () =>
  judgeAll((text) => `a: 1\n---\n${text}`.replace(/\r?\n/g, "\r\n")));

test("also in an item of a List", () => judgeAll(asItem));

test("also in a template", () =>
  judgeAll((text) => text.replace(/^( +)(image: .*)$/m, "$1{{- if .Values.image }}\n$1$2\n$1{{- end }}"), {
    template: true,
  }));

test("in any text it leaves what kubectl takes as it is, and never the finding itself", () => {
  fc.assert(
    fc.property(mutated, fc.boolean(), (text, template) => {
      const options = withDefaults({ template });
      const file = openFile(text, options);
      for (const finding of findingsOf(file)) {
        const edits = ignoreHere(file, finding);
        if (!edits) continue;
        const result = openFile(applyEdits(text, edits), options);
        if (!isRefused(file)) assert.ok(!isRefused(result), `${finding.rule}: refused`);
        const same = (all: FileFinding[]): number =>
          all.filter(({ rule, path, message }) => shownPlace(finding) === shownPlace({ rule, path, message })).length;
        assert.ok(same(findingsOf(result)) < same(findingsOf(file)), `${finding.rule}: still there`);
      }
    }),
    { numRuns: 200 },
  );
});

const isRefused = (file: SourceFile): boolean => chunksOf(file).some(({ parsed }) => parsed.problems.length > 0);
const shownPlace = ({ rule, path, message }: Pick<FileFinding, "rule" | "path" | "message">): string =>
  `${rule} ${path} ${message}`;
