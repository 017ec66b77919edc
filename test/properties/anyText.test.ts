// No text makes anything throw, and what is said of it lies inside of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Position, Range } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { complete } from "../../server/src/features/completion.ts";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { hover } from "../../server/src/features/hover.ts";
import { documentSymbols } from "../../server/src/features/symbols.ts";
import { linesOf, offsetAt, positionAt } from "../../server/src/text/lines.ts";
import { applyEdits } from "../../server/src/text/span.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { chunksOf, findingsOf, fixEdits, openFile, type SourceFile } from "../../server/src/workspace/file.ts";
import { mutated, soup } from "./arbitraries.ts";

const options = fc.record({ template: fc.boolean(), patch: fc.boolean(), minor: fc.integer({ min: 24, max: 37 }) });
const anywhere = fc.array(fc.double({ min: 0, max: 1.05, noNaN: true }), { minLength: 4, maxLength: 4 });
const uri = "file:///any.yaml";
const pageOf = () => undefined;

function isInside({ start, end }: Range, file: SourceFile): boolean {
  const { lines } = file.chunked;
  const exact = (position: Position) => {
    const back = positionAt(lines, offsetAt(lines, position));
    // Inside of CR LF there is no place of its own: it is the end of the line.
    return back.line === position.line && Math.abs(back.character - position.character) <= 1;
  };
  return exact(start) && exact(end) && offsetAt(lines, start) <= offsetAt(lines, end);
}

function askEverything(file: SourceFile, places: readonly number[]): void {
  const { lines } = file.chunked;
  const { length } = lines.text;
  for (const finding of findingsOf(file))
    assert.ok(finding.start <= finding.end && finding.end <= length, finding.rule);
  for (const each of diagnostics(file, pageOf)) assert.ok(isInside(each.range, file), String(each.code));
  documentSymbols(file);
  const positions = places.map((part) => positionAt(lines, Math.floor(part * length)));
  positions.push({ line: lines.starts.length + 3, character: 7 }, { line: 0, character: 1_000_000 });
  for (const position of positions) {
    hover(file, position, { locale: "en" });
    complete(file, position, { locale: "zh-cn" });
  }
  const [start = { line: 0, character: 0 }, end = start] = positions;
  for (const action of codeActions(file, { start, end }, { uri, only: undefined, pageOf }))
    for (const edit of action.edit?.changes?.[uri] ?? []) assert.ok(isInside(edit.range, file), action.title);
  codeActions(file, { start, end }, { uri, only: ["source.fixAll"], pageOf });
}

test("byte soup", () => {
  fc.assert(
    fc.property(soup, options, anywhere, (text, more, places) =>
      askEverything(openFile(text, withDefaults(more)), places),
    ),
    // A bracket at the very end was once reported behind it.
    {
      numRuns: 700,
      examples: [["apiVersion: v1\na:\n- [", { template: false, patch: false, minor: 37 }, [1, 1, 1, 1]]],
    },
  );
});

test("mutated manifests", () => {
  fc.assert(
    fc.property(mutated, options, anywhere, (text, more, places) =>
      askEverything(openFile(text, withDefaults(more)), places),
    ),
    { numRuns: 500 },
  );
});

test("positions and offsets", () => {
  fc.assert(
    fc.property(soup, fc.nat(400), (text, offset) => {
      const lines = linesOf(text);
      const at = Math.min(offset, text.length);
      const back = offsetAt(lines, positionAt(lines, at));
      assert.ok(back === at || text.slice(at - 1, at + 1) === "\r\n");
    }),
  );
});

test("a fix never makes YAML that kubectl refuses of YAML that it takes", () => {
  const isRefused = (file: SourceFile): boolean => chunksOf(file).some(({ parsed }) => parsed.problems.length > 0);
  fc.assert(
    fc.property(mutated, (text) => {
      const file = openFile(text, withDefaults({}));
      if (isRefused(file)) return;
      for (const finding of findingsOf(file)) {
        for (const fix of finding.fixes) {
          const edits = fixEdits(finding, fix);
          if (!edits) continue;
          const fixed = openFile(applyEdits(text, edits), withDefaults({}));
          assert.ok(!isRefused(fixed), `${finding.rule}: ${fix.title}`);
        }
      }
    }),
    { numRuns: 700 },
  );
});
