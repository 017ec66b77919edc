// A text as JSON documents, the way kubectl sends them: what the recorded answers of the real parser are compared with.
import type { Node } from "../../server/src/syntax/nodes.ts";
import { resolve } from "../../server/src/syntax/nodes.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import { splitDocuments } from "../../server/src/syntax/split.ts";

export const refused = "refused";

/** kubectl's documents in order, null ones left out; a refused one ends the list with `refused`. */
export function asKubectl(text: string): unknown[] {
  const documents: unknown[] = [];
  for (const { start, end, badSeparator, started } of splitDocuments(text)) {
    const from = text[start] === "\uFEFF" && !started ? start + 1 : start;
    const parsed = parseChunk(text.slice(from, end), { started });
    if (parsed.problems.length > 0 || badSeparator) return [...documents, refused];
    const value = parsed.json ? JSON.parse(text.slice(from, end)) : parsed.root ? toValue(parsed.root) : null;
    if (value !== null) documents.push(value);
  }
  return documents;
}

function toValue(node: Node): unknown {
  const at = resolve(node);
  if (at.kind === "map") return Object.fromEntries([...at.fields].map(([name, entry]) => [name, toValue(entry.value)]));
  if (at.kind === "sequence") return at.items.map(toValue);
  return typeof at.value === "bigint" ? Number(at.value) : at.value;
}
