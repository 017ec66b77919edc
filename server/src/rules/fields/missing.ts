// Required fields that are not there, or hold nothing: by the constraints table, for one map.
import { constrainedFields, type ValueConstraint } from "../../knowledge/constraints.ts";
import { type TypedMap, typedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { type Entry, type MapNode, type ResolvedNode, resolve } from "../../syntax/nodes.ts";
import { nodeAt, type Path } from "../../syntax/path.ts";
import { isInClass } from "../classes/index.ts";
import { serverPath } from "./serverPath.ts";
import { type TableScope, tableFact } from "./tableFacts.ts";
import type { Missing } from "./violation.ts";

/** What `map` lacks, and what stands in it empty though it must not. */
export function missingIn(map: TypedMap, scope: TableScope): Missing[] {
  // A templated key may bring anything.
  if (map.node.written.some((entry) => entry.key.templated)) return [];
  const found: Missing[] = [];
  const union: string[] = [];
  for (const name of constrainedFields(map.type)) {
    const field = map.facts.fields.get(name);
    const fact = field && tableFact(map, field, scope);
    if (!fact) continue;
    if (fact.required === "one") union.push(name);
    const entry = map.node.fields.get(name);
    const missing = lacks(map, name, fact, entry, scope);
    if (missing) found.push(missing);
  }
  found.push(...labelsOfTemplate(map, scope));
  if (union.length > 0 && union.every((name) => isAbsent(map, name)))
    found.push({ ...common(map, "", undefined, undefined), how: "union", names: union });
  return found;
}

const isAbsent = (map: TypedMap, name: string): boolean => {
  const entry = map.node.fields.get(name);
  return !entry || isNull(resolve(entry.value));
};

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
    const missing = at(node ? "null" : "absent", below ? undefined : fact.absentAt);
    return name === "selector" ? { ...missing, echoes: labelsOf(map) } : missing;
  }
  if (node.kind === "scalar") {
    if (node.value !== "" || fact.required !== true || node.templated || !refusesEmpty(fact)) return undefined;
    return isFilledIn(map, name) ? undefined : at("empty-text", fact.emptyErrorAt ?? fact.absentAt);
  }
  if (fact.empty !== false || !isHollow(node) || isFilledIn(map, name)) return undefined;
  if (node.kind === "sequence") return at("empty-list", fact.emptyAt);
  const type = map.facts.fields.get(name)?.type;
  const inner = type?.kind === "ref" ? typedMap(node, type.type, { path, span: map.span }, map, name) : undefined;
  if (inner && missingIn(inner, scope).length > 0) return undefined;
  return at("empty-map", fact.emptyAt);
}

const refusesEmpty = (fact: ValueConstraint): boolean =>
  fact.emptyError !== undefined ||
  (fact.enum !== undefined && !fact.enum.includes("")) ||
  (fact.class !== undefined && isInClass(fact.class, "") === false);

/** The server fills it in from another field. */
function isFilledIn(map: TypedMap, name: string): boolean {
  if (map.type === "meta/v1.ObjectMeta" && name === "name") return isWritten(map, ["generateName"]);
  // The other way round a missing selector is the only thing that the server speaks of.
  if (map.type === "v1.ReplicationControllerSpec" && name === "selector")
    return isWritten(map, ["template", "metadata", "labels"]);
  const spec = map.parent?.parent;
  if (name !== "labels" || spec?.type !== "v1.ReplicationControllerSpec") return false;
  return !isWritten(spec, ["selector"]);
}

/** Something that counts stands there, or something that nobody knows. */
function isWritten(map: TypedMap, names: readonly string[]): boolean {
  const node = nodeAt(map.node, names);
  if (!node || isNull(node)) return false;
  return node.kind === "scalar" ? node.templated || node.value !== "" : !isEmpty(node);
}

/** Without metadata, a template that a selector must match has no labels. */
function labelsOfTemplate(map: TypedMap, scope: TableScope): Missing[] {
  if (map.type !== "v1.PodTemplateSpec" || !isAbsent(map, "metadata")) return [];
  const entry = map.node.fields.get("metadata");
  const span = entry ? entry.key.span : map.span;
  const node: MapNode = { kind: "map", flow: true, written: [], fields: new Map(), span };
  const metadata = typedMap(node, "meta/v1.ObjectMeta", { path: [...map.path, "metadata"], span }, map, "metadata");
  return metadata ? missingIn(metadata, scope) : [];
}

/** Nothing in it counts: `{}`, `[]`, and maps of nulls and empty maps and lists, as a selector with `matchLabels: {}`. */
function isHollow(node: ResolvedNode): boolean {
  if (node.kind === "sequence") return node.items.length === 0;
  return (
    node.kind === "map" &&
    [...node.fields.values()].every((entry) => {
      const value = resolve(entry.value);
      return isNull(value) || (value.kind !== "scalar" && isEmpty(value));
    })
  );
}

const isEmpty = (node: ResolvedNode): boolean =>
  node.kind === "map" ? node.fields.size === 0 : node.kind === "sequence" && node.items.length === 0;

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
  const names = lacking.flatMap((each) => (each.field === "" ? each.names.slice(0, 1) : each.field));
  return {
    ...first,
    at: { path: item.path, span: item.span },
    map: item.map,
    field: item.name,
    how: "null-item",
    names,
  };
}

/** Labels without a selector are refused as well: they match none. */
function labelsOf(spec: TypedMap): Path[] {
  if (spec.type === "v1.ReplicationControllerSpec") return [];
  return isWritten(spec, ["template", "metadata", "labels"]) ? [[...spec.path, "template", "metadata", "labels"]] : [];
}

function common(map: TypedMap, field: string, entry: Entry | undefined, where: string | undefined) {
  return {
    kind: "missing" as const,
    at: { path: serverPath(map, field, where), span: entry ? entry.key.span : map.span },
    echoes: [],
    map,
    field,
    entry,
  };
}
