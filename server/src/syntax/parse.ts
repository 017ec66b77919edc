// One chunk's text to its tree: exactly as kubectl reads it, or, where kubectl refuses it, as far as it can be read, with the reason.
import type { Span } from "../text/span.ts";
import { forbiddenCharacter } from "./characters.ts";
import type { Comment, ParsedChunk, SyntaxProblem } from "./chunk.ts";
import { compose } from "./compose.ts";
import { scanner } from "./scanner.ts";
import { renderingsOf } from "./template/renderings.ts";
import { Refused } from "./tokens.ts";
import { readTolerantly } from "./tolerant.ts";

export interface ParseOptions {
  /** Its actions (`{{ … }}`) are masked first. */
  readonly template?: boolean;
  /** A `---` stands before the text and belongs to it, as the first one of a file does. */
  readonly started?: boolean;
}

/** @param text a chunk: no document separator in it. Never throws. */
export function parseChunk(text: string, { template = false, started = false }: ParseOptions = {}): ParsedChunk {
  if (!template) return parse(text, started);
  const renderings = renderingsOf(text, (masked) => parse(masked, started));
  return { ...renderings.at(0).parsed, comments: renderings.comments(), renderings };
}

function parse(text: string, started: boolean): ParsedChunk {
  const json = isJson(text);
  // kubectl reads by lines and ends the last one itself.
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  const scan = scanner(whole, started);
  try {
    const bad = forbiddenCharacter(text);
    if (bad && !json) throw new Refused("control-character", bad.at, bad.at + 1, bad.name);
    const root = compose(scan, whole, text.length);
    const end = scan.peek().start;
    const ignored = json ? [] : rest(text, end, scan.peek().type === "end");
    const isNull = root?.kind === "scalar" && root.value === null;
    const [dropped] = ignored;
    const comments = end < text.length ? allComments(scan.comments, text.slice(0, dropped?.start), end) : scan.comments;
    return { text, root: isNull ? undefined : root, problems: [], ignored, comments, json };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // JSON that JSON.parse takes is never refused, whatever YAML thinks of its tabs and escapes; only its depth is.
    const tells = !json || error.code === "not-followed" || error.code === "too-deep";
    const problems = tells ? [problemOf(error, text)] : [];
    return {
      text,
      root: readTolerantly(text),
      problems,
      ignored: [],
      // A forbidden character is found before the scan begins.
      comments: allComments(scan.comments, text, Math.min(error.start, scan.cursor.at)),
      json,
    };
  }
}

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function problemOf({ code, start, end, detail }: Refused, text: string): SyntaxProblem {
  // What is missing at the end is seen best at the last thing that is there.
  const last = text.trimEnd().length;
  const span =
    start < last
      ? { start, end: Math.min(Math.max(end, start + 1), text.length) }
      : { start: Math.max(0, last - 1), end: last };
  return detail === undefined ? { code, span } : { code, span, detail };
}

/** Text behind the end of the root, which kubectl never looks at. */
function rest(text: string, start: number, atEnd: boolean): Span[] {
  if (atEnd) return [];
  const from =
    text.startsWith("...", start) && /^\.\.\.[ \t]*(?:#[^\n]*)?$/m.test(text.slice(start).split("\n", 1)[0] ?? "")
      ? start + (text.slice(start).indexOf("\n") + 1 || text.length - start)
      : start;
  const begin = from + (/^(?:\s|#[^\n]*)*/.exec(text.slice(from))?.[0].length ?? 0);
  return begin < text.length ? [{ start: begin, end: text.length }] : [];
}

/** The scan stopped at the mistake, or at the end of what counts; behind it comments are told by their look. */
function allComments(scanned: readonly Comment[], text: string, from: number): Comment[] {
  const behind = [...text.slice(from).matchAll(/(?:^|[ \t])(#[^\r\n]*)/gm)].map((match) => {
    const end = from + match.index + match[0].length;
    return { span: { start: end - (match[1] ?? "").length, end }, text: match[1] ?? "" };
  });
  return [...scanned.filter((each) => each.span.end <= from), ...behind];
}
