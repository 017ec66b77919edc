// A document's lines without their indentation: dashes, key and value of each, as far as one line (or its open bracket) tells.
import type { ScalarValue } from "../syntax/nodes.ts";
import { resolvePlain } from "../syntax/scalar.ts";
import { isTemplated } from "../syntax/templated.ts";

export interface Line {
  /** Offsets in the document, half-open: from the first character that is no blank to the line's break. */
  readonly start: number;
  readonly end: number;
  /** How many blanks are left in front of it. */
  readonly column: number;
  /** All of these are spaces. */
  readonly plainBlanks: boolean;
  /** Without blanks around. */
  readonly text: string;
  readonly kind: "blank" | "comment" | "text";
}

export interface Value {
  /** `none`: nothing behind the colon; what follows below belongs to it. */
  readonly kind: "none" | "scalar" | "map" | "list" | "block" | "alias";
  /** Of a scalar on one line; undefined for one that somebody fills in later. */
  readonly scalar?: ScalarValue;
  /** In quotes: always a text, and never continued below. */
  readonly quoted?: boolean;
  /** `{}` or `[]`. */
  readonly empty?: boolean;
  /** The number in `|2`: columns from the key to the text. */
  readonly blockIndent?: number;
}

/** What a line says where structure is expected. */
export interface Token {
  /** For each leading dash, the columns from it to what follows. */
  readonly dashes: readonly number[];
  readonly key: string | undefined;
  readonly value: Value;
  /** Lines it takes: quotes and brackets may close further below. */
  readonly lines: number;
}

/** Longer documents are nothing that somebody pasted. */
export const mostLines = 5_000;

/** Quotes and brackets that stay open for longer than this are taken for a slip. */
const longestOpen = 200;

/** Blanks of web pages count: no-break, ideographic and zero-width ones. */
const blanks = /^[\s\u00a0\u3000\u200b\ufeff]*/;

/** A line of a template that is no text of the manifest stands aside like a comment. */
const commentOrControl = /^(?:#|\{\{.*\}\}$|\{%.*%\}$)/;

/** Up to the end of the document: behind `...` nothing counts. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const raw = text.slice(start, end);
    const column = raw.trim() === "" ? 0 : (blanks.exec(raw)?.[0].length ?? 0);
    const inner = raw.slice(column).trimEnd();
    const kind =
      inner === "" || (inner === "..." && column === 0) ? "blank" : commentOrControl.test(inner) ? "comment" : "text";
    const plainBlanks = /^ *$/.test(raw.slice(0, column));
    lines.push({ start: start + column, end: start + column + inner.length, column, plainBlanks, text: inner, kind });
    if (inner === "..." && column === 0) break;
    if (feed < 0) break;
    start = feed + 1;
  }
  return lines;
}

export function readToken(lines: readonly Line[], index: number): Token {
  let rest = lines[index]?.text ?? "";
  const dashes: number[] = [];
  for (let dash = /^-(?:\s+|$)/.exec(rest); dash; dash = /^-(?:\s+|$)/.exec(rest)) {
    dashes.push(Math.max(2, dash[0].length));
    rest = rest.slice(dash[0].length);
  }
  const pair = splitPair(rest);
  const read = readValue(lines, index, pair ? pair.value : rest);
  return { dashes, key: pair?.key, ...read };
}

const quotedKey = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*:(?=\s|$)/;

function splitPair(text: string): { readonly key: string; readonly value: string } | undefined {
  const quoted = quotedKey.exec(text);
  if (quoted)
    return { key: quoted[1] ?? (quoted[2] ?? "").replaceAll("''", "'"), value: text.slice(quoted[0].length).trim() };
  if (/^["'[\]{},|>%@`*#]/.test(text)) return undefined;
  const colon = /:(?=\s|$)/.exec(text.split(/\s#/, 1)[0] ?? "");
  if (!colon || colon.index === 0) return undefined;
  return { key: text.slice(0, colon.index).trim(), value: text.slice(colon.index + 1).trim() };
}

function readValue(lines: readonly Line[], index: number, written: string): { value: Value; lines: number } {
  const text = written.replace(/^(?:[&!][^\s,[\]{}]*(?:\s+|$))+/, "");
  const one = (value: Value) => ({ value, lines: 1 });
  if (text === "" || text.startsWith("#")) return one({ kind: "none" });
  const block = /^[|>][-+]?([1-9]?)[-+]?(?:\s+#.*)?$/.exec(text);
  if (block) return one(block[1] ? { kind: "block", blockIndent: Number(block[1]) } : { kind: "block" });
  if (/^\*\S+(?:\s+#.*)?$/.test(text)) return one({ kind: "alias" });
  if (/^\{\{/.test(text)) return one({ kind: "scalar" });
  if (/^["']/.test(text)) {
    const taken = untilClosed(lines, index, text);
    const source = text.slice(1, Math.max(1, text.lastIndexOf(text[0] ?? "")));
    const scalar = taken === 1 ? { scalar: source } : {};
    return { value: { kind: "scalar", quoted: true, ...(isTemplated(text) ? {} : scalar) }, lines: taken };
  }
  if (/^[[{]/.test(text)) {
    const kind = text.startsWith("{") ? "map" : "list";
    return {
      value: { kind, empty: /^(?:\{\s*\}|\[\s*\])/.test(text) },
      lines: untilClosed(lines, index, text),
    };
  }
  const plain = text.replace(/\s+#.*$/, "");
  return one(isTemplated(plain) ? { kind: "scalar" } : { kind: "scalar", scalar: resolvePlain(plain) });
}

/** How many lines until the quote or bracket at the text's start closes; 1 when it never does: then it is a slip, or part of a text. */
function untilClosed(lines: readonly Line[], index: number, first: string): number {
  let quote = "";
  let depth = 0;
  let text: string | undefined = first;
  for (let taken = 1; taken <= longestOpen && text !== undefined; taken++) {
    for (let at = 0; at < text.length; at++) {
      const char = text[at] ?? "";
      if (quote !== "") {
        if (char === "\\" && quote === '"') at++;
        else if (char === quote && quote === "'" && text[at + 1] === "'") at++;
        else if (char === quote) quote = "";
        else continue;
        if (quote === "" && depth === 0) return taken;
      } else if ((char === '"' || char === "'") && /^$|[\s,:[{]/.test(text[at - 1] ?? "")) quote = char;
      else if (char === "#" && /^$|\s/.test(text[at - 1] ?? "")) break;
      else if (char === "[" || char === "{") depth++;
      else if ((char === "]" || char === "}") && --depth <= 0) return taken;
    }
    text = lines[index + taken]?.text;
  }
  return 1;
}
