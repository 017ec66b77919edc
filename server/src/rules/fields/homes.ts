// Where a key that stands in the wrong map would be legal: above it, beside it and below it, nearest first, from the schema.
import { constraintOf } from "../../knowledge/constraints.ts";
import { type FieldFacts, fieldAvailability, type TypeFacts } from "../../knowledge/schema.ts";
import type { KubeObject } from "../../model/objects.ts";
import type { TypedMap } from "../../model/typed.ts";
import type { Destination, Moving } from "../../syntax/move.ts";
import type { Entry, MapNode } from "../../syntax/nodes.ts";
import { formatPath, type Path } from "../../syntax/path.ts";
import { fits } from "./fits.ts";
import { stepsInto } from "./reach.ts";
import { clashes, isWhole, lacksUnion, type Spot, spotOf, spotsIn, unionOf } from "./spots.ts";

export interface Home {
  /** The key as it is called there. */
  readonly name: string;
  /** Of the map that would hold the key. */
  readonly path: Path;
  /** Schema name of that map's type. */
  readonly type: string;
  /** Something else stands there already: the key itself, or another member of its union. */
  readonly occupied: boolean;
  /** undefined where the text cannot reach it (behind an alias). */
  readonly to: Destination | undefined;
  /** The key; and for a map that has to be made, its neighbours that belong there too. */
  readonly moving: readonly Moving[];
  /** Paths at which nothing is missing any more after the move. */
  readonly fills: readonly Path[];
}

export interface Lost {
  readonly map: TypedMap;
  readonly entry: Entry;
  /** Upper and lower case count. */
  readonly exact: boolean;
  /** The keys of the map that nobody knows, this one among them. */
  readonly strangers: readonly Entry[];
  readonly object: KubeObject;
  readonly minor: number;
}

interface Found extends Home {
  readonly steps: number;
}

interface Search extends Lost {
  readonly found: Found[];
  /** Of the nearest place found. */
  least: number;
}

/** From the key to a place further away nobody slips. */
const mostSteps = 6;
/** Maps made anew on one way. */
const mostNew = 2;
/** A map that has to be made is a little further away, unless the API demands one there. */
const newMap = 0.5;
const demandedMap = -0.25;
const specialList = 0.25;
/** A map around the key is a little nearer than one inside. */
const around = -0.1;
/** What a way may turn out shorter than its steps. */
const slack = 0.5;

/** The nearest places, all equally near. */
export function homesOf(lost: Lost): Home[] {
  const search: Search = { ...lost, found: [], least: mostSteps };
  let from: MapNode | undefined;
  let isReachable = true;
  let steps = 0;
  for (let at: TypedMap | undefined = lost.map; at && steps <= search.least; at = at.parent, steps++) {
    const spot = spotOf(at, isReachable);
    if (from) addHome(search, spot, steps + around);
    descend(search, spot, steps, 0, from);
    const above = at.parent?.node.span;
    // An alias used here is written elsewhere: nothing around it can be changed from here.
    isReachable &&= above !== undefined && above.start <= at.node.span.start && at.node.span.end <= above.end;
    from = at.node;
  }
  return search.found.filter((each) => each.steps === search.least);
}

function descend(search: Search, spot: Spot, steps: number, made: number, except: MapNode | undefined): void {
  const { entry, map, minor } = search;
  for (const field of spot.facts.fields.values()) {
    if (steps + 1 + stepsInto(field.type, entry.name) > search.least + slack) continue;
    // Nobody writes into a status, and a gate that is off makes a field useless.
    if (field.name === "status" || fieldAvailability(field, minor).state !== "available") continue;
    for (const next of spotsIn(spot, field)) {
      const node = next.existing?.node;
      if (node !== undefined && (node === except || node === map.node)) continue;
      const isNew = next.existing === undefined && spot.existing?.node.fields.has(field.name) !== true;
      const now = made + (isNew && !leadsToPod(search, next) ? 1 : 0);
      if (now > mostNew || (isNew && clashes(spot, field.name))) continue;
      const far = steps + 1 + extra(spot, field.name, isNew && spot.existing !== undefined);
      addHome(search, next, far);
      descend(search, next, far, now, except);
    }
  }
}

/** `spec.template` and the like: however many of these are missing, all are meant. */
function leadsToPod({ object: { facts, path } }: Lost, spot: Spot): boolean {
  return `${facts?.pathToPodSpec}.`.startsWith(`${formatPath(spot.path.slice(path.length))}.`);
}

function extra(spot: Spot, field: string, isFirstNew: boolean): number {
  if (field === "initContainers" || field === "ephemeralContainers") return specialList;
  return lacksUnion(spot, field) ? demandedMap : isFirstNew ? newMap : 0;
}

function addHome(lost: Search, spot: Spot, far: number): void {
  const field = fieldFor(lost, spot.facts);
  if (!field || fieldAvailability(field, lost.minor).state !== "available") return;
  if (!fits(lost.entry.value, field.type) || isRefused(lost, spot, field)) return;
  const own = { entry: lost.entry, name: field.name };
  const moving = spot.existing ? [own] : inOrder([own, ...companions(lost, spot, field.name)]);
  const names = moving.map((each) => each.name);
  if (!spot.existing && !isWhole(spot.facts, names)) return;
  const fills = [...spot.empty, ...names.map((each) => [...spot.path, each])];
  if (unionOf(spot.facts.name).includes(field.name)) fills.push(spot.path);
  // The more of the strangers a new map explains, the likelier it is.
  const steps = far - (moving.length - 1) / 100;
  lost.least = Math.min(lost.least, steps);
  lost.found.push({
    name: field.name,
    path: spot.path,
    type: spot.facts.name,
    occupied: spot.existing?.node.fields.has(field.name) === true || clashes(spot, field.name),
    to: spot.to,
    moving,
    fills,
    steps,
  });
}

const inOrder = (moving: readonly Moving[]): Moving[] =>
  [...moving].sort((a, b) => a.entry.span.start - b.entry.span.start);

function fieldFor({ entry, exact }: Lost, { fields }: TypeFacts): FieldFacts | undefined {
  if (exact) return fields.get(entry.name);
  const name = entry.name.toLowerCase();
  return [...fields.values()].find((each) => each.name.toLowerCase() === name);
}

/** The other unknown keys beside the lost one that a new map would take in. */
function companions({ strangers, entry }: Lost, { facts }: Spot, own: string): Moving[] {
  const names = new Set([own]);
  return strangers.flatMap((each) => {
    const field = facts.fields.get(each.name);
    if (!field || each === entry || names.has(each.name) || !fits(each.value, field.type)) return [];
    names.add(each.name);
    return { entry: each, name: each.name };
  });
}

/** No value at all is accepted there, as with a readiness probe's grace period. */
function isRefused({ object }: Lost, { facts, under }: Spot, { name }: FieldFacts): boolean {
  return constraintOf(facts.name, name, { object: object.facts?.type ?? "", under })?.range?.length === 0;
}
