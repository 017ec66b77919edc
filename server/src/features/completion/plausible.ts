// Of the places that a half-typed line may have, those that its neighbours allow.
import { type TypeRef, typeFacts } from "../../knowledge/schema.ts";
import type { FileChunk, SourceFile } from "../../workspace/file.ts";
import { along } from "../typeAt.ts";
import { objectAt } from "./object.ts";
import type { Begins, Place } from "./place.ts";

/**
 * A key goes beside a line at another column only if that line's key is a field of the same map. Where that is so, the
 * line is nobody's orphan, and only a typed word may be a key that takes it over.
 */
export function plausible(file: SourceFile, at: FileChunk, places: readonly Place[], isTyped: boolean): Place[] {
  const fits = (place: Place, { key, dash }: Begins): boolean => {
    const type = typeAtPlace(file, at, place);
    if (!type) return true;
    if (dash || type.kind === "array") return dash && type.kind === "array";
    return type.kind === "map" || key === "<<" || (type.kind === "ref" && hasField(type.type, key));
  };
  const fitting = places.filter((place) => !place.beside || fits(place, place.beside));
  return isTyped || !fitting.some(({ beside }) => beside) ? fitting : fitting.filter(({ holds }) => !holds);
}

const hasField = (type: string, key: string | undefined): boolean =>
  key !== undefined && typeFacts(type)?.fields.has(key) === true;

function typeAtPlace(file: SourceFile, at: FileChunk, place: Place): TypeRef | undefined {
  const object = objectAt(place, at.chunk.content.kind === "item", file.options.customResources);
  return object?.type === undefined ? undefined : along({ kind: "ref", type: object.type }, object.path)?.type;
}
