// Changes to a manifest as a tree: what people do wrong, and what nobody would think of.
import { typeFacts } from "../../../server/src/knowledge/schema.ts";
import type { Manifest } from "./bases.ts";
import type { Rng } from "./rng.ts";
import { copy, list, map, remove, replace, type Spot, scalar, spotsOf, type Tree, text } from "./tree.ts";
import { anyValue, likelyValue } from "./values.ts";

interface Changing extends Manifest {
  readonly rng: Rng;
  /** From which pieces are taken. */
  readonly others: readonly Manifest[];
}
type Mutation = (changing: Changing) => void;

const placeOf = (spot: Spot, { type }: Manifest) => ({
  object: type,
  under: spot.under,
  owner: spot.owner ?? "",
  field: spot.field,
});
const someSpot = ({ root, type, rng }: Changing): Spot | undefined => rng.pick(spotsOf(root, type));
const typedSpot = ({ root, type, rng }: Changing): Spot | undefined =>
  rng.pick(spotsOf(root, type).filter((each) => each.type && each.owner));
const leafSpot = ({ root, type, rng }: Changing): Spot | undefined =>
  rng.pick(spotsOf(root, type).filter((each) => each.tree.kind === "scalar"));

const drop: Mutation = (changing) => {
  const spot = someSpot(changing);
  if (spot) remove(spot);
};

const duplicate: Mutation = (changing) => {
  const spot = someSpot(changing);
  if (!spot) return;
  const { parent, index, tree } = spot;
  const again = changing.rng.chance(0.5) ? copy(tree) : anyValue(spot.type, placeOf(spot, changing), changing.rng);
  if (parent.kind === "list") parent.items.splice(index + 1, 0, again);
  else parent.entries.splice(index + 1, 0, { key: parent.entries[index]?.key ?? "", value: again });
};

const rename: Mutation = (changing) => {
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

const retype: Mutation = (changing) => {
  const spot = someSpot(changing);
  if (!spot) return;
  const { tree } = spot;
  const { rng } = changing;
  const other = (): Tree | undefined => {
    if (tree.kind === "scalar")
      return rng.pick([
        list([tree]),
        map([{ key: tree.source || "a", value: scalar("") }]),
        scalar(`"${tree.source}"`),
        scalar(tree.source.replaceAll('"', "")),
        scalar(`'${tree.source}'`),
      ]);
    if (tree.kind === "list")
      return rng.pick([
        tree.items[0] ?? map(),
        map(tree.items.map((value, index) => ({ key: `k${index}`, value }))),
        scalar("a"),
        list([tree]),
      ]);
    return rng.pick([
      list([tree]),
      list(tree.entries.map((each) => map([each]))),
      scalar("a"),
      tree.entries[0]?.value ?? list(),
    ]);
  };
  replace(spot, other() ?? scalar("a"));
};

const move: Mutation = (changing) => {
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

const changeValue: Mutation = (changing) => {
  const spot = leafSpot(changing) ?? typedSpot(changing);
  if (spot) replace(spot, anyValue(spot.type, placeOf(spot, changing), changing.rng));
};

const changeTree: Mutation = (changing) => {
  const spot = typedSpot(changing);
  if (spot?.type)
    replace(
      spot,
      changing.rng.chance(0.6)
        ? likelyValue(spot.type, placeOf(spot, changing), changing.rng)
        : anyValue(spot.type, placeOf(spot, changing), changing.rng),
    );
};

const empty: Mutation = (changing) => {
  const spot = someSpot(changing);
  if (spot)
    replace(
      spot,
      changing.rng.pick([
        scalar("null"),
        scalar(""),
        scalar('""'),
        scalar("~"),
        map(),
        list(),
        list([scalar("null")]),
        list([map()]),
      ]),
    );
};

/** A field that the map does not have yet, of its own type. */
const add: Mutation = (changing) => {
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
const graft: Mutation = (changing) => {
  const { rng, others } = changing;
  const spot = typedSpot(changing);
  const other = rng.pick(others);
  if (!spot || !other) return;
  const same = spotsOf(other.root, other.type).filter((each) => each.owner === spot.owner && each.field === spot.field);
  const piece = rng.pick(same);
  if (piece) replace(spot, copy(piece.tree));
};

/** The same name twice, a mount without a volume, a port that is not there: values that refer to one another. */
const echo: Mutation = (changing) => {
  const { root, type, rng } = changing;
  const leaves = spotsOf(root, type).filter((each) => each.tree.kind === "scalar");
  const from = rng.pick(leaves);
  const to = rng.pick(leaves.filter((each) => each.type?.kind === from?.type?.kind && each !== from));
  if (from && to) replace(to, copy(from.tree));
};

const identity: Mutation = ({ root, rng }) => {
  const change = (key: string, value: string | undefined) => {
    const pair = root.entries.find((each) => each.key === key);
    if (pair && value !== undefined) pair.value = text(value);
  };
  if (rng.chance(0.6))
    change(
      "kind",
      rng.pick([
        "Pod",
        "Deployment",
        "Job",
        "CronJob",
        "StatefulSet",
        "DaemonSet",
        "ReplicaSet",
        "ReplicationController",
        "PodTemplate",
        "Service",
        "pod",
        "Deploymnet",
        "List",
        "PodList",
      ]),
    );
  if (rng.chance(0.6))
    change(
      "apiVersion",
      rng.pick([
        "v1",
        "apps/v1",
        "batch/v1",
        "extensions/v1beta1",
        "batch/v1beta1",
        "apps/v1beta1",
        "V1",
        "1",
        "",
        "v1/",
        "autoscaling/v1",
      ]),
    );
};

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
