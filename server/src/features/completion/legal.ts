// Which fields the server would take at a place: known to the version, absent so far, not ruled out by their siblings or parents.
import { constraintOf } from "../../knowledge/constraints.ts";
import { fieldRank } from "../../knowledge/fieldOrder.ts";
import { isSeldom } from "../../knowledge/habits.ts";
import {
  type Availability,
  type FieldFacts,
  fieldAvailability,
  gateAt,
  kindFacts,
  type TypeFacts,
  typeFacts,
} from "../../knowledge/schema.ts";
import type { TypeAtPath } from "../typeAt.ts";
import type { ObjectAt } from "./object.ts";

export interface MapAt {
  readonly facts: TypeFacts;
  /** PARENTTYPE.FIELD that holds the map; undefined for a whole object. */
  readonly under: string | undefined;
  /** Of the object around. */
  readonly kind: string;
  /** What the map has already, with its scalar values. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface LegalField {
  readonly field: FieldFacts;
  readonly availability: Availability;
  /** Sorts as text: required first, then as people write them; 2 is left to snippets; then what is seldom, gated, on its way out. */
  readonly rank: string;
}

export function legalFields(map: MapAt, minor: number): LegalField[] {
  return [...map.facts.fields.values()].flatMap((field) => {
    const availability = fieldAvailability(field, minor);
    if (availability.state === "later" || map.fields.has(field.name) || isRuledOut(map, field.name, minor)) return [];
    const isGated = availability.state === "gated";
    const tier = field.deprecated ? 5 : isGated ? 4 : isRequired(map, field) ? 0 : seldom(map, field) ? 3 : 1;
    const rank = `${tier}${String(fieldRank(map.facts.name, field.name)).padStart(3, "0")}${field.name}`;
    return { field, availability, rank };
  });
}

/** undefined where no map of a known type is. */
export function mapAt(
  object: Pick<ObjectAt, "kind">,
  found: TypeAtPath,
  fields: ReadonlyMap<string, string>,
): MapAt | undefined {
  const facts = found.type.kind === "ref" ? typeFacts(found.type.type) : undefined;
  const under = found.owner && found.field ? `${found.owner.name}.${found.field.name}` : undefined;
  return facts && { facts, under, kind: object.kind, fields };
}

export const constraintAt = ({ facts, under, kind }: MapAt, field: string) =>
  constraintOf(facts.name, field, { object: kindFacts(kind)?.type ?? "", under });

function isRequired(map: MapAt, field: FieldFacts): boolean {
  // An object without its spec is of no use, whatever the schema says.
  if (map.under === undefined) return true;
  return field.required || field.requiredBy !== undefined || constraintAt(map, field.name)?.required === true;
}

/** Legal in a manifest, but the server's to write. */
const serverWrites = new Set([
  "creationTimestamp",
  "deletionGracePeriodSeconds",
  "deletionTimestamp",
  "generation",
  "managedFields",
  "resourceVersion",
  "selfLink",
  "uid",
]);
const seldom = ({ facts, under }: MapAt, { name }: FieldFacts): boolean =>
  isSeldom(facts.name, name, under) || (facts.name === "meta/v1.ObjectMeta" && serverWrites.has(name));

/** Kinds whose pods may end, so that a time limit makes sense. */
const ending = new Set(["Job", "CronJob"]);
const needSidecar = new Set(["startupProbe", "livenessProbe", "readinessProbe", "lifecycle"]);

function isRuledOut(map: MapAt, name: string, minor: number): boolean {
  const { facts, under, kind, fields } = map;
  // The server writes these; in a new object they are dropped or refused.
  if (name === "status" || (facts.name === "v1.PodSpec" && name === "ephemeralContainers")) return true;
  if (facts.name === "v1.Container" && under === "v1.PodSpec.initContainers" && needSidecar.has(name))
    return ["", "OnFailure", "Never"].includes(fields.get("restartPolicy") ?? "");
  if (facts.name === "v1.Container" && under === "v1.PodSpec.containers" && name === "restartPolicy")
    return gateAt("ContainerRestartRules", minor)?.default !== true;
  if (takesNothing(map, name)) return !(name === "activeDeadlineSeconds" && ending.has(kind));
  const rivals = rivalsOf(map, name);
  return rivals.some((each) => each !== name && fields.has(each));
}

/** No value at all is right here: `terminationGracePeriodSeconds` of a readinessProbe. */
function takesNothing(map: MapAt, name: string): boolean {
  const found = constraintAt(map, name);
  if (!found) return false;
  const onlyZero = found.range?.every(([from, to]) => from === 0 && to === 0) ?? false;
  const onlyEmpty = found.enum?.every((text) => text === "") ?? false;
  return onlyZero || onlyEmpty || (found.class === "none" && (found.error === "decode" || found.error === "strict"));
}

/** Of these fields at most one may be there. */
function rivalsOf(map: MapAt, name: string): readonly string[] {
  const { facts } = map;
  if (facts.name === "v1.EnvVar") return name === "name" ? [] : ["value", "valueFrom"];
  if (facts.name === "v1.Volume")
    return name === "name" ? [] : [...facts.fields.keys()].filter((key) => key !== "name");
  if (facts.name === "v1.VolumeProjection") return [...facts.fields.keys()];
  const isMember = (key: string) => constraintAt(map, key)?.required === "one";
  return isMember(name) ? [...facts.fields.keys()].filter(isMember) : [];
}
