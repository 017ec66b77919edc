// What a fix must leave as people wrote it: their comments, and brackets on one line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Node, resolve } from "../../server/src/syntax/nodes.ts";
import type { TextEdit } from "../../server/src/text/span.ts";
import { checkText, withDefaults } from "../../server/src/workspace/check.ts";
import { chunksOf, openFile } from "../../server/src/workspace/file.ts";
import { corpus, type Sample } from "./corpus.ts";
import { type Fixed, fixesOf } from "./everyFix.ts";

/** The whole document is written anew, or a comment is the mistake: other tests hold them. */
const apart = new Set(["flattened-manifest", "yaml-syntax", "template-unrendered", "unused-ignore"]);
const samples = corpus();
const fixesIn = (some: readonly Sample[]): Fixed[] =>
  some.flatMap((sample) => [...fixesOf(sample)].filter(({ finding }) => !apart.has(finding.rule)));

/** With a comment above every line and behind it. */
function commented({ name, text }: Sample): Sample[] {
  if (/[|>][-+0-9]*\s*$|\t|\r|^%|^---|^\.\.\.|pod-lifecycle-ignore/m.test(text) || !text.includes("\n")) return [];
  const lines = text.trimEnd().split("\n");
  const more = lines.flatMap((line, index) => {
    if (line.trim() === "" || line.includes("#")) return [line];
    return [`${/^ */.exec(line)?.[0] ?? ""}# above ${index}.`, `${line} # behind ${index}.`];
  });
  const sample = { name: `${name}, commented`, text: `${more.join("\n")}\n` };
  const found = (of: string) => checkText(of).map(({ rule, path }) => `${rule} ${path}`);
  // Where a line goes on in the next one, a comment would end it.
  return found(text).join() === found(sample.text).join() ? [sample] : [];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const comments = (text: string): Span[] =>
  chunksOf(openFile(text, withDefaults({}))).flatMap(({ start, parsed }) =>
    parsed.comments.map(({ span }) => ({ start: start + span.start, end: start + span.end })),
  );

/** A comment that went, though what it stands above, or below, stayed. */
function lostComment({ text, edits, result }: Fixed): string | undefined {
  for (const { start, end } of comments(text)) {
    const words = text.slice(start, end);
    const edit = edits.find(({ span }) => span.start < end && start < span.end);
    if (!edit || edit.newText.includes(words)) continue;
    if (count(result, words) >= count(text, words)) continue;
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const behindText = /\S/.test(text.slice(lineStart, start));
    const gone = (from: number, to: number) =>
      text.slice(Math.max(from, edit.span.start), Math.min(to, edit.span.end)).split("\n").some(isContent);
    if (behindText ? gone(lineStart, start) : gone(edit.span.start, start) && gone(end, edit.span.end)) continue;
    return `loses “${words}”`;
  }
  return undefined;
}

const isContent = (line: string): boolean => /^\s*[^\s#]/.test(line);
const count = (text: string, words: string): number => text.split(words).length - 1;

/** Brackets on one line stay on one line. */
function breaksBrackets({ text, edits }: Fixed): string | undefined {
  const file = chunksOf(openFile(text, withDefaults({})));
  for (const edit of edits) {
    if (!/[\r\n]/.test(edit.newText)) continue;
    const chunk = file.findLast(({ start }) => start <= edit.span.start);
    const around = chunk?.parsed.root && innermost(chunk.parsed.root, inChunk(edit, chunk.start));
    if (!around || around.kind === "alias" || around.kind === "scalar" || !around.flow) continue;
    if (!/\n/.test(chunk.parsed.text.slice(around.span.start, around.span.end))) return "breaks a line in brackets";
  }
  return undefined;
}

const inChunk = ({ span }: TextEdit, start: number): Span => ({ start: span.start - start, end: span.end - start });

/** The innermost map or list that holds the edit strictly inside. */
function innermost(node: Node, at: Span): Node | undefined {
  const holds = (inner: Node) => inner.span.start < at.start && at.end < inner.span.end;
  const found = resolve(node);
  const children =
    found.kind === "map" ? found.written.map(({ value }) => value) : found.kind === "sequence" ? found.items : [];
  for (const child of children) {
    if (child.kind === "alias" || child.kind === "scalar" || !holds(child)) continue;
    return innermost(child, at) ?? child;
  }
  return holds(node) ? node : undefined;
}

const complaints = (some: readonly Fixed[], judge: (fixed: Fixed) => string | undefined): string[] =>
  some.flatMap((fixed) => {
    const why = judge(fixed);
    return why === undefined ? [] : [`${fixed.where}: ${why}`];
  });
const all = fixesIn(samples);

test("a fix keeps the comments around what it changes", () => assert.deepEqual(complaints(all, lostComment), []));

test("a fix keeps comments above and behind every line", () => {
  // One in four: all of them take half a minute.
  const everywhere = fixesIn(samples.filter((_, index) => index % 4 === 0).flatMap(commented));
  assert.ok(everywhere.length > 100);
  assert.deepEqual(complaints(everywhere, lostComment), []);
});

test("a fix keeps brackets on their line", () => assert.deepEqual(complaints(all, breaksBrackets), []));
