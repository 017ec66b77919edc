// The comment that hushes a finding where it stands.
import { ignoreWord } from "../rules/control/ignores.ts";
import { isAboutIgnores } from "../rules/hush.ts";
import type { ParsedChunk } from "../syntax/chunk.ts";
import { lineEnd } from "../syntax/style.ts";
import { firstLineOf } from "../syntax/wholeLines.ts";
import type { TextEdit } from "../text/span.ts";
import { type FileFinding, fixEdits, readChunk, type SourceFile } from "./file.ts";

/** The comment above the finding's line, as an edit in the file; undefined where none can stand, as in JSON, and for a comment that ignores nothing: that one goes. */
export function ignoreHere(file: SourceFile, finding: FileFinding): TextEdit[] | undefined {
  if (isAboutIgnores(finding.rule)) return undefined;
  const { parsed } = readChunk(file, finding.chunk.content);
  const offset = Math.min(finding.start - finding.chunk.start, parsed.text.length);
  const edits = () => commentAbove(parsed, offset, finding.rule);
  return fixEdits(finding, { title: "", preferred: false, edits });
}

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
