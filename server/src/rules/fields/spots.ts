// The maps around a place of a manifest: those that stand there, and those that could.
import { constrainedFields, constraintOf } from "../../knowledge/constraints.ts";
import { type FieldFacts, type TypeFacts, typeFacts } from "../../knowledge/schema.ts";
import { headSpan, type TypedMap, typedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import type { Destination } from "../../syntax/move.ts";
import { resolve } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";

export interface Spot {
  readonly facts: TypeFacts;
  readonly path: Path;
  /** `PARENTTYPE.FIELD`. */
  readonly under: string | undefined;
  readonly existing: TypedMap | undefined;
  /** undefined where the text cannot be changed from here: behind an alias. */
  readonly to: Destination | undefined;
  /** Paths that something in this map would fill, when it does not exist. */
  readonly empty: readonly Path[];
}

export function spotOf(map: TypedMap, isReachable: boolean): Spot {
  return {
    facts: map.facts,
    path: map.path,
    under: map.under,
    existing: map,
    to: isReachable ? { map: map.node, below: [] } : undefined,
    empty: [],
  };
}

/** The maps in a field: the one that is or could be there, or the items of a list. */
export function spotsIn(spot: Spot, field: FieldFacts): Spot[] {
  const path = [...spot.path, field.name];
  const under = `${spot.facts.name}.${field.name}`;
  const entry = spot.existing?.node.fields.get(field.name);
  const node = entry && resolve(entry.value);
  if (field.type.kind === "ref") {
    const facts = typeFacts(field.type.type);
    if (!facts) return [];
    if (!node || isNull(node) || (node.kind === "map" && node.written.length === 0)) {
      const to = spot.to && { map: spot.to.map, below: [...spot.to.below, field.name] };
      const empty = [...spot.empty, path, ...(lacksUnion(spot, field.name) ? [spot.path] : [])];
      return [{ facts, path, under, existing: undefined, to, empty }];
    }
    if (node.kind !== "map" || !spot.existing || !entry) return [];
    const existing = typedMap(node, facts.name, { path, span: entry.key.span }, spot.existing, field.name);
    return existing ? [spotOf(existing, entry.value.kind !== "alias" && spot.to !== undefined)] : [];
  }
  if (field.type.kind !== "array" || field.type.item.kind !== "ref" || node?.kind !== "sequence") return [];
  const itemType = field.type.item.type;
  const reachable = entry?.value.kind !== "alias" && spot.to !== undefined;
  return node.items.flatMap((item, index) => {
    const map = resolve(item);
    if (map.kind !== "map") return [];
    const place = { path: [...path, index], span: headSpan(map) };
    const existing = typedMap(map, itemType, place, spot.existing, field.name, index);
    return existing ? [spotOf(existing, reachable && item.kind !== "alias")] : [];
  });
}

/** Another member of the union is there, and the API takes one. */
export function clashes({ facts, existing }: Spot, name: string): boolean {
  const union = unionOf(facts.name);
  return existing !== undefined && union.includes(name) && union.some((each) => each !== name && has(existing, each));
}

/** The map needs one member of the union and has none. */
export function lacksUnion({ facts, existing }: Spot, name: string): boolean {
  return existing !== undefined && unionOf(facts.name).includes(name) && !hasUnion(existing);
}

/** The map has a member of its union, or needs none. */
export function hasUnion(map: TypedMap): boolean {
  const union = unionOf(map.type);
  return union.length === 0 || isVolume(map.type) || union.some((each) => has(map, each));
}

/** Whether fields of these names make a whole map: all that is demanded, and one member of the union. */
export function isWhole({ name: type, fields }: TypeFacts, names: readonly string[]): boolean {
  const demanded = [...fields.values()].filter((each) => each.required);
  const union = unionOf(type);
  const members = union.filter((each) => names.includes(each));
  return demanded.every((each) => names.includes(each.name)) && (union.length === 0 || members.length === 1);
}

function has(map: TypedMap, field: string): boolean {
  const entry = map.node.fields.get(field);
  return entry !== undefined && !isNull(resolve(entry.value));
}

// Without any source a volume is an emptyDir, so the table demands none; still it has one at most, each a map of its own.
const isVolume = (type: string): boolean => type === "v1.Volume" || type === "v1.VolumeProjection";

/** The fields of a type of which one may be there. */
export function unionOf(type: string): string[] {
  if (isVolume(type)) {
    const fields = [...(typeFacts(type)?.fields.values() ?? [])];
    return fields.filter((each) => each.type.kind === "ref").map((each) => each.name);
  }
  return constrainedFields(type).filter(
    (field) => constraintOf(type, field, { object: "v1.Pod", under: undefined })?.required === "one",
  );
}
