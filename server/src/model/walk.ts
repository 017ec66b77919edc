// Visits every typed map and every field of an object, so that rules about fields need no walk of their own.
import type { FieldFacts, TypeRef } from "../knowledge/schema.ts";
import { type Entry, type Node, type ResolvedNode, resolve } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import { headSpan, type TypedMap, typedMap } from "./typed.ts";
import { isNull, type Place } from "./value.ts";

/** One value with the type that the API gives it: a field, an item of a list, or a value of a free map. */
export interface TypedValue extends Place {
  /** The map that holds the field (for items and free maps: the map of the field they are in). */
  readonly map: TypedMap;
  /** The field's name, also for its items and values. */
  readonly name: string;
  readonly facts: FieldFacts;
  readonly type: TypeRef;
  /** Where the value is used; an alias keeps its own place here. */
  readonly written: Node;
  readonly node: ResolvedNode;
  /** Of the field, or of the free map's key; undefined for an item of a list. */
  readonly entry: Entry | undefined;
  /** `field`: the value of a key that the schema has; `item`, `value`: inside a list or a free map. */
  readonly part: "field" | "item" | "value";
}

export interface Visitor {
  map?(map: TypedMap): void;
  value?(value: TypedValue): void;
}

/** The server refuses far less (aliases that multiply); more is no manifest, so the walk stops without a word. */
const mostValues = 200_000;

/** Depth first, in the order of the text. Fields that the type does not have are not entered. */
export function walk(root: TypedMap, visitor: Visitor): void {
  let left = mostValues;
  const visitMap = (map: TypedMap): void => {
    visitor.map?.(map);
    for (const entry of map.node.fields.values()) {
      const facts = map.facts.fields.get(entry.name);
      if (!facts) continue;
      visitValue({
        map,
        name: entry.name,
        facts,
        type: facts.type,
        written: entry.value,
        node: resolve(entry.value),
        entry,
        part: "field",
        path: [...map.path, entry.name],
        span: spanOf(entry.value, entry),
      });
    }
  };
  const visitValue = (value: TypedValue): void => {
    if (left-- <= 0) return;
    visitor.value?.(value);
    const { node, type, path } = value;
    if (type.kind === "ref" && node.kind === "map") {
      const span = value.entry && value.part === "field" ? value.entry.key.span : headSpan(node);
      const last = path.at(-1);
      const inner = typedMap(
        node,
        type.type,
        { path, span },
        value.map,
        value.name,
        typeof last === "number" ? last : undefined,
      );
      if (inner) visitMap(inner);
    } else if (type.kind === "array" && node.kind === "sequence") {
      for (const [index, item] of node.items.entries())
        visitValue(inside(value, item, undefined, "item", type.item, [...path, index]));
    } else if (type.kind === "map" && node.kind === "map") {
      for (const entry of node.fields.values())
        visitValue(inside(value, entry.value, entry, "value", type.value, [...path, { key: entry.name }]));
    }
  };
  visitMap(root);
}

function inside(
  outer: TypedValue,
  written: Node,
  entry: Entry | undefined,
  part: "item" | "value",
  type: TypeRef,
  path: Path,
): TypedValue {
  return { ...outer, written, node: resolve(written), entry, part, type, path, span: spanOf(written, entry) };
}

/** The value's own text; an empty one has none, so the key stands for it. */
function spanOf(written: Node, entry: Entry | undefined): Place["span"] {
  if (entry && written.span.start === written.span.end) return entry.key.span;
  const node = resolve(written);
  if (written.kind === "alias" || node.kind === "scalar") return written.span;
  return entry ? entry.key.span : node.kind === "map" ? headSpan(node) : written.span;
}

/** Null, empty or `~`: for the API server the same as not there. */
export const isAbsentValue = (value: TypedValue): boolean => isNull(value.node);
