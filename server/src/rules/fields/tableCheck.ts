// Holds every value of an object against the constraints table, in one walk that all rules about single values share.
import { constrainedFields, type Range, type ValueConstraint } from "../../knowledge/constraints.ts";
import type { TypeRef } from "../../knowledge/schema.ts";
import type { KubeObject } from "../../model/objects.ts";
import { isNull } from "../../model/value.ts";
import { type TypedValue, walk } from "../../model/walk.ts";
import type { MapNode, ScalarNode } from "../../syntax/nodes.ts";
import type { Path, Segment } from "../../syntax/path.ts";
import { utf8Length } from "../classes/expressions.ts";
import { isInClass } from "../classes/index.ts";
import { mismatch } from "./jsonType.ts";
import { missingIn, missingInNull } from "./missing.ts";
import { serverPath } from "./serverPath.ts";
import { type TableScope, tableFact, valuesAt } from "./tableFacts.ts";
import type { BadText, Violation } from "./violation.ts";

const known = new WeakMap<KubeObject, readonly Violation[]>();

/** In the order of the walk. Nothing under `status`, which the server does not take from a manifest. */
export function violationsOf(object: KubeObject, minor: number): readonly Violation[] {
  let found = known.get(object);
  if (!found) {
    found = check(object, minor);
    known.set(object, found);
  }
  return found;
}

function check(object: KubeObject, minor: number): Violation[] {
  const root = object.root ?? object.template;
  const found: Violation[] = [];
  if (!root) return found;
  const statusAt = object.root ? object.path.length : -1;
  const inStatus = (path: Path) => statusAt >= 0 && path[statusAt] === "status";
  const scope = { object: object.root?.type ?? "", minor };
  walk(root, {
    map: (map) => {
      if (!inStatus(map.path)) found.push(...missingIn(map, scope));
    },
    value: (value) => {
      if (!inStatus(value.path)) checkValue(value, scope, found);
    },
  });
  return found;
}

function checkValue(value: TypedValue, scope: TableScope, found: Violation[]): void {
  const { map, facts, node, part, type } = value;
  if (part === "item" && type.kind === "ref" && isNull(node)) {
    const missing = missingInNull(value, type.type, scope);
    if (missing) found.push(missing);
    return;
  }
  if (!constrainedFields(map.type).includes(facts.name)) return;
  const whole = tableFact(map, facts, scope);
  if (!whole || (node.kind === "scalar" && node.templated) || mismatch(type, node)) return;
  const inner = part === "field" ? undefined : value.path.at(-1);
  const common = (at: string | undefined, segment: Segment | undefined = inner, span = value.span) => ({
    at: { path: serverPath(map, facts.name, at, segment), span },
    echoes: [],
    map,
    field: facts.name,
    entry: value.entry,
  });
  if (
    part === "field" &&
    node.kind === "sequence" &&
    whole.maxItems !== undefined &&
    node.items.length > whole.maxItems
  )
    found.push({ kind: "many", count: node.items.length, most: whole.maxItems, ...common(whole.manyAt) });
  if (part === "field" && node.kind === "map" && whole.key) checkKeys(node, whole.key);
  const fact = part === "field" ? whole : part === "item" ? whole.item : whole.value;
  if (fact && node.kind === "scalar") checkScalar(fact, node);

  function checkKeys(keys: MapNode, fact: ValueConstraint): void {
    for (const entry of keys.fields.values()) {
      const bad = entry.key.templated ? undefined : badText(fact, entry.name);
      if (bad)
        found.push({
          kind: "text",
          node: entry.key,
          text: entry.name,
          part: "key",
          ...bad,
          ...common(fact.errorAt, { key: entry.name }, entry.key.span),
          entry,
        });
    }
  }

  function checkScalar(fact: ValueConstraint, scalar: ScalarNode): void {
    const content = contentOf(scalar, type, part);
    if (typeof content === "number" || typeof content === "bigint") {
      if (fact.range && !inRanges(content, fact.range))
        found.push({ kind: "range", node: scalar, value: content, ranges: fact.range, ...common(fact.errorAt) });
      else if (type.kind === "quantity" && badQuantity(fact, content < 0 ? -1 : content > 0 ? 1 : 0))
        found.push({
          kind: "text",
          node: scalar,
          text: String(content),
          part,
          className: fact.class,
          max: undefined,
          ...common(undefined),
        });
      return;
    }
    if (content === undefined || (content === "" && fact.required === true)) return;
    const at = content === "" && fact.emptyErrorAt !== undefined ? fact.emptyErrorAt : fact.errorAt;
    if (fact.enum) {
      const values = valuesAt(fact, facts, scope.minor);
      if (content === "" ? fact.enum.includes("") : values.includes(content)) return;
      if (values.length === 0) found.push({ kind: "forbidden", ...common(at) });
      else {
        const since = facts.enum?.get(content);
        found.push({
          kind: "enum",
          node: scalar,
          text: content,
          values,
          required: fact.required !== undefined,
          since: since !== undefined && since > scope.minor ? since : undefined,
          ...common(at),
        });
      }
      return;
    }
    if (fact.class === "none" && fact.error === "Forbidden") found.push({ kind: "forbidden", ...common(at) });
    const bad = badText(fact, content);
    if (bad) found.push({ kind: "text", node: scalar, text: content, part, ...bad, ...common(at) });
  }
}

/** Null inside a list or map is the type's zero for the server; a null field is absent. */
function contentOf(node: ScalarNode, type: TypeRef, part: TypedValue["part"]): string | number | bigint | undefined {
  if (isNull(node)) {
    if (part === "field") return undefined;
    return type.kind === "integer" || type.kind === "quantity" ? 0 : type.kind === "string" ? "" : undefined;
  }
  return typeof node.value === "boolean" ? undefined : (node.value ?? undefined);
}

function badText(fact: ValueConstraint, text: string): Pick<BadText, "className" | "max"> | undefined {
  const { class: className, max } = fact;
  if (fact.enum) return undefined;
  if (className !== undefined && isInClass(className, text) === false) return { className, max };
  return max !== undefined && utf8Length(text) > max ? { className: undefined, max } : undefined;
}

function badQuantity(fact: ValueConstraint, sign: -1 | 0 | 1): boolean {
  return sign < 0 ? fact.class !== "quantity" : sign === 0 && fact.class === "quantity-positive";
}

function inRanges(value: number | bigint, ranges: readonly Range[]): boolean {
  return ranges.some(([from, to]) => (from === null || value >= from) && (to === null || value <= to));
}
