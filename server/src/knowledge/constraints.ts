// Typed look-up of what the API server accepts in each field, found by asking Kubernetes 1.36 (data/constraints.json).

import { constraintsJson } from "./constraints.generated.ts";
import { metadataLike, moreConstraints, moreExceptions } from "./moreConstraints.ts";

/** Inclusive; null is the type's own end (int32, int64). */
export type Range = readonly [from: number | null, to: number | null];

/** What a refusal says and where, relative to the field: `.x` below it, `^` its parent, `^.x` a sibling, `[]` the item, `[key]` the entry, `-` none (decoding), `elsewhere` further away; absent: the field itself. */
interface Refusals {
  readonly error?: string;
  readonly errorAt?: string;
  readonly absentError?: string;
  readonly absentAt?: string;
  readonly emptyError?: string;
  /** Of a map or list. */
  readonly emptyAt?: string;
  /** Of a text. */
  readonly emptyErrorAt?: string;
  readonly longError?: string;
  readonly manyError?: string;
  readonly manyAt?: string;
}

/** The conditions on one value; an absent one does not limit. `class` and `range` together: a number by its range, a text by its class. */
export interface ValueConstraint extends Refusals {
  /** Accepted integers; `[]`: none. */
  readonly range?: readonly Range[];
  /** A name of `classFacts`; `none`: no text is right by itself. */
  readonly class?: string;
  /** UTF-8 bytes. */
  readonly max?: number;
  /** Exact and case-sensitive; "" is in it where the server fills in a default. */
  readonly enum?: readonly string[];
  /** The booleans accepted. */
  readonly only?: readonly boolean[];
  /** "one": a member of a union. null counts as absent. */
  readonly required?: true | "one";
  /** false: `{}` or `[]` is refused. */
  readonly empty?: false;
  readonly maxItems?: number;
  readonly item?: ValueConstraint;
  readonly key?: ValueConstraint;
  readonly value?: ValueConstraint;
  /** Other fields decide too: this held beside one template only, so a rule of its own must judge. */
  readonly depends?: true;
}

interface RawConstraint extends ValueConstraint {
  readonly except?: readonly (ValueConstraint & {
    readonly in?: readonly string[];
    readonly under?: readonly string[];
  })[];
}

export interface ClassFacts {
  /** Of the whole text. Absent: one expression does not say it all. */
  readonly re?: string;
  /** UTF-8 bytes. */
  readonly max?: number;
}

interface Table {
  readonly classes: Readonly<Record<string, ClassFacts>>;
  readonly fields: Readonly<Record<string, RawConstraint>>;
}
let known: Table | undefined;
function table(): Table {
  if (!known) {
    const measured = JSON.parse(constraintsJson) as Table;
    known = { ...measured, fields: { ...measured.fields, ...moreConstraints } };
  }
  return known;
}

export interface ConstraintPlace {
  /** Schema name of the whole object's type, `apps/v1.Deployment`. */
  readonly object: string;
  /** The field that holds the map of `type`, with its own type: `v1.PodSpec.initContainers`; undefined for the whole object. */
  readonly under: string | undefined;
}

/**
 * @param type schema name of the map's type, `v1.Container`
 * @returns undefined when every value of the field's type is accepted
 */
export function constraintOf(type: string, field: string, place: ConstraintPlace): ValueConstraint | undefined {
  const { fields } = table();
  const id = `${type}.${field}`;
  const own =
    place.under === undefined || !Object.hasOwn(moreExceptions, id) ? undefined : moreExceptions[id]?.[place.under];
  if (own) return own;
  const found = Object.hasOwn(fields, id) ? fields[id] : undefined;
  const exception = found?.except?.find((each) => holds(each.in, each.under, place));
  // The table marks the field, whichever of its facts holds.
  return exception && found?.depends ? { ...exception, depends: true } : (exception ?? found);
}

// Below a pod spec a bare Pod and a Deployment were asked: Deployment alone stands for every pod template.
const everyTemplate = "apps/v1.Deployment";

function holds(kinds: readonly string[] | undefined, parents: readonly string[] | undefined, place: ConstraintPlace) {
  const under = place.under === undefined ? undefined : (metadataLike[place.under] ?? place.under);
  if (parents && !(under !== undefined && parents.includes(under))) return false;
  if (!kinds || kinds.includes(place.object)) return true;
  return kinds.length === 1 && kinds[0] === everyTemplate && place.object !== "v1.Pod";
}

/** The fields of a type that have a constraint. */
export function constrainedFields(type: string): readonly string[] {
  constrained ??= groupByType(() => true);
  return constrained.get(type) ?? [];
}

/** Those that must be there, or must hold something, at some place: for checks of what is absent. */
export function demandedFields(type: string): readonly string[] {
  demanded ??= groupByType((fact) => fact.required !== undefined || fact.empty === false);
  return demanded.get(type) ?? [];
}

let constrained: Map<string, string[]> | undefined;
let demanded: Map<string, string[]> | undefined;
function groupByType(test: (fact: ValueConstraint) => boolean): Map<string, string[]> {
  const byType = new Map<string, string[]>();
  for (const [id, fact] of Object.entries(table().fields)) {
    if (![fact, ...(fact.except ?? [])].some(test)) continue;
    const dot = id.lastIndexOf(".");
    const type = id.slice(0, dot);
    const names = byType.get(type);
    if (names) names.push(id.slice(dot + 1));
    else byType.set(type, [id.slice(dot + 1)]);
  }
  return byType;
}

/** undefined for a class that the table does not name, `none` among them. */
export function classFacts(name: string): ClassFacts | undefined {
  const { classes } = table();
  return Object.hasOwn(classes, name) ? classes[name] : undefined;
}
