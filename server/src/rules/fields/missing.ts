// Required fields that are not there, or hold nothing: by the constraints table, for one map.
import { constraintOf, demandedFields, type ValueConstraint } from "../../knowledge/constraints.ts";
import { type TypedMap, typedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { type Entry, type MapNode, mayHoldMore, resolve } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";
import { isInClass } from "../classes/index.ts";
import { echoesOfMissing } from "./echoes.ts";
import { isEmpty, isFilledIn } from "./filledIn.ts";
import { mismatch } from "./jsonType.ts";
import { serverPath } from "./serverPath.ts";
import { type TableScope, tableFact } from "./tableFacts.ts";
import type { Missing } from "./violation.ts";

/** What `map` lacks, and what stands in it empty though it must not. */
export function missingIn(map: TypedMap, scope: TableScope): Missing[] {
  if (mayHoldMore(map.node)) return [];
  const found: Missing[] = [];
  const union: string[] = [];
  for (const name of demandedFields(map.type)) {
    const field = map.facts.fields.get(name);
    const fact = field && tableFact(map, field, scope);
    // Whether a template needs labels is its selector's to say: selector-mismatch judges.
    if (!fact || isLabels(map, name)) continue;
    if (fact.required === "one") union.push(name);
    const entry = map.node.fields.get(name);
    const missing = lacks(map, name, fact, entry, scope);
    if (missing) found.push(missing);
  }
  if (union.length > 0 && !hasMember(map, scope))
    found.push({ ...common(map, "", undefined, undefined), how: "union", names: union });
  return found;
}

/** A member that this version does not know, or drops, is a mistake of its own. */
function hasMember(map: TypedMap, { object }: TableScope): boolean {
  const place = { object, under: map.under };
  return demandedFields(map.type).some((name) => {
    const fact = constraintOf(map.type, name, place);
    return fact?.required === "one" && !isAbsent(map, name, isEmptyAbsent(fact));
  });
}

/** Of a union's members, a list without items is as good as none, and so is an empty text where that is the map's mistake. */
function isAbsent(map: TypedMap, name: string, orEmpty: boolean): boolean {
  const entry = map.node.fields.get(name);
  const node = entry && resolve(entry.value);
  if (!node || isNull(node)) return true;
  return node.kind === "sequence" ? node.items.length === 0 : orEmpty && node.kind === "scalar" && node.value === "";
}

/** The server then says of the union as a whole that nothing is in it. */
export const isEmptyAbsent = (fact: ValueConstraint): boolean => fact.required === "one" && fact.emptyErrorAt === "^";

function lacks(
  map: TypedMap,
  name: string,
  fact: ValueConstraint,
  entry: Entry | undefined,
  scope: TableScope,
): Missing | undefined {
  const path = [...map.path, name];
  const node = entry && resolve(entry.value);
  const at = (how: Missing["how"], where: string | undefined): Missing => ({
    ...common(map, name, entry, where),
    how,
    names: [],
  });
  if (!node || isNull(node)) {
    if (fact.required !== true || isFilledIn(map, name)) return undefined;
    // Below the field nothing is written, so the field itself says it best; of metadata only the name is missed.
    const below = fact.absentAt?.startsWith(".") && name !== "metadata";
    return { ...at(node ? "null" : "absent", below ? undefined : fact.absentAt), echoes: echoesOfMissing(map, name) };
  }
  const type = map.facts.fields.get(name)?.type;
  if (!type || mismatch(type, node)) return undefined;
  if (node.kind === "scalar") {
    if (node.value !== "" || fact.required !== true || node.templated || !refusesEmpty(fact)) return undefined;
    return isFilledIn(map, name)
      ? undefined
      : { ...at("empty-text", fact.emptyErrorAt ?? fact.absentAt), echoes: echoesOfMissing(map, name) };
  }
  const isList = node.kind === "sequence";
  if (node.open) return undefined;
  if (!(fact.empty === false || (isList && fact.required === true)) || isFilledIn(map, name)) return undefined;
  if (isList) return isEmpty(node) && fact.required !== "one" ? at("empty-list", fact.emptyAt) : undefined;
  const inner = type.kind === "ref" ? typedMap(node, type.type, { path, span: map.span }, map, name) : undefined;
  if (!(inner ? isHollow(node, inner) : isEmpty(node)) || (inner && missingIn(inner, scope).length > 0))
    return undefined;
  return at("empty-map", fact.emptyAt);
}

const refusesEmpty = (fact: ValueConstraint): boolean =>
  fact.emptyError !== undefined ||
  (fact.enum !== undefined && !fact.enum.includes("")) ||
  (fact.class !== undefined && isInClass(fact.class, "") === false);

const isLabels = (map: TypedMap, name: string): boolean => map.type === "meta/v1.ObjectMeta" && name === "labels";

/**
 * Nothing in it counts: `{}`, and maps of nulls and empty lists and free maps, as a selector with `matchLabels: {}`.
 * An object in it counts even when it is empty: `sleep: {}` is a handler.
 */
function isHollow(node: MapNode, typed: TypedMap): boolean {
  return [...node.fields.values()].every((entry) => {
    const value = resolve(entry.value);
    const type = typed.facts.fields.get(entry.name)?.type;
    if (isNull(value)) return true;
    return type !== undefined && type.kind !== "ref" && !mismatch(type, value) && isEmpty(value);
  });
}

/** An empty item of a list of maps: what it would need, as one violation. */
export function missingInNull(
  item: { readonly map: TypedMap; readonly name: string; readonly path: Path; readonly span: MapNode["span"] },
  type: string,
  scope: TableScope,
): Missing | undefined {
  const node: MapNode = { kind: "map", flow: true, written: [], fields: new Map(), span: item.span };
  const index = item.path.at(-1);
  const place = { path: item.path, span: item.span };
  const empty = typedMap(node, type, place, item.map, item.name, typeof index === "number" ? index : undefined);
  const lacking = empty ? missingIn(empty, scope) : [];
  const first = lacking[0];
  if (!empty || !first) return undefined;
  const paths = lacking.flatMap((each) => [each.at.path, ...each.echoes]);
  const inList = paths.filter((path) => startsWith(path, item.path.slice(0, -1)));
  const start = commonStart(inList.length > 0 ? inList : paths);
  const names = lacking.flatMap((each) => (each.field === "" ? each.names.slice(0, 1) : each.field));
  return {
    ...first,
    at: { path: start, span: item.span },
    echoes: paths.filter((path) => !startsWith(path, start)),
    map: item.map,
    field: item.name,
    how: "null-item",
    names,
  };
}

const startsWith = (path: Path, start: Path): boolean => start.every((segment, index) => path[index] === segment);

/** The nearest place around all of them. */
function commonStart(paths: readonly Path[]): Path {
  const [first = [], ...others] = paths;
  const end = first.findIndex((segment, index) => others.some((path) => path[index] !== segment));
  return end < 0 ? first : first.slice(0, end);
}

function common(map: TypedMap, field: string, entry: Entry | undefined, where: string | undefined) {
  return {
    kind: "missing" as const,
    at: { path: serverPath(map, field, where), span: entry ? entry.key.span : map.span },
    echoes: [],
    map,
    field,
    part: "field" as const,
    required: true,
    entry,
  };
}
