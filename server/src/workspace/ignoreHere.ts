// The comment that hushes a finding where it stands.
import { ignoreWord } from "../rules/control/ignores.ts";
import { isAboutIgnores } from "../rules/hush.ts";
import type { Finding } from "../rules/rule.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { lineEnd } from "../syntax/style.ts";
import { firstLineOf } from "../syntax/wholeLines.ts";
import { applyEdits, type TextEdit } from "../text/span.ts";
import { type FileFinding, fixEdits, readChunk, readText, type SourceFile } from "./file.ts";

/** The comment above the finding's line, as an edit in the file; undefined where none can stand, as in JSON, and for a comment that ignores nothing: that one goes. */
export function ignoreHere(file: SourceFile, finding: FileFinding): TextEdit[] | undefined {
  if (isAboutIgnores(finding.rule)) return undefined;
  const { content, start } = finding.chunk;
  const { parsed, hushed } = readChunk(file, content);
  const { rule } = finding;
  const edits = (): TextEdit[] | undefined => {
    const comment = commentAbove(parsed, Math.min(finding.start - start, parsed.text.length), rule);
    if (!comment || parsed.problems.length === 0) return comment;
    // Nobody knows how broken text goes on: perhaps inside of a quoted text, where this would be no comment.
    const { findings } = readText(file, { ...content, text: applyEdits(content.text, comment) }).hushed;
    const isHeard = count(findings, rule) < count(hushed.findings, rule);
    const goesOn = findings.length - count(findings, rule) === hushed.findings.length - count(hushed.findings, rule);
    return isHeard && goesOn ? comment : undefined;
  };
  return fixEdits(finding, { title: "", preferred: false, edits });
}

const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((each) => each.rule === rule).length;

function commentAbove(parsed: ParsedChunk, offset: number, rule: string): TextEdit[] | undefined {
  const { text, renderings } = parsed;
  if (parsed.json || /^\s*[[{]\s*["[{]/.test(text)) return undefined;
  const line = firstLineOf(renderings?.showing(offset).parsed ?? parsed, offset);
  if (renderings && !canStandInTemplate(text, line)) return undefined;
  if (renderings?.template.actions.some(({ start, end }) => start < line && end > line)) return undefined;
  const [indent = ""] = /^ */.exec(text.slice(line)) ?? [];
  const lineBreak = text.startsWith("\r\n", lineEnd(text, offset)) ? "\r\n" : "\n";
  return [{ span: { start: line, end: line }, newText: `${indent}# ${ignoreWord} ${rule}${lineBreak}` }];
}

/** `{{-` takes away the line break before it, and `-}}` the one behind: the comment would swallow what follows. */
const canStandInTemplate = (text: string, line: number): boolean =>
  !/^\s*\{\{-/.test(text.slice(line)) && !/-\}\}\s*$/.test(text.slice(0, line));
