// Where kubectl's parser gives up on a text that is well formed: aliases that multiply, and nesting without end.
import type { Node } from "./nodes.ts";
import { Refused, type Scanner, type TokenType } from "./tokens.ts";

/** No object of the API is nested nearly as deep, so nobody follows it further. */
export const deepest = 500;
/** kubectl's own limit, in either style. */
const deepestAccepted = 10_000;

/** Counts values as go-yaml does while it decodes. */
export function valueCount() {
  const sizes = new Map<Node, number>();
  // The document itself counts as one.
  let values = 1;
  let aliased = 0;

  const sizeOf = (of: Node): number => {
    const known = sizes.get(of);
    if (known !== undefined) return known;
    let size = 1;
    if (of.kind === "alias") size += sizeOf(of.target);
    else if (of.kind === "map")
      for (const entry of of.written) size += (entry.role === "merge" ? 0 : 1) + sizeOf(entry.value);
    else if (of.kind === "sequence") for (const item of of.items) size += sizeOf(item);
    sizes.set(of, size);
    return size;
  };

  return {
    value(): void {
      values++;
    },
    /** The key of a merge is none. */
    mergeKey(): void {
      values--;
    },
    /** @returns whether kubectl goes on */
    alias(target: Node): boolean {
      const size = sizeOf(target);
      values += size;
      aliased += size;
      return !aliasesTooMuch(values, aliased);
    },
  };
}
export type ValueCount = ReturnType<typeof valueCount>;

/** go-yaml's guard against aliases that multiply: how large a part of all values may come from them, by their number. */
function aliasesTooMuch(values: number, aliased: number): boolean {
  if (aliased <= 100 || values <= 1_000) return false;
  if (values === Number.POSITIVE_INFINITY) return true;
  const [few, many] = [400_000, 4_000_000];
  const allowed = 0.99 - 0.89 * Math.min(1, Math.max(0, (values - few) / (many - few)));
  return aliased / values > allowed;
}

/** What is deeper is only counted: kubectl would follow it for a while, and refuse it then. */
export function tooDeep(scanner: Scanner, reached: number): Refused {
  const { start } = scanner.peek();
  const opening = new Set<TokenType>(["block-map", "block-seq", "[", "{"]);
  const closing = new Set<TokenType>(["block-end", "]", "}"]);
  // One less: `reached` counts the value at whose first token the scanner stands.
  for (let depth = reached - 1; ; ) {
    const { type } = scanner.next();
    if (opening.has(type) && ++depth > deepestAccepted)
      return new Refused("too-deep", start, start + 1, String(deepestAccepted));
    if (closing.has(type)) depth--;
    if (type !== "end" && type !== "document-end") continue;
    return scanner.cursor.flowLevel > 0
      ? new Refused("unclosed-bracket", start, start + 1, scanner.cursor.text[start] === "{" ? "}" : "]")
      : new Refused("not-followed", start, start + 1, String(deepest));
  }
}
