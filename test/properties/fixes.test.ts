// Every fix of every finding in every manifest that lies here: the finding goes away, nothing gets worse, and line ends stay.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type TextEdit } from "../../server/src/text/span.ts";
import { checkText } from "../../server/src/workspace/check.ts";
import { type FileFinding, fixEdits, preferredEdits, withoutRepeats } from "../../server/src/workspace/file.ts";
import { corpus, type Sample } from "./corpus.ts";

const samples = corpus();
/** What they mend could not be judged before: a field has no rules until its name, place and type are right. */
const uncover = new Set([
  "yaml-syntax",
  "flattened-manifest",
  "template-unrendered",
  "unknown-field",
  "lifecycle-typo",
  "lifecycle-misplaced",
  "wrong-type",
  "init-probe-or-hook",
]);

const key = ({ rule, path, message }: FileFinding): string => `${rule} ${path} ${message}`;
const count = (findings: readonly FileFinding[], holds: (finding: FileFinding) => boolean): number =>
  findings.filter(holds).length;

interface Fixed {
  readonly where: string;
  readonly finding: FileFinding;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  readonly before: readonly FileFinding[];
  readonly text: string;
  readonly result: string;
}

function* fixesOf({ name, text }: Sample): Generator<Fixed> {
  const before = withoutRepeats(checkText(text));
  for (const finding of before) {
    for (const fix of finding.fixes) {
      const edits = fixEdits(finding, fix);
      if (!edits) continue;
      const where = `${name}: ${finding.rule} at ${finding.path}: ${fix.title}`;
      const { preferred } = fix;
      yield { where, finding, preferred, edits, before, text, result: applyEdits(text, edits) };
    }
  }
}

/** What is wrong with the fix, in words; undefined: nothing. */
function complaint({ finding, preferred, edits, before, text, result }: Fixed): string | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  for (const [index, { span }] of sorted.entries()) {
    if (span.start > span.end || span.start < 0 || span.end > text.length) return "an edit lies outside of the text";
    if ((sorted[index - 1]?.span.end ?? 0) > span.start) return "its edits overlap";
  }
  if (result === text) return "it changes nothing";
  const after = withoutRepeats(checkText(result));
  const same = (other: FileFinding): boolean => key(other) === key(finding);
  const ofRule = (other: FileFinding): boolean => other.rule === finding.rule;
  if (count(after, same) >= count(before, same) && count(after, ofRule) >= count(before, ofRule))
    return "the finding is still there";
  if (uncover.has(finding.rule)) return undefined;
  const isError = ({ severity }: FileFinding): boolean => severity === "error";
  if (count(after, isError) > count(before, isError)) return "there are more errors than before";
  const risen = after.find(({ rule }) => {
    const errors = (other: FileFinding): boolean => other.rule === rule && isError(other);
    return count(after, errors) > count(before, errors);
  });
  return preferred && risen ? `${risen.rule} appears` : undefined;
}

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
