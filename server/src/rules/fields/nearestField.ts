// The field of the same map that a mistyped key was probably meant to be.
import { type FieldFacts, fieldAvailability } from "../../knowledge/schema.ts";
import type { TypedMap } from "../../model/typed.ts";
import type { Entry } from "../../syntax/nodes.ts";
import { editDistance, nearest } from "../../text/nearest.ts";
import { fits } from "./fits.ts";

export interface Nearest {
  readonly field: FieldFacts;
  /** So near that no other place has to be looked for: a slip of one key, of case, or the rest of a demanded name. */
  readonly isSlip: boolean;
  /** Only a guess: the beginning of a longer name. */
  readonly isGuess: boolean;
}

export function nearestField(map: TypedMap, { name, value }: Entry, minor: number): Nearest | undefined {
  const fields = [...map.facts.fields.values()].filter(
    (each) => !each.deprecated && fieldAvailability(each, minor).state === "available",
  );
  const near = nearest(
    name,
    fields.map((each) => each.name),
  );
  const field = fields.find((each) => each.name === near) ?? demanded(name, map, fields);
  if (field) {
    const isNear = field.name !== near || editDistance(name.toLowerCase(), field.name.toLowerCase()) <= 1;
    return { field, isSlip: isNear && fits(value, field.type), isGuess: false };
  }
  const guess = shortened(name, fields);
  return guess && { field: guess, isSlip: false, isGuess: true };
}

const bare = (text: string): string => text.replace(/[-_ ]/g, "").toLowerCase();

/** `port` for containerPort and `path` for mountPath, where that is missing. */
function demanded(name: string, { node }: TypedMap, fields: readonly FieldFacts[]): FieldFacts | undefined {
  const word = bare(name);
  if (word.length < 4) return undefined;
  const found = fields.filter(
    (each) =>
      each.required && each.type.kind !== "ref" && !node.fields.has(each.name) && bare(each.name).endsWith(word),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** `timeout` for timeoutSeconds: the only field that begins so. */
function shortened(name: string, fields: readonly FieldFacts[]): FieldFacts | undefined {
  const word = bare(name);
  if (word.length < 4) return undefined;
  const found = fields.filter((each) => bare(each.name).startsWith(word));
  return found.length === 1 ? found[0] : undefined;
}
