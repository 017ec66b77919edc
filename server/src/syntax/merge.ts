// What counts in a map: duplicates and `<<` merges applied in the order of the text, as go-yaml does.
import { type Entry, type MapNode, type Node, resolve } from "./nodes.ts";

/** Whether a value may stand behind `<<`: a map, an alias of one, or a list of them. */
export function mergeable(value: Node): boolean {
  const node = resolve(value);
  return node.kind === "map" || (node.kind === "sequence" && node.items.every((item) => resolve(item).kind === "map"));
}

/**
 * The pairs with their final roles, and the fields that count. A key before a `<<` is overwritten by the merged one, a key
 * after it wins; in a list of maps the first one wins.
 */
export function mergeFields(pairs: readonly Entry[]): { written: Entry[]; fields: Map<string, Entry> } {
  const fields = new Map<string, Entry>();
  const roles = new Map<Entry, Entry["role"]>();
  const own = new Set(pairs);
  for (const pair of pairs) {
    if (pair.role === "merge") {
      for (const merged of mergedEntries(pair.value)) {
        const before = fields.get(merged.name);
        if (before && own.has(before)) roles.set(before, "overridden");
        fields.set(merged.name, merged);
      }
      continue;
    }
    const before = fields.get(pair.name);
    if (before && own.has(before)) roles.set(before, "duplicate");
    fields.set(pair.name, pair);
  }
  const written = pairs.map((pair) => {
    const role = roles.get(pair);
    return role ? { ...pair, role } : pair;
  });
  return { written, fields };
}

function mergedEntries(value: Node): Entry[] {
  const node = resolve(value);
  const maps: MapNode[] =
    node.kind === "map" ? [node] : node.kind === "sequence" ? node.items.flatMap((item) => asMap(item)) : [];
  const entries = new Map<string, Entry>();
  for (const map of maps) {
    for (const [name, entry] of map.fields) if (!entries.has(name)) entries.set(name, entry);
  }
  return [...entries.values()];
}

function asMap(node: Node): MapNode[] {
  const resolved = resolve(node);
  return resolved.kind === "map" ? [resolved] : [];
}
