// A map of the manifest together with its API type: the one way in which anything above reads fields.
import { type FieldFacts, fieldAvailability, type TypeFacts, typeFacts } from "../knowledge/schema.ts";
import { type Entry, type MapNode, mayHoldMore, type ResolvedNode, resolve } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import { isNull, type Origin, type Place, type Value } from "./value.ts";

export interface TypedMap extends Place {
  readonly node: MapNode;
  /** Schema name: `v1.Container`. */
  readonly type: string;
  readonly facts: TypeFacts;
  /** `PARENTTYPE.FIELD` that holds this map, e.g. `v1.Container.livenessProbe`; undefined for a whole object. */
  readonly under: string | undefined;
  readonly parent: TypedMap | undefined;
  /** Index in the parent's list, for an item of one. */
  readonly index: number | undefined;
}

/** A value of the right kind, or undefined when the node holds something else. Never asked about null or templated nodes. */
export type Reader<T> = (node: ResolvedNode) => T | undefined;

export const asText: Reader<string> = (node) =>
  node.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
export const asBoolean: Reader<boolean> = (node) =>
  node.kind === "scalar" && typeof node.value === "boolean" ? node.value : undefined;
/** Whole numbers; `80.0` is 80 in the JSON that kubectl sends. One near the ends of an int64 comes as the nearest that a number can be. */
export const asInteger: Reader<number> = (node) => {
  if (node.kind !== "scalar") return undefined;
  const { value } = node;
  if (typeof value === "bigint") return value === BigInt.asIntN(64, value) ? Number(value) : undefined;
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
};
export const asIntegerOrText: Reader<number | string> = (node) => asInteger(node) ?? asText(node);

/** The root of an object, a template or anything else whose type is known. */
export function typedMap(
  node: MapNode,
  type: string,
  place: Place,
  parent?: TypedMap,
  field?: string,
  index?: number,
): TypedMap | undefined {
  const facts = typeFacts(type);
  if (!facts) return undefined;
  return {
    node,
    type,
    facts,
    path: place.path,
    span: place.span,
    parent,
    under: parent && field !== undefined ? `${parent.type}.${field}` : undefined,
    index,
  };
}

/** The field that holds the map; undefined for a whole object. */
export function fieldAround({ parent, under }: TypedMap): FieldFacts | undefined {
  return under === undefined ? undefined : parent?.facts.fields.get(under.slice(under.lastIndexOf(".") + 1));
}

export function entryOf(map: TypedMap, name: string): Entry | undefined {
  return map.node.fields.get(name);
}

/** The node of a field; undefined when it is absent or null, which the API server holds for the same. */
export function present(map: TypedMap, name: string): ResolvedNode | undefined {
  const entry = entryOf(map, name);
  if (!entry) return undefined;
  const node = resolve(entry.value);
  return isNull(node) ? undefined : node;
}

/**
 * Whether the API server of a version looks at the field at all: what it does not know is refused as unknown, and what
 * stands behind a gate that is off by default is dropped without a word. Neither can be wrong in its value.
 */
export function inForce(map: TypedMap, name: string, minor: number): boolean {
  const facts = map.facts.fields.get(name);
  return facts !== undefined && fieldAvailability(facts, minor).state === "available";
}

/** The map in field `name`, undefined when absent, null, templated or no map. */
export function child(map: TypedMap, name: string): TypedMap | undefined {
  const node = present(map, name);
  const type = map.facts.fields.get(name)?.type;
  const entry = entryOf(map, name);
  if (!entry || node?.kind !== "map" || type?.kind !== "ref") return undefined;
  return typedMap(node, type.type, { path: [...map.path, name], span: entry.key.span }, map, name);
}

/** The maps in the list `name`; items that are no maps are left out, the index counts them. */
export function children(map: TypedMap, name: string): TypedMap[] {
  const node = present(map, name);
  const type = map.facts.fields.get(name)?.type;
  if (node?.kind !== "sequence" || type?.kind !== "array" || type.item.kind !== "ref") return [];
  const itemType = type.item.type;
  return node.items.flatMap((item, index) => {
    const resolved = resolve(item);
    if (resolved.kind !== "map") return [];
    return (
      typedMap(resolved, itemType, { path: [...map.path, name, index], span: headSpan(resolved) }, map, name, index) ??
      []
    );
  });
}

/** Where to point at when a whole map is meant: its first key, so that no squiggle runs over many lines. */
export function headSpan(node: MapNode): Place["span"] {
  return node.written[0]?.key.span ?? node.span;
}

interface FieldOptions {
  /** 0 and "" stand for the default, as for a probe's numbers. */
  readonly zeroIsDefault?: boolean;
  /** Overrides the schema's default; null: none. */
  readonly fallback?: string | number | boolean | null;
}

/** Reads a field with its default. The default is taken only when it is of the type that `read` gives. */
export function field<T extends string | number | boolean>(
  map: TypedMap,
  name: string,
  read: Reader<T>,
  options: FieldOptions = {},
): Value<T> {
  const entry = entryOf(map, name);
  const path: Path = [...map.path, name];
  const facts = map.facts.fields.get(name);
  const fallback = (options.fallback === undefined ? defaultOf(facts) : (options.fallback ?? undefined)) as
    | T
    | undefined;
  const unwritten: Origin = fallback === undefined ? "absent" : "default";
  if (!entry) {
    const absent = { path, span: map.span, node: undefined, entry };
    // Perhaps it comes with what a template inserts.
    return mayHoldMore(map.node)
      ? { value: undefined, origin: "templated", ...absent }
      : { value: fallback, origin: unwritten, ...absent };
  }
  const node = resolve(entry.value);
  const span = node.span.end > node.span.start && entry.value.kind !== "alias" ? node.span : entry.key.span;
  const at = { path, span, node, entry };
  if (isNull(node)) return { value: fallback, origin: unwritten, ...at };
  if (node.kind === "scalar" && node.templated) return { value: undefined, origin: "templated", ...at };
  const value = read(node);
  if (value === undefined) return { value: undefined, origin: "wrong-type", ...at };
  if (options.zeroIsDefault && (value === 0 || value === "")) return { value: fallback, origin: unwritten, ...at };
  return { value, origin: "written", ...at };
}

function defaultOf(facts: FieldFacts | undefined): string | number | boolean | undefined {
  const value = facts?.default;
  return facts?.defaultWhen === undefined &&
    (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    ? value
    : undefined;
}
