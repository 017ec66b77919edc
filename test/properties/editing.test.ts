// After any edits the file is as if it had been opened so: chunks, findings, outline and line table.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diagnostics } from "../../server/src/features/diagnostics.ts";
import { documentSymbols } from "../../server/src/features/symbols.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { editFile, findingsOf, openFile, type SourceFile } from "../../server/src/workspace/file.ts";
import { changes, documents, editOf } from "./arbitraries.ts";

const seen = (file: SourceFile) => ({
  lines: file.chunked.lines.starts,
  skipped: file.skipped,
  chunks: file.chunked.chunks.map(({ content, ...place }) => ({ ...content, ...place })),
  findings: findingsOf(file).map(({ chunk, fixes, ...finding }) => ({
    ...finding,
    fixes: fixes.map((each) => [each.title, each.preferred, each.edits()]),
  })),
  diagnostics: diagnostics(file, () => undefined),
  symbols: documentSymbols(file),
});

test("any edits, one after another", () => {
  fc.assert(
    fc.property(documents, changes, fc.boolean(), (text, list, template) => {
      const options = withDefaults({ template, fromEditor: true });
      let file = openFile(text, options);
      for (const change of list) {
        findingsOf(file);
        file = editFile(file, editOf(file.chunked.lines.text, change));
        assert.deepEqual(seen(file), seen(openFile(file.chunked.lines.text, options)));
      }
    }),
    { numRuns: 150 },
  );
});

test("typing a text letter by letter, and taking it away again", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const options = withDefaults({});
      const whole = text.slice(0, 400);
      let file = openFile("", options);
      for (let at = 0; at < whole.length; at++) {
        file = editFile(file, { span: { start: at, end: at }, newText: whole[at] ?? "" });
        if (at % 7 === 0) findingsOf(file);
      }
      assert.deepEqual(seen(file), seen(openFile(whole, options)));
      for (let at = whole.length; at > 0; at--)
        file = editFile(file, { span: { start: at - 1, end: at }, newText: "" });
      assert.deepEqual(seen(file), seen(openFile("", options)));
    }),
    { numRuns: 25 },
  );
});
