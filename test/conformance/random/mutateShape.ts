// Changes to what stands where: keys and items that go, come twice, are called otherwise or move.
import { typeFacts } from "../../../server/src/knowledge/schema.ts";
import { type Changing, type Mutation, placeOf, someSpot, typedSpot } from "./mutation.ts";
import type { Rng } from "./rng.ts";
import { copy, remove, replace, type Spot, spotsOf, type Tree } from "./tree.ts";
import { anyValue, likelyValue } from "./values.ts";

export const drop: Mutation = (changing) => {
  const spot = someSpot(changing);
  if (spot) remove(spot);
};

export const duplicate: Mutation = (changing) => {
  const spot = someSpot(changing);
  if (!spot) return;
  const { parent, index, tree } = spot;
  const again = changing.rng.chance(0.5) ? copy(tree) : anyValue(spot.type, placeOf(spot, changing), changing.rng);
  if (parent.kind === "list") parent.items.splice(index + 1, 0, again);
  else parent.entries.splice(index + 1, 0, { key: parent.entries[index]?.key ?? "", value: again });
};

export const rename: Mutation = (changing) => {
  const { rng } = changing;
  const spot = someSpot(changing);
  const pair = spot?.parent.kind === "map" ? spot.parent.entries[spot.index] : undefined;
  if (spot && pair) pair.key = otherName(pair.key, spot, changing, rng);
};

function otherName(key: string, spot: Spot, changing: Changing, rng: Rng): string {
  const at = rng.below(key.length);
  switch (rng.below(7)) {
    case 0:
      return key.toLowerCase();
    case 1:
      return key.charAt(0).toUpperCase() + key.slice(1);
    case 2:
      return key.slice(0, at) + key.slice(at + 1);
    case 3:
      return key.slice(0, at) + (key[at + 1] ?? "") + (key[at] ?? "") + key.slice(at + 2);
    case 4:
      return rng.pick([...(typeFacts(spot.owner ?? "")?.fields.keys() ?? [])]) ?? "x";
    case 5:
      return someSpot(changing)?.field ?? "x";
    default:
      return rng.pick(["", "1", "yes", "null", "~", "a b", "<<", "x", `${key}s`, `${key} `, key.replace(/s$/, "")]);
  }
}

export const move: Mutation = (changing) => {
  const spot = someSpot(changing);
  const to = changing.rng.pick([changing.root, ...spotsOf(changing.root, changing.type).map((each) => each.tree)]);
  if (!spot || to === spot.tree) return;
  const { parent, index, tree } = spot;
  const key = parent.kind === "map" ? (parent.entries[index]?.key ?? "") : spot.field;
  if (holds(tree, to)) return;
  remove(spot);
  if (to?.kind === "map") to.entries.push({ key, value: tree });
  else if (to?.kind === "list") to.items.push(tree);
};

const holds = (outer: Tree, inner: Tree | undefined): boolean =>
  outer === inner ||
  (outer.kind === "map" && outer.entries.some((each) => holds(each.value, inner))) ||
  (outer.kind === "list" && outer.items.some((each) => holds(each, inner)));

/** A field that the map does not have yet, of its own type. */
export const add: Mutation = (changing) => {
  const { root, type, rng } = changing;
  const spot = rng.pick(spotsOf(root, type).filter((each) => each.type?.kind === "ref" && each.tree.kind === "map"));
  if (spot?.tree.kind !== "map" || spot.type?.kind !== "ref") return;
  const { tree } = spot;
  const owner = spot.type.type;
  const field = rng.pick(
    [...(typeFacts(owner)?.fields.values() ?? [])].filter((each) => !tree.entries.some(({ key }) => key === each.name)),
  );
  if (!field) return;
  const place = { object: type, under: `${spot.owner}.${spot.field}`, owner, field: field.name };
  const value = rng.chance(0.6) ? likelyValue(field.type, place, rng) : anyValue(field.type, place, rng);
  tree.entries.push({ key: field.name, value });
};

/** A piece of another manifest where the same field stands. */
export const graft: Mutation = (changing) => {
  const { rng, others } = changing;
  const spot = typedSpot(changing);
  const other = rng.pick(others);
  if (!spot || !other) return;
  const same = spotsOf(other.root, other.type).filter((each) => each.owner === spot.owner && each.field === spot.field);
  const piece = rng.pick(same);
  if (piece) replace(spot, copy(piece.tree));
};
