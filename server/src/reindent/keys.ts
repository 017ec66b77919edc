// A key in one open map: whether it may stand there, and what speaks against it.
import { fieldRank } from "../knowledge/fieldOrder.ts";
import { isSeldom } from "../knowledge/habits.ts";
import type { FieldFacts, TypeFacts, TypeRef } from "../knowledge/schema.ts";
import { oldest } from "../knowledge/versions.ts";
import { openBelow } from "./below.ts";
import { costs } from "./costs.ts";
import { constraintAt, constraintCost, typeCost } from "./fit.ts";
import { demandsOf, type Frame, type FreeFrame, grown, has, isEmpty, type MapFrame } from "./frames.ts";
import type { Value } from "./lines.ts";

export interface Key {
  readonly key: string;
  readonly value: Value;
  /** Where it stood. */
  readonly stood: number;
  /** Where its line's dash stood, when it has one. */
  readonly dashStood: number | undefined;
  /** Columns tell something: not all lines are at one. */
  readonly uneven: boolean;
}

export interface Way {
  /** `alphabet`: as kubectl and other programs write, without exception. */
  readonly order: "people" | "alphabet";
  /** Also where the schema has no such key, or the map has it already. */
  readonly lenient: boolean;
}

export interface Placed {
  readonly cost: number;
  /** The innermost open frame behind the key. */
  readonly frame: Frame;
}

/** undefined: it cannot stand in this frame. */
export function placeKey(frame: Frame, key: Key, way: Way): Placed | undefined {
  if (way.order === "alphabet" && !isEmpty(frame) && key.key <= frame.last) return undefined;
  if (frame.kind === "map") return placeField(frame, key, way);
  if (frame.kind === "free") return placeFreeKey(frame, key);
  if (frame.kind !== "unknown" || frame.list || has(frame, key.key)) return undefined;
  return finish(frame, key, costs.belowUnknown, undefined, undefined);
}

function placeField(frame: MapFrame, at: Key, { order, lenient }: Way): Placed | undefined {
  const { key, value } = at;
  if (key === "<<") return finish(frame, at, 0, undefined, undefined);
  if (key === "kind" && frame.object !== undefined && value.scalar !== frame.object) return undefined;
  const facts = frame.type.fields.get(key) ?? (lenient ? otherCase(frame.type, key) : undefined);
  const fits = facts ? typeCost(value, facts.type) : Number.POSITIVE_INFINITY;
  if (!facts || fits === Number.POSITIVE_INFINITY)
    return lenient ? finish(frame, at, costs.unknownKey, undefined, undefined) : undefined;
  if (has(frame, key) && !lenient) return undefined;
  const constraint = constraintAt(frame.type.name, key, frame.place);
  let cost = (lenient ? costs.misspelt : 0) + fits + constraintCost(value, constraint, facts);
  if (isSeldomHere(frame, key)) cost += costs.seldom;
  else if (isRare(facts)) cost += costs.rare;
  if (order === "people" && isAgainstOrder(frame, key)) cost += costs.order;
  const { oneOf } = demandsOf(frame.type, frame.place);
  if (oneOf.includes(key) && oneOf.some((other) => has(frame, other))) cost += costs.second;
  return finish(frame, at, cost, facts.type, facts);
}

/** `nodeselector` for `nodeSelector`. */
function otherCase(type: TypeFacts, key: string): FieldFacts | undefined {
  const low = key.toLowerCase();
  for (const facts of type.fields.values()) if (facts.name.toLowerCase() === low) return facts;
  return undefined;
}

const isRare = (facts: FieldFacts): boolean => facts.gate !== undefined || facts.since > oldest;
const isSeldomHere = (frame: MapFrame, key: string): boolean => isSeldom(frame.type.name, key, frame.place.under);

function isAgainstOrder(frame: MapFrame, key: string): boolean {
  return !isEmpty(frame) && fieldRank(frame.type.name, key) < fieldRank(frame.type.name, frame.last);
}

const qualifiedName = /^(?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;
const resourceName = /^(?:cpu|memory|storage|ephemeral-storage|hugepages-.+|.+\/.+)$/;

/** A label, an annotation, a limit: any key that looks like one. */
function placeFreeKey(frame: FreeFrame, at: Key): Placed | undefined {
  const { key, value } = at;
  if (key === "<<") return finish(frame, at, 0, undefined, undefined);
  if (has(frame, key)) return undefined;
  let cost = typeCost(value, frame.value);
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  cost += constraintCost(value, frame.constraint?.value, undefined);
  if (value.scalar === null) cost += costs.wrongType;
  if (!(frame.value.kind === "quantity" ? resourceName : qualifiedName).test(key)) cost += costs.refused;
  if (frame.value.kind === "string" && frame.last.includes("/") && !key.includes("/")) cost += costs.unlike;
  if (!isEmpty(frame) && isFieldAbove(frame, key, value)) cost += costs.shadowed;
  return finish(frame, at, cost, frame.value, undefined);
}

function isFieldAbove(from: Frame, key: string, value: Value): boolean {
  for (let frame = from.parent; frame; frame = frame.parent) {
    if (frame.kind !== "map") continue;
    const facts = frame.type.fields.get(key);
    if (!facts || has(frame, key) || isRare(facts) || isSeldomHere(frame, key)) continue;
    const constraint = constraintAt(frame.type.name, key, frame.place);
    if (typeCost(value, facts.type) + constraintCost(value, constraint, facts) === 0) return true;
  }
  return false;
}

function finish(
  frame: Frame,
  { key, value, stood, dashStood, uneven }: Key,
  cost: number,
  type: TypeRef | undefined,
  facts: FieldFacts | undefined,
): Placed {
  // An item's first key stands where its dash puts it.
  const columns = uneven && dashStood === undefined ? columnCost(frame, stood) : 0;
  return { cost: cost + columns, frame: openBelow(grown(frame, key, stood, dashStood), value, key, type, facts) };
}

/** Siblings stood at one column, children further in. A line at the left edge may have lost its own. */
export function columnCost(frame: Frame, stood: number): number {
  const beside = frame.stood;
  if (beside === undefined) {
    const above = frame.parent?.stood;
    if (above === undefined || stood > above) return 0;
    return stood === above ? costs.flush : stood === 0 ? costs.lost : costs.uneven;
  }
  if (stood === beside || stood === frame.dashStood) return 0;
  return stood === 0 || beside === 0 ? costs.lost : costs.uneven;
}
