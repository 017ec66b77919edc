// The cursor's place inside brackets, in YAML's flow text and in JSON.
import { lineStart } from "../../syntax/style.ts";
import { type FlowCursor, outermostBracket, wordBehind } from "./brackets.ts";
import { climb } from "./climb.ts";
import { fieldsAround, readLine } from "./lines.ts";
import type { Place } from "./place.ts";

/** undefined: the cursor is not inside brackets. Empty: it is, but nothing can be completed there. */
export function flowPlaces(text: string, offset: number): Place[] | undefined {
  const found = outermostBracket(text, offset);
  if (!found) return undefined;
  const outer = outerPlace(text, found.at);
  if (!outer) return undefined;
  const place = placeIn(text, offset, found.cursor, outer, /^\s*\{\s*(?:"|\}|$)/.test(text));
  return place ? [place] : [];
}

/** The way to the value that the bracket begins; undefined when its line is text of a block scalar. */
function outerPlace(text: string, bracket: number): Pick<Place, "path" | "fieldsAt"> | undefined {
  if (text.slice(0, bracket).trim() === "") return { path: [], fieldsAt: () => new Map() };
  const start = lineStart(text, bracket);
  const line = readLine(text.slice(start, bracket), start);
  const way = climb(text, start, line.column, line.dashes);
  if (!way) return undefined;
  return {
    path: line.key === undefined ? way.path : [...way.path, line.key],
    fieldsAt(depth) {
      const at = depth === way.path.length ? line : way.keyLines[depth];
      return at ? fieldsAround(text, at) : new Map();
    },
  };
}

function placeIn(
  text: string,
  offset: number,
  { opens, keys, token }: FlowCursor,
  outer: Pick<Place, "path" | "fieldsAt">,
  json: boolean,
): Place | undefined {
  const top = opens.at(-1);
  if (!top || token.closed) return undefined;
  if (token.quote === "" && /\s/.test(token.text.trim())) return undefined;
  if (token.quote === "" && token.text !== "" && /\s$/.test(token.text)) return undefined;
  const start = token.text === "" && token.quote === "" ? offset : token.start;
  const end = offset + wordBehind(text, offset, token.quote).length;
  const behind = /^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const sign = text[end + behind] ?? "\n";
  const named = sign === ":";
  // Before the next entry, with a blank between, another one may begin.
  const before = end === offset && start === offset && behind > 0;
  if (!/[,:\]}\r\n#]/.test(sign) && !before) return undefined;
  const inner = opens.flatMap(({ sign }, index): (string | 0)[] => {
    const key = keys[index];
    return sign === "[" ? [0] : key === undefined || index === opens.length - 1 ? [] : [key];
  });
  const key = keys.at(-1);
  const previous = text[start - 1] ?? "";
  return {
    path: [...outer.path, ...inner],
    typing: top.sign === "{" && key !== undefined ? { kind: "value", key } : { kind: "key" },
    word: { start, end },
    lead: previous === ":" || (previous === "," && !json) ? " " : "",
    typedLead: "",
    quote: token.quote,
    column: 0,
    named,
    holds: undefined,
    beside: undefined,
    tail: key === undefined && !named && /^(?:\s|#[^\n]*)*[^\s,\]}]/.test(text.slice(end, end + 2_000)) ? "," : "",
    onlyItem: false,
    inMap: top.sign === "{",
    notation: json ? "json" : "flow",
    fieldsAt(depth) {
      const own = depth - outer.path.length;
      return own < 0 ? outer.fieldsAt(depth) : (opens[own]?.fields ?? new Map());
    },
  };
}
