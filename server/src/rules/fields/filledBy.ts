// What is missing only because a key is misspelt: the same mistake, so it is told once.
import type { TypedMap } from "../../model/typed.ts";
import type { Path } from "../../syntax/path.ts";
import { hasUnion, unionOf } from "./spots.ts";

/** @param field what was meant, when that is known: then it is filled itself, and its map when that waits for one of several */
export function filledBy(map: TypedMap, field: string | undefined): Path[] {
  const { facts, path, node } = map;
  if (field === undefined) return hasUnion(map) ? [] : [path];
  if (node.fields.has(field)) return [];
  const own = [...path, field];
  return unionOf(facts.name).includes(field) ? [own, path] : [own];
}
