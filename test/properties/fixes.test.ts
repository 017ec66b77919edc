// Every fix of every finding in every manifest that lies here: the finding goes away, nothing gets worse, and line ends stay.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/text/span.ts";
import { checkText } from "../../server/src/workspace/check.ts";
import { preferredEdits } from "../../server/src/workspace/file.ts";
import { corpus } from "./corpus.ts";
import { complaint, type Fixed, fixesOf, uncover } from "./everyFix.ts";

const samples = corpus();
const cases = samples.map((sample) => ({ ...sample, fixes: [...fixesOf(sample)] }));
const failures = (judge: (fixed: Fixed) => string | undefined): string[] =>
  cases.flatMap(({ fixes }) =>
    fixes.flatMap((fixed) => {
      const why = judge(fixed);
      return why === undefined ? [] : [`${fixed.where}: ${why}`];
    }),
  );

test("there is something to fix", () => assert.ok(cases.flatMap((each) => each.fixes).length > 100));

test("a fix ends its finding and brings no error", () => assert.deepEqual(failures(complaint), []));

test("a fix of text with CR LF gives the same with CR LF", () => {
  const crlf = (text: string): string => text.replace(/\r?\n/g, "\r\n");
  const wrong = cases
    .filter(({ text, fixes: plain }) => plain.length > 0 && !text.includes("\r"))
    .flatMap(({ name, text, fixes: plain }) => {
      const broken = [...fixesOf({ name, text: crlf(text) })];
      if (plain.length !== broken.length) return [`${name}: ${plain.length} fixes, ${broken.length} with CR LF`];
      return plain.flatMap((fixed, index) =>
        crlf(fixed.result) === broken[index]?.result
          ? []
          : [`${fixed.where}: ${JSON.stringify(broken[index]?.result)}`],
      );
    });
  assert.deepEqual(wrong, []);
});

test("a fix does the same in a document behind others", () => {
  const head = "# first\n---\na: 1\n---\n";
  const wrong = cases
    .filter(({ text, fixes }) => fixes.length > 0 && !/^(?:---|\uFEFF|%|\.\.\.)/.test(text))
    .flatMap(({ name, text, fixes }) => {
      const behind = [...fixesOf({ name, text: head + text })];
      return fixes.flatMap((fixed, index) => (head + fixed.result === behind[index]?.result ? [] : [fixed.where]));
    });
  assert.deepEqual(wrong, []);
});

test("fixing all comes to an end: after it nothing preferred is left", () => {
  const endless = samples.flatMap(({ name, text }) => {
    let fixed = text;
    for (let round = 0; round < 10; round++) {
      const edits = preferredEdits(checkText(fixed));
      if (edits.length === 0) return [];
      fixed = applyEdits(fixed, edits);
    }
    return [name];
  });
  assert.deepEqual(endless, []);
});

test("JSON stays JSON", () => {
  const broken = cases
    .filter(({ text }) => /^\s*\{/.test(text) && isJson(text))
    .flatMap(({ fixes }) => fixes.filter((fixed) => !isJson(fixed.result)).map((fixed) => fixed.where));
  assert.deepEqual(broken, []);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("a fix does the same in an item of a List", () => {
  const plain = cases.filter(({ text, fixes }) => fixes.length > 0 && canBeItem(text));
  assert.ok(plain.length > 100);
  const wrong = plain.flatMap(({ name, text, fixes }) => {
    const inList = [...fixesOf({ name, text: asItem(text) })];
    return fixes.flatMap((fixed, index) => (asItem(fixed.result) === inList[index]?.result ? [] : [fixed.where]));
  });
  assert.deepEqual(wrong, []);
});

/** One object in lines, without anything that counts columns, comments at the left or documents. */
const canBeItem = (text: string): boolean =>
  /^(?:apiVersion|kind): /.test(text) &&
  /[^\n]\n$/.test(text) &&
  !/^(?:---|\.\.\.|#)|\r|\*|\t|\n\n/m.test(text) &&
  !/^kind: \w*List/m.test(text) &&
  !checkText(text).some(({ rule }) => uncover.has(rule) || rule === "text-ignored");

const asItem = (text: string): string =>
  `apiVersion: v1\nkind: List\nitems:\n- ${text.trimEnd().replaceAll("\n", "\n  ")}\n`;
