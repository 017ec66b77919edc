// What is typed at the cursor of a line of block text, and the way from there to the root: for keys and values alike.
import type { Climb } from "./climb.ts";
import { fieldsAround, type Line } from "./lines.ts";
import type { Place } from "./place.ts";

export interface Typed {
  readonly text: string;
  /** Offset of the cursor's line. */
  readonly start: number;
  readonly offset: number;
  /** The line as far as the cursor. */
  readonly here: Line;
  readonly before: string;
  readonly after: string;
}

export const onlyComment = /^\s*(?:\s#.*)?$/;

export const quoteOf = (word: string): Place["quote"] => (word[0] === '"' || word[0] === "'" ? word[0] : "");

/** What of the rest of the line belongs to the word at the cursor: up to the closing quote, where there is one. */
export function restOf(after: string, quote: Place["quote"], plain: RegExp): string {
  const close = quote === "" ? -1 : after.indexOf(quote);
  return close < 0 ? (plain.exec(after)?.[0] ?? "") : after.slice(0, close + 1);
}

/** @param own where the map around the cursor has its keys */
export function onWay(
  text: string,
  { path, keyLines }: Pick<Climb, "path" | "keyLines">,
  own: { readonly start: number; readonly column: number; readonly dashes: readonly number[] },
): Pick<Place, "path" | "notation" | "onlyItem" | "inMap" | "fieldsAt"> {
  return {
    path,
    notation: "block",
    onlyItem: false,
    inMap: true,
    fieldsAt(depth) {
      if (depth >= path.length) return fieldsAround(text, own);
      const line = keyLines[depth];
      const fields = line ? fieldsAround(text, line) : new Map<string, string>();
      if (line?.key !== undefined) fields.set(line.key, "");
      return fields;
    },
  };
}
