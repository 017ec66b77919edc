// Texts that nobody would write on purpose, and edits of them.
import fc from "fast-check";
import type { TextEdit } from "../../server/src/text/span.ts";
import { corpus } from "./corpus.ts";

const texts = corpus()
  .map((each) => each.text)
  .filter((each) => each.length < 6_000);
export const manifest = fc.nat(texts.length - 1).map((index) => texts[index] ?? "");

/** What stands for something in YAML, in templates or in ours. */
export const pieces = fc.constantFrom(
  ..."\t,\n,\r\n,\r,:,: ,#, # x,-,- ,? ,[,],{,},',\",|,|-\n,>,&a ,*a,<<: *a,!!str ,!x ,%,@,`,~,null,yes,0x1F,017,1e3,.inf".split(
    ",",
  ),
  ",",
  ", ",
  "\n---\n",
  "\n--- x\n",
  "---\n",
  "...\n",
  "\uFEFF",
  "\u0000",
  "\u0007",
  "\u0085",
  "\u2028",
  "\uFFFD",
  "\uD83D",
  "😀",
  "é",
  "{{ .Values.x }}",
  "{{- if x }}\n",
  "$" + "{X}",
  "  - x\n",
  "\n  ",
  "key: value\n",
  "kind: Pod\n",
  "kind: List\nitems:\n",
  "- apiVersion: v1\n  kind: Pod\n",
  "apiVersion: v1\n",
  "$patch: delete\n",
  "containers:\n",
  "livenessProbe: {}\n",
  "\n# pod-lifecycle-ignore wrong-type, list-item-null\n",
  "# pod-lifecycle-ignore-block missing-field: x\n",
  "# pod-lifecycle-ignore-file unknown-field\n",
  " # pod-lifecycle-ignore\n",
  "__proto__: 1\n",
  "constructor: x\n",
  "toString:\n",
  "",
);

/** Bytes as an editor shows them, half of them signs of YAML. */
export const soup = fc
  .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

interface Change {
  /** Where, as a part of the text's length. */
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  newText: fc.oneof(
    pieces,
    fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join("")),
    manifest.map((text) => text.slice(0, 300)),
  ),
});
export const changes = fc.array(change, { minLength: 1, maxLength: 6 });

export function editOf(text: string, { at, length, newText }: Change): TextEdit {
  const start = Math.round(at * text.length);
  return { span: { start, end: Math.min(text.length, start + length) }, newText };
}

/** A manifest after a few changes. */
export const mutated = fc.tuple(manifest, changes).map(([text, list]) =>
  list.reduce((changed, each) => {
    const { span, newText } = editOf(changed, each);
    return changed.slice(0, span.start) + newText + changed.slice(span.end);
  }, text),
);

/** Several manifests in a file. */
export const documents = fc.array(manifest, { minLength: 1, maxLength: 4 }).map((list) => list.join("---\n"));
