// The open maps, lists and texts at one point of the document, innermost first: what one reading of the lines so far amounts to.
import {
  type ConstraintPlace,
  constrainedFields,
  constraintOf,
  type ValueConstraint,
} from "../knowledge/constraints.ts";
import type { TypeFacts, TypeRef } from "../knowledge/schema.ts";
import { costs } from "./costs.ts";

export type Frame = MapFrame | FreeFrame | ListFrame | UnknownFrame | TextFrame;

export interface MapFrame extends Common {
  readonly kind: "map";
  readonly type: TypeFacts;
  readonly place: ConstraintPlace;
  /** Its `kind`, when it is a whole object. */
  readonly object: string | undefined;
}

/** Labels, limits: any key. */
export interface FreeFrame extends Common {
  readonly kind: "free";
  readonly value: TypeRef;
}

export interface ListFrame extends Common {
  readonly kind: "list";
  readonly item: TypeRef;
  readonly place: ConstraintPlace;
}

/** Below a key that the schema does not know: a map until a dash says that it is a list. */
export interface UnknownFrame extends Common {
  readonly kind: "unknown";
  readonly list: boolean;
}

/** A value that goes on below its key. `empty`: nothing of it was seen yet. */
export interface TextFrame extends Common {
  readonly kind: "text";
  readonly style: "block" | "plain" | "empty";
}

interface Common {
  readonly parent: Frame | undefined;
  readonly depth: number;
  /** Where its keys, dashes or lines are written. */
  readonly column: number;
  /** What the field that holds it demands. */
  readonly constraint: ValueConstraint | undefined;
  /** That field must not stay away. */
  readonly required: boolean;
  /** The key (item, line) that came last, and the frame without it; undefined while it is empty. */
  readonly last: string;
  readonly before: Frame | undefined;
  /** Where its keys stood; undefined while it is empty. */
  readonly stood: number | undefined;
  /** Of an item with one key: where its dash stood. The next key may have lost the blanks that made up for `- `. */
  readonly dashStood: number | undefined;
  /** Frames made from this one. Equal readings share one frame, so that identity tells them apart. */
  made: Map<string, Frame> | undefined;
}

type Made = "depth" | "last" | "before" | "stood" | "dashStood" | "made";
type New<F> = F extends Frame ? Omit<F, Made> : never;

export function open(frame: New<Frame>): Frame {
  const make = (): Frame => ({
    ...frame,
    depth: (frame.parent?.depth ?? 0) + 1,
    last: "",
    before: undefined,
    stood: undefined,
    dashStood: undefined,
    made: undefined,
  });
  return frame.parent ? share(frame.parent, `>${frame.column}${nameOf(frame)}`, make) : make();
}

function nameOf(frame: New<Frame>): string {
  if (frame.kind === "map") return frame.object ?? frame.type.name;
  if (frame.kind === "text") return frame.style;
  return frame.kind === "unknown" && frame.list ? "list" : frame.kind;
}

/** The frame with one more key, item or line. */
export function grown<F extends Frame>(frame: F, key: string, stood: number, dashStood?: number): F {
  const moved = stood === frame.dashStood || (frame.stood === 0 && frame.parent !== undefined);
  const now = moved ? stood : (frame.stood ?? stood);
  const counts = frame.kind === "list" || frame.kind === "text" || (frame.kind === "unknown" && frame.list);
  if (counts && frame.before && now === frame.stood) return frame;
  const make = (): Frame => ({ ...frame, last: key, before: frame, stood: now, dashStood, made: undefined });
  return share(frame, `${stood},${dashStood ?? ""},${key}`, make) as F;
}

function share(from: Frame, name: string, make: () => Frame): Frame {
  from.made ??= new Map();
  const known = from.made.get(name);
  if (known) return known;
  const frame = make();
  from.made.set(name, frame);
  return frame;
}

export const isEmpty = (frame: Frame): boolean => frame.before === undefined;

export function has(frame: Frame, key: string): boolean {
  for (let at = frame; at.before; at = at.before) if (at.last === key) return true;
  return false;
}

/** What is wrong with a frame to which nothing more is added. */
export function closingCost(frame: Frame): number {
  if (frame.kind === "text") return frame.style === "plain" || !isEmpty(frame) ? 0 : costs.emptyText;
  if (isEmpty(frame)) {
    if (frame.kind === "unknown") return costs.emptyUnknown;
    return frame.required || frame.constraint?.empty === false ? costs.missing : costs.empty;
  }
  if (frame.kind !== "map" || has(frame, "<<")) return 0;
  const { needed, oneOf } = demandsOf(frame.type, frame.place);
  const lacking = needed.filter((field) => !has(frame, field)).length;
  const none = oneOf.length > 0 && !oneOf.some((field) => has(frame, field));
  return costs.missing * (lacking + (none ? 1 : 0));
}

interface Demands {
  readonly needed: readonly string[];
  /** Exactly one of these. */
  readonly oneOf: readonly string[];
}

const known = new Map<string, Demands>();

export function demandsOf(type: TypeFacts, place: ConstraintPlace): Demands {
  const id = `${place.object} ${place.under} ${type.name}`;
  const found = known.get(id);
  if (found) return found;
  const needed = new Set([...type.fields.values()].filter((field) => field.required).map((field) => field.name));
  const oneOf: string[] = [];
  for (const field of constrainedFields(type.name)) {
    const required = constraintOf(type.name, field, place)?.required;
    if (required === true) needed.add(field);
    if (required === "one") oneOf.push(field);
  }
  const demands = { needed: [...needed], oneOf };
  known.set(id, demands);
  return demands;
}
