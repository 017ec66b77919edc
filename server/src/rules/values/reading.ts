// What rules about values ask of a map again and again: its texts and switches, and where to point.
import { asBoolean, asText, entryOf, field, present, type TypedMap } from "../../model/typed.ts";
import { isNull, type Place } from "../../model/value.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { type Entry, type MapNode, type ResolvedNode, resolve } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";
import type { TextEdit } from "../../text/span.ts";
import type { RuleContext } from "../rule.ts";

/** The text in a field; undefined when absent, null, templated or no text. "" stays "". */
export const textOf = (map: TypedMap, name: string): string | undefined =>
  field(map, name, asText, { fallback: null }).value;

/** Written and true. */
export const isOn = (map: TypedMap, name: string): boolean =>
  field(map, name, asBoolean, { fallback: false }).value === true;

/** True, or nobody knows. */
export function mayBeOn(map: TypedMap, name: string): boolean {
  const { value, origin } = field(map, name, asBoolean, { fallback: false });
  return value === true || origin === "templated" || origin === "wrong-type";
}

/** A placeholder stands there: nobody knows what it will be. */
export function isUnknown(map: TypedMap, name: string): boolean {
  const node = present(map, name);
  return node?.kind === "scalar" && node.templated;
}

/**
 * Where to point at for a field: its value when that is short, else its key; the map when the field is absent.
 * @param path as the API server names the place, where that is not the field itself
 */
export function placeOf(map: TypedMap, name: string, path: Path = [...map.path, name]): Place {
  const entry = entryOf(map, name);
  if (!entry) return { path, span: map.span };
  const { value } = entry;
  const short = value.kind === "alias" || value.kind === "scalar";
  return { path, span: short && value.span.end > value.span.start ? value.span : entry.key.span };
}

/** The edits that take a field out. */
export const without =
  ({ parsed }: RuleContext, map: TypedMap, ...names: string[]) =>
  (): TextEdit[] | undefined => {
    const edits = names.map((name) => {
      const entry = entryOf(map, name);
      return entry ? removeEntry(parsed, map.node, entry) : [];
    });
    return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
  };

/** Empty items of a list: for the server they are maps with nothing in them. */
export function nullItems(map: TypedMap, name: string): Place[] {
  const list = present(map, name);
  if (list?.kind !== "sequence") return [];
  const whole = entryOf(map, name)?.key.span ?? map.span;
  return list.items.flatMap((item, index) =>
    isNull(resolve(item))
      ? [{ path: [...map.path, name, index], span: item.span.end > item.span.start ? item.span : whole }]
      : [],
  );
}

export interface Pair extends Place {
  readonly key: string;
  readonly node: ResolvedNode;
  readonly entry: Entry;
  /** The free map itself. */
  readonly parent: MapNode;
}

/** The pairs of a map with free keys, such as labels or limits; templated keys are left out. */
export function pairsOf(map: TypedMap, name: string): Pair[] {
  const node = present(map, name);
  if (node?.kind !== "map") return [];
  return [...node.fields.values()]
    .filter((entry) => !entry.key.templated)
    .map((entry) => ({
      key: entry.name,
      node: resolve(entry.value),
      entry,
      parent: node,
      path: [...map.path, name, { key: entry.name }],
      span:
        entry.value.kind === "scalar" && entry.value.span.end > entry.value.span.start
          ? entry.value.span
          : entry.key.span,
    }));
}
