// What a change to a manifest is given, and where it may take place.
import type { Manifest } from "./bases.ts";
import type { Rng } from "./rng.ts";
import { type Spot, spotsOf } from "./tree.ts";

export interface Changing extends Manifest {
  readonly rng: Rng;
  /** From which pieces are taken. */
  readonly others: readonly Manifest[];
}

export type Mutation = (changing: Changing) => void;

export const placeOf = (spot: Spot, { type }: Manifest) => ({
  object: type,
  under: spot.under,
  owner: spot.owner ?? "",
  field: spot.field,
});

export const someSpot = ({ root, type, rng }: Changing): Spot | undefined => rng.pick(spotsOf(root, type));

export const typedSpot = ({ root, type, rng }: Changing): Spot | undefined =>
  rng.pick(spotsOf(root, type).filter((each) => each.type && each.owner));

export const leafSpot = ({ root, type, rng }: Changing): Spot | undefined =>
  rng.pick(spotsOf(root, type).filter((each) => each.tree.kind === "scalar"));
