// Changes to a manifest as a tree: what people do wrong, and what nobody would think of.
import type { Manifest } from "./bases.ts";
import { add, drop, duplicate, graft, move, rename } from "./mutateShape.ts";
import { changeTree, changeValue, echo, empty, identity, retype } from "./mutateValues.ts";
import type { Mutation } from "./mutation.ts";
import type { Rng } from "./rng.ts";
import { copy } from "./tree.ts";

const mutations: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [10, drop],
  [6, duplicate],
  [8, rename],
  [9, retype],
  [8, move],
  [24, changeValue],
  [8, changeTree],
  [7, empty],
  [12, add],
  [5, graft],
  [5, echo],
  [2, identity],
];

const wheel = mutations.flatMap(([weight, mutation]) => Array.from({ length: weight }, () => mutation));

/** One change, or several at once. */
export function mutated(manifest: Manifest, others: readonly Manifest[], rng: Rng): Manifest {
  const root = copy(manifest.root);
  const count = rng.pick([1, 1, 1, 1, 1, 2, 2, 3, 5]);
  for (let each = 0; each < count; each++) rng.pick(wheel)?.({ type: manifest.type, root, rng, others });
  return { type: manifest.type, root };
}
