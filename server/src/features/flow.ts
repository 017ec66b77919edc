// The cursor's place inside brackets and in JSON, by scanning from the chunk's start: quotes, brackets, keys.
import type { CursorPlace } from "./indentation.ts";
import { placeAt } from "./indentation.ts";

interface Open {
  readonly sign: "{" | "[";
  readonly at: number;
  readonly present: Set<string>;
  key: string | undefined;
}

/** undefined: the cursor is not inside brackets. */
export function flowPlaceAt(
  text: string,
  offset: number,
): (CursorPlace & { readonly flow: true; readonly json: boolean }) | undefined {
  const start = flowStart(text, offset);
  if (start === undefined) return undefined;
  const json = /^\s*\{/.test(text);
  const outer = json ? { path: [] } : outerPath(text, start);
  if (!outer) return undefined;
  const stack: Open[] = [];
  let token = { start, text: "" };
  let quote = "";
  let quoted = false;
  for (let at = start; at < offset; at++) {
    const char = text[at] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
      else token.text += char;
      continue;
    }
    const top = stack.at(-1);
    if ((char === '"' || char === "'") && token.text.trim() === "") {
      quote = char;
      token = { start: at, text: "" };
      quoted = true;
    } else if (char === "{" || char === "[") {
      stack.push({ sign: char, at, present: new Set(), key: undefined });
      token = { start: at + 1, text: "" };
    } else if (char === "}" || char === "]") {
      stack.pop();
      token = { start: at + 1, text: "" };
    } else if (char === "," && top) {
      if (top.sign === "{" && top.key === undefined && token.text.trim() !== "") top.present.add(token.text.trim());
      top.key = undefined;
      token = { start: at + 1, text: "" };
    } else if (
      char === ":" &&
      top?.sign === "{" &&
      top.key === undefined &&
      (quoted || /[\s"'{[]/.test(text[at + 1] ?? " "))
    ) {
      top.key = token.text.trim();
      top.present.add(top.key);
      token = { start: at + 1, text: "" };
      quoted = false;
    } else if (/\s/.test(char) && token.text === "") token = { start: at + 1, text: "" };
    else token.text += char;
  }
  const top = stack.at(-1);
  if (!top) return undefined;
  const inner = stack.flatMap((open, index): (string | 0)[] => {
    const last = index === stack.length - 1;
    if (open.sign === "[") return last ? [] : [0];
    return open.key === undefined || last ? [] : [open.key];
  });
  const word = { start: token.start, end: offset + (/^[\w$./-]*["']?/.exec(text.slice(offset))?.[0].length ?? 0) };
  const path = [...outer.path, ...inner];
  const common = {
    present: presentWith(top, text, offset),
    word,
    column: 0,
    afterDash: false,
    flow: true,
    json,
  } as const;
  if (top.sign === "{" && top.key !== undefined) return { ...common, path, typing: { kind: "value", key: top.key } };
  return { ...common, path, typing: { kind: "key" } };
}

/** Keys behind the cursor count too, as far as the same map's line goes. */
function presentWith(top: Open, text: string, offset: number): Set<string> {
  const rest = /^[^{}[\]\n]*/.exec(text.slice(offset))?.[0] ?? "";
  const behind = [...rest.matchAll(/,\s*["']?([\w.-]+)["']?\s*:/g)].map((match) => match[1] ?? "");
  return new Set([...top.present, ...behind]);
}

/** Offset of the outermost bracket that is open at the cursor; comments, quotes and block scalars do not count. */
function flowStart(text: string, offset: number): number | undefined {
  let depth = 0;
  let start: number | undefined;
  let quote = "";
  const from = /^\s*\{/.test(text)
    ? 0
    : Math.max(0, text.lastIndexOf("\n", text.slice(0, offset).search(/[^\n]*(?:\n[^\n]*){0,40}$/)) + 1);
  for (let at = from; at < offset; at++) {
    const char = text[at] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if ((char === '"' || char === "'") && /[\s[{,:]/.test(text[at - 1] ?? " ")) quote = char;
    else if (char === "#" && /\s/.test(text[at - 1] ?? " ")) at = (text.indexOf("\n", at) + 1 || text.length) - 1;
    else if (depth === 0 && char === "\n") quote = "";
    else if (
      (char === "{" || char === "[") &&
      (depth > 0 || /(?:^|[\s:-])$/.test(text.slice(Math.max(0, at - 1), at)))
    ) {
      if (depth++ === 0) start = at;
    } else if ((char === "}" || char === "]") && depth > 0) depth--;
  }
  return depth > 0 ? start : undefined;
}

/** The path of the value that the bracket begins. */
function outerPath(text: string, bracket: number): { path: (string | 0)[] } | undefined {
  const place = placeAt(text.slice(0, bracket), bracket);
  if (!place) return undefined;
  return { path: place.typing.kind === "value" ? [...place.path, place.typing.key] : [...place.path] };
}
