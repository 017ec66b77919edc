// Where the cursor stands in half-typed text: what indentation.ts and flow.ts find out, and what completion works on.
import type { Span } from "../../text/span.ts";

/** From the chunk's root: keys, and 0 for "an item of the list". */
export type Way = readonly (string | 0)[];

/** A line's beginning: its key, and whether a dash stands before it. */
export interface Begins {
  readonly key: string | undefined;
  readonly dash: boolean;
}

export interface Place {
  /** Of the map around the cursor, or of the item that is typed. */
  readonly path: Way;
  readonly typing: { readonly kind: "key" } | { readonly kind: "value"; readonly key: string };
  /** What a completion replaces, as offsets in the chunk; never more than the cursor's line. */
  readonly word: Span;
  /** Goes before whatever is inserted: the blank behind `key:` or `-`, the right indentation. */
  readonly lead: string;
  /** Goes behind it: the comma before the next entry. */
  readonly tail: string;
  /** What the replaced text begins with beside blanks, so that editors find the completion by it: `- `. */
  readonly typedLead: string;
  /** The quote that the word begins with. */
  readonly quote: "" | '"' | "'";
  /** Column at which the key starts, or will. */
  readonly column: number;
  /** A colon stands behind the word already: the bare name is all that is missing. */
  readonly named: boolean;
  /** What the next line starts with, where it has no other parent: it will be the key's value. */
  readonly holds: Begins | undefined;
  /** The same of a next line at the key's column, where the cursor itself stands at another one. */
  readonly beside: Begins | undefined;
  readonly notation: "block" | "flow" | "json";
  /** Legal as a new item of a list only, dash and all. */
  readonly onlyItem: boolean;
  /** Between braces or in block text: what is typed may become a key. False for an item between square brackets. */
  readonly inMap: boolean;
  /** The scalar fields of the map at this depth of the path ("" for other values); the field being typed is left out. */
  fieldsAt(depth: number): ReadonlyMap<string, string>;
}

export function samePath(a: Way, b: Way): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index]);
}
