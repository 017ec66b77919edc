// The keys of a map that the API server does not know there: what all rules about keys begin with.
import { customPodSpecFields } from "../../knowledge/customFields.ts";
import { removedField } from "../../knowledge/removedFields.ts";
import type { KubeObject } from "../../model/objects.ts";
import { fieldAround, type TypedMap } from "../../model/typed.ts";
import { keyPlace, type Place } from "../../model/value.ts";
import type { Entry } from "../../syntax/nodes.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { isOtherVersion, isUnsureVersion } from "./otherVersion.ts";

type Scope = Targets["map"] & RuleContext;

export interface UnknownKey {
  readonly entry: Entry;
  readonly place: Place;
  /** A later minor has it. */
  readonly since: number | undefined;
  /** Gone since this minor. */
  readonly removed: number | undefined;
}

export function unknownKeys({ object, map, minor, partial }: Scope): UnknownKey[] {
  if (isOtherVersion(object, map) || isUnsureVersion(object, map, minor) || isInUnknown(map, minor)) return [];
  // What a cluster wrote into its status is told, not checked.
  if (object.exported && map.path[object.path.length] === "status") return [];
  return [...map.node.fields.values()].flatMap((entry) => {
    const { name } = entry;
    const facts = map.facts.fields.get(name);
    if ((facts && facts.since <= minor) || entry.key.templated) return [];
    // Directives of a patch, `$retainKeys` and the like.
    if (partial && name.startsWith("$")) return [];
    const removed = removedField(map.type, name);
    if (removed && removed.since <= minor && minor < removed.removed) return [];
    if (object.role === "custom" && isCustomField(object, map, name)) return [];
    return { entry, place: keyPlace(entry, [...map.path, name]), since: facts?.since, removed: removed?.removed };
  });
}

/** The server does not look into a field that it does not know yet. */
function isInUnknown(map: TypedMap, minor: number): boolean {
  const field = fieldAround(map);
  return map.parent !== undefined && ((field !== undefined && field.since > minor) || isInUnknown(map.parent, minor));
}

function isCustomField({ apiVersion = "", kind }: KubeObject, { type }: TypedMap, name: string): boolean {
  return type === "v1.PodSpec" && customPodSpecFields(`${apiVersion.split("/")[0]}/${kind}`).includes(name);
}

/** How to speak of a map: its field, with the index where it is one of many; the kind for a whole object. */
export function placeName(map: TypedMap, { kind, path }: KubeObject): string {
  if (map.path.length === path.length) return kind;
  const index = map.path.at(-1);
  const field = map.path.at(typeof index === "number" ? -2 : -1);
  return typeof index === "number" ? `${nameOf(field)}[${index}]` : nameOf(field);
}

const nameOf = (segment: TypedMap["path"][number] | undefined): string =>
  typeof segment === "object" ? segment.key : String(segment);
