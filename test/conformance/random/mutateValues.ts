// Changes to what is said: other types, other values, nothing, or the words of another place.
import { leafSpot, type Mutation, placeOf, someSpot, typedSpot } from "./mutation.ts";
import { copy, list, map, replace, scalar, spotsOf, type Tree, text } from "./tree.ts";
import { anyValue, likelyValue } from "./values.ts";

export const retype: Mutation = (changing) => {
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

export const changeValue: Mutation = (changing) => {
  const spot = leafSpot(changing) ?? typedSpot(changing);
  if (spot) replace(spot, anyValue(spot.type, placeOf(spot, changing), changing.rng));
};

export const changeTree: Mutation = (changing) => {
  const spot = typedSpot(changing);
  if (spot?.type)
    replace(
      spot,
      changing.rng.chance(0.6)
        ? likelyValue(spot.type, placeOf(spot, changing), changing.rng)
        : anyValue(spot.type, placeOf(spot, changing), changing.rng),
    );
};

export const empty: Mutation = (changing) => {
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

/** The same name twice, a mount without a volume, a port that is not there: values that refer to one another. */
export const echo: Mutation = (changing) => {
  const { root, type, rng } = changing;
  const leaves = spotsOf(root, type).filter((each) => each.tree.kind === "scalar");
  const from = rng.pick(leaves);
  const to = rng.pick(leaves.filter((each) => each.type?.kind === from?.type?.kind && each !== from));
  if (from && to) replace(to, copy(from.tree));
};

export const identity: Mutation = ({ root, rng }) => {
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
