// How far below a type a field of some name can be: so that a search goes only where there is something to find.
import { type TypeRef, typeFacts } from "../../knowledge/schema.ts";

const known = new Map<string, ReadonlyMap<string, number>>();

/** Steps from the map in a field of `type` down to one that has `name`, in whatever case; 0: that map itself; infinite: nowhere. */
export function stepsInto(type: TypeRef, name: string): number {
  const map = mapType(type);
  if (map === undefined) return Number.POSITIVE_INFINITY;
  const reach = known.get(map) ?? reachOf(map);
  known.set(map, reach);
  return reach.get(name.toLowerCase()) ?? Number.POSITIVE_INFINITY;
}

function reachOf(type: string): Map<string, number> {
  const reach = new Map<string, number>();
  const seen = new Set<string>();
  let level: readonly string[] = [type];
  for (let steps = 0; level.length > 0; steps++) {
    const next: string[] = [];
    for (const name of level) {
      if (seen.has(name)) continue;
      seen.add(name);
      for (const field of typeFacts(name)?.fields.values() ?? []) {
        const key = field.name.toLowerCase();
        if (!reach.has(key)) reach.set(key, steps);
        const inner = mapType(field.type);
        if (inner !== undefined) next.push(inner);
      }
    }
    level = next;
  }
  return reach;
}

/** The type of the map in a field, or in the items of its list. */
function mapType(type: TypeRef): string | undefined {
  if (type.kind === "array") return mapType(type.item);
  return type.kind === "ref" ? type.type : undefined;
}
