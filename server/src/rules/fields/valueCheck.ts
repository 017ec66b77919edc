// One value against its type and the constraints table.
import { constrainedFields, type Range, type ValueConstraint } from "../../knowledge/constraints.ts";
import type { FieldFacts, TypeRef } from "../../knowledge/schema.ts";
import { isNull } from "../../model/value.ts";
import type { TypedValue } from "../../model/walk.ts";
import type { MapNode, ScalarNode } from "../../syntax/nodes.ts";
import type { Segment } from "../../syntax/path.ts";
import { utf8Length } from "../classes/expressions.ts";
import { isInClass } from "../classes/index.ts";
import { echoesOfNumber, echoesOfText } from "./echoes.ts";
import { mismatch } from "./jsonType.ts";
import { missingInNull } from "./missing.ts";
import { serverPath } from "./serverPath.ts";
import { surpriseOf } from "./surprise.ts";
import { type TableScope, tableFact, valuesAt } from "./tableFacts.ts";
import type { BadText, Violation } from "./violation.ts";

/** @param inStatus the server decodes a status before it drops it: only its types are checked */
export function checkValue(value: TypedValue, inStatus: boolean, scope: TableScope, found: Violation[]): void {
  const { map, facts, node, part, type } = value;
  // Of a version to come: unknown, whatever stands in it.
  if (facts.since > scope.minor) return;
  const got = mismatch(type, node);
  if (got) {
    // Inside a list or map the decoder names the field only; what it reads by itself it does not place at all.
    const hasOwnReader = type.kind === "quantity" || type.kind === "time";
    const path = part === "field" || hasOwnReader ? value.path : value.path.slice(0, -1);
    const at = { path, span: value.span };
    found.push({ kind: "type", at, echoes: [], map, field: facts.name, entry: value.entry, value, got });
  }
  if (got || inStatus) return;
  const surprise = surpriseOf(value);
  if (surprise)
    found.push({ kind: "surprise", at: value, echoes: [], map, field: facts.name, entry: value.entry, ...surprise });
  if (part === "item" && type.kind === "ref" && isNull(node)) {
    const missing = missingInNull(value, type.type, scope);
    if (missing) found.push(missing);
    return;
  }
  if (!constrainedFields(map.type).includes(facts.name)) return;
  const whole = tableFact(map, facts, scope);
  if (!whole || (node.kind === "scalar" && node.templated)) return;
  const inner = part === "field" ? undefined : value.path.at(-1);
  const { absentAt } = whole;
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
          echoes: echoesOfText(map, facts.name, entry.name),
          entry,
        });
    }
  }

  function checkScalar(fact: ValueConstraint, scalar: ScalarNode): void {
    const content = contentOf(scalar, type, part);
    if (typeof content === "number" || typeof content === "bigint") {
      if (fact.range && !inRanges(content, fact.range))
        found.push({
          kind: "range",
          node: scalar,
          value: content,
          ranges: fact.range,
          ...common(fact.errorAt),
          echoes: echoesOfNumber(map, facts.name),
        });
      else if (type.kind === "quantity" && badQuantity(fact, content < 0 ? -1 : content > 0 ? 1 : 0))
        found.push({
          kind: "text",
          node: scalar,
          text: String(content),
          part,
          className: fact.class,
          max: undefined,
          ...common(absentAt === "elsewhere" ? "elsewhere" : undefined),
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
    if (!bad) return;
    const place = common(type.kind === "quantity" && absentAt === "elsewhere" ? absentAt : at);
    if (fact.class !== "prefixed-name") {
      const echoes = echoesOfText(map, facts.name, content);
      found.push({ kind: "text", node: scalar, text: content, part, ...bad, ...place, echoes });
      return;
    }
    // Without a domain the server names the item; what is no name at all it finds wrong in the list as a whole.
    const isName = isInClass("qualified-name", content);
    const item = common("[]");
    const echoes = isName || content.includes("/") ? [] : [item.at.path];
    found.push({ kind: "text", node: scalar, text: content, part, ...bad, ...(isName ? item : { ...place, echoes }) });
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

/** Whether the table takes a text there, for fixes that would write it. */
export function acceptsText(
  fact: ValueConstraint | undefined,
  facts: FieldFacts,
  text: string,
  minor: number,
): boolean {
  if (!fact) return true;
  if (fact.enum) return text === "" ? fact.enum.includes("") : valuesAt(fact, facts, minor).includes(text);
  return badText(fact, text) === undefined;
}

export function badText(fact: ValueConstraint, text: string): Pick<BadText, "className" | "max"> | undefined {
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
