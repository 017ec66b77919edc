// Free keys that stand one level too high: `selector: {app: web}`, `resources: {cpu: 1}`, `metadata: {app: web}`.
import { isNull } from "../../model/value.ts";
import type { Destination } from "../../syntax/move.ts";
import { resolve } from "../../syntax/nodes.ts";
import { fits } from "./fits.ts";
import type { Home, Lost } from "./homes.ts";

/** Types of which people forget that free keys have a map of their own, with the maps that may be meant. */
const freeMaps: Readonly<Record<string, readonly string[]>> = {
  "meta/v1.LabelSelector": ["matchLabels"],
  "v1.ResourceRequirements": ["limits", "requests"],
  "v1.VolumeResourceRequirements": ["requests", "limits"],
  "meta/v1.ObjectMeta": ["labels", "annotations"],
};

/** Metadata has many fields of its own: a key that is known elsewhere is rather that. */
export const isMostlyFree = (type: string): boolean => type !== "meta/v1.ObjectMeta";

export function freeHomesOf({ map, entry }: Lost): Home[] {
  const names = Object.hasOwn(freeMaps, map.type) ? (freeMaps[map.type] ?? []) : [];
  return names.flatMap((field) => {
    const type = map.facts.fields.get(field)?.type;
    if (type?.kind !== "map" || isNull(resolve(entry.value)) || !fits(entry.value, type.value)) return [];
    const written = map.node.fields.get(field);
    const free = written && resolve(written.value);
    const holds = free?.kind === "map" && free.written.length > 0 ? free : undefined;
    if (free && !holds && free.kind !== "map" && !isNull(free)) return [];
    const to: Destination = holds ? { map: holds, below: [] } : { map: map.node, below: [field] };
    const path = [...map.path, field];
    return {
      name: entry.name,
      path,
      type: map.type,
      occupied: holds?.fields.has(entry.name) === true,
      to: written?.value.kind === "alias" ? undefined : to,
      moving: [{ entry, name: entry.name }],
      fills: holds ? [] : [path],
    };
  });
}
