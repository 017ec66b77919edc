// The volumes that a pod's containers can mount, as the API server counts them.
import type { KubeObject } from "../../model/objects.ts";
import type { Pod } from "../../model/pod.ts";
import { asText, child, children, field, present, type TypedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { mayHoldMore, resolve } from "../../syntax/nodes.ts";

export interface PodVolume {
  readonly name: string;
  /** Its sources as written, nulls aside; a volume without one is an emptyDir. */
  readonly kinds: readonly string[];
  /** undefined: a claim template of the StatefulSet. */
  readonly map: TypedMap | undefined;
}

export interface PodVolumes {
  get(name: string): PodVolume | undefined;
  readonly names: readonly string[];
  /** False where more volumes may come from what is templated. */
  readonly complete: boolean;
}

const known = new WeakMap<Pod, PodVolumes>();

export function volumesOf(pod: Pod, object: KubeObject): PodVolumes {
  const found = known.get(pod) ?? read(pod, object);
  known.set(pod, found);
  return found;
}

function read(pod: Pod, object: KubeObject): PodVolumes {
  const byName = new Map<string, PodVolume>();
  let complete = isComplete(pod.map, "volumes");
  for (const map of children(pod.map, "volumes")) {
    const name = field(map, "name", asText);
    if (name.origin === "templated") complete = false;
    if (name.value) byName.set(name.value, { name: name.value, kinds: sourcesOf(map), map });
  }
  const spec = object.root?.type === "apps/v1.StatefulSet" ? child(object.root, "spec") : undefined;
  if (spec) {
    complete &&= isComplete(spec, "volumeClaimTemplates");
    for (const template of children(spec, "volumeClaimTemplates")) {
      const metadata = child(template, "metadata");
      const name = metadata && field(metadata, "name", asText);
      if (!name || name.origin === "templated") complete = false;
      // It takes the place of a volume of the same name.
      else if (name.value)
        byName.set(name.value, { name: name.value, kinds: ["persistentVolumeClaim"], map: undefined });
    }
  }
  return { get: (name) => byName.get(name), names: [...byName.keys()], complete };
}

const sourcesOf = (map: TypedMap): string[] =>
  [...map.node.fields.keys()].filter((key) => key !== "name" && map.facts.fields.has(key) && present(map, key));

/** The list is absent, or a list of maps; a null in it is a volume without a name. */
function isComplete(map: TypedMap, list: string): boolean {
  if (mayHoldMore(map.node)) return false;
  const node = present(map, list);
  return (
    !node ||
    (node.kind === "sequence" &&
      !node.open &&
      node.items.map(resolve).every((item) => item.kind === "map" || isNull(item)))
  );
}
