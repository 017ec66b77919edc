// Every fix of every finding in a text, applied.
import { applyEdits, type TextEdit } from "../../server/src/text/span.ts";
import { checkText } from "../../server/src/workspace/check.ts";
import { type FileFinding, fixEdits, withoutRepeats } from "../../server/src/workspace/file.ts";
import type { Sample } from "./corpus.ts";

export interface Fixed {
  readonly where: string;
  readonly finding: FileFinding;
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  readonly before: readonly FileFinding[];
  readonly text: string;
  readonly result: string;
}

export function* fixesOf({ name, text }: Sample): Generator<Fixed> {
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

/** What they mend could not be judged before: a field has no rules until its name, place and type are right. */
export const uncover = new Set([
  "yaml-syntax",
  "flattened-manifest",
  "template-unrendered",
  "unknown-field",
  "lifecycle-typo",
  "lifecycle-misplaced",
  "wrong-type",
  "init-probe-or-hook",
  "api-version",
]);

const key = ({ rule, path, message }: FileFinding): string => `${rule} ${path} ${message}`;
const count = (findings: readonly FileFinding[], holds: (finding: FileFinding) => boolean): number =>
  findings.filter(holds).length;

/** What is wrong with the fix, in words; undefined: nothing. */
export function complaint({ finding, preferred, edits, before, text, result }: Fixed): string | undefined {
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
