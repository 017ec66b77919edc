// Finds what a template engine will take out of a text: Go templates (Helm) and Jinja, half-typed ones too.
import type { Span } from "../../text/span.ts";
import { lineEnd } from "../style.ts";

/**
 * - `open`, `else`, `end`: parts of a block, such as `if … else … end`.
 * - `silent`: comments, variables: nothing comes out.
 * - `output`: whatever comes out, from nothing to many lines.
 */
export type ActionRole = "open" | "else" | "end" | "silent" | "output";

export interface Action extends Span {
  readonly role: ActionRole;
  /** The first word inside: `if`, `include`; of a comment "". */
  readonly word: string;
}

const goRoles: Readonly<Record<string, ActionRole>> = {
  if: "open",
  with: "open",
  range: "open",
  define: "open",
  block: "open",
  else: "else",
  end: "end",
  break: "silent",
  continue: "silent",
};
const jinjaRoles: Readonly<Record<string, ActionRole>> = {
  if: "open",
  for: "open",
  with: "open",
  block: "open",
  macro: "open",
  call: "open",
  filter: "open",
  autoescape: "open",
  trans: "open",
  else: "else",
  elif: "else",
  set: "silent",
  do: "silent",
  from: "silent",
  import: "silent",
  extends: "silent",
  include: "output",
  raw: "silent",
  endraw: "silent",
};

/** In the order of the text, none inside another. Never throws; braces that nobody closes end with their line. */
export function actionsOf(text: string): Action[] {
  const actions: Action[] = [];
  const cut = cutComment(text);
  let at = 0;
  if (cut > 0) {
    actions.push({ start: 0, end: cut, role: "silent", word: "" });
    at = cut;
  }
  // Looked for once: where none is left, `{#` means nothing.
  let hashClose = text.indexOf("#}");
  const opener = /\{\{|\{%|(?<!\$)\{#/g;
  for (opener.lastIndex = at; ; opener.lastIndex = at) {
    const found = opener.exec(text);
    if (!found) return actions;
    const { index: start, 0: sign } = found;
    if (sign === "{#" && hashClose >= 0 && hashClose < start + 2) hashClose = text.indexOf("#}", start + 2);
    const comment: Action | undefined =
      hashClose < 0 ? undefined : { start, end: hashClose + 2, role: "silent", word: "" };
    const action = sign === "{{" ? goAction(text, start) : sign === "{%" ? jinjaAction(text, start) : comment;
    at = action?.end ?? start + 2;
    if (!action) continue;
    actions.push(action);
    if (sign === "{%" && action.word === "raw") at = endOfRaw(text, at);
  }
}

/** A comment over many lines may hold a line `---`, which begins this chunk: its end is here, its start is not. */
function cutComment(text: string): number {
  const close = /\*\/[ \t]*-?\}\}/.exec(text);
  if (!close) return 0;
  const before = text.slice(0, close.index);
  return before.includes("{{") ? 0 : close.index + close[0].length;
}

function goAction(text: string, start: number): Action {
  const lead = /^\{\{(?:-(?=[ \t\r\n]|\/\*))?[ \t\r\n]*/.exec(text.slice(start, start + 1_000))?.[0].length ?? 2;
  const inside = start + lead;
  if (text.startsWith("/*", inside)) {
    const close = /\*\/\s*-?\}\}/g;
    close.lastIndex = inside + 2;
    const found = close.exec(text);
    return { start, end: found ? found.index + found[0].length : text.length, role: "silent", word: "" };
  }
  const end = closingBraces(text, inside) ?? lineEnd(text, start);
  const code = text.slice(inside, end);
  const word = /^[A-Za-z_]\w*/.exec(code)?.[0] ?? "";
  const sets = /^\$\w*(?:[ \t]*,[ \t]*\$\w*)?\s*:?=/.test(code) || /^-?[ \t]*\}\}$/.test(code);
  return { start, end, role: sets ? "silent" : (goRoles[word] ?? "output"), word };
}

/** Behind the `}}` that closes what is open at `at`; undefined where another `{{` comes first, or nothing closes it. */
function closingBraces(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'" || sign === "`") at = closingQuote(text, at) ?? at;
    else if (sign === "{") {
      if (text[at + 1] === "{") return undefined;
      depth++;
    } else if (sign === "}") {
      if (depth > 0) depth--;
      else if (text[at + 1] === "}") return at + 2;
    }
  }
  return undefined;
}

/** Only a raw text goes over line breaks. */
function closingQuote(text: string, open: number): number | undefined {
  const quote = text[open];
  if (quote === "`") {
    const close = text.indexOf("`", open + 1);
    return close < 0 ? undefined : close;
  }
  for (let at = open + 1; at < text.length && text[at] !== "\n"; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

/** undefined: not Jinja after all, such as a shell's `{%` or a colour in a comment. */
function jinjaAction(text: string, start: number): Action | undefined {
  const word = /^\{%[-+]?\s*([a-z]+)\b/.exec(text.slice(start, start + 200))?.[1] ?? "";
  const role = jinjaRoles[word] ?? (word.startsWith("end") ? "end" : undefined);
  if (role === undefined) return undefined;
  const other = text.indexOf("{%", start + 2);
  const code = text.slice(start, other < 0 ? undefined : other);
  const close = code.indexOf("%}");
  const end = close < 0 ? lineEnd(text, start) : start + close + 2;
  // `{% set name %}` without a value is a block.
  const opens = word === "set" && !text.slice(start, end).includes("=");
  return { start, end, role: opens ? "open" : role, word };
}

function endOfRaw(text: string, from: number): number {
  const close = /\{%[-+]?\s*endraw\b/g;
  close.lastIndex = from;
  return close.exec(text)?.index ?? text.length;
}
