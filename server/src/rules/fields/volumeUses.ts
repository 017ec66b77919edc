// Where the containers of a pod name a volume.
import { asText, children, type TypedMap } from "../../model/typed.ts";
import { type Node, resolve } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";

export interface VolumeUse {
  readonly path: Path;
  readonly value: Node;
}

/** Mounts and devices of all containers of the pod spec, in the order of the text. */
export function usesOfVolume(spec: TypedMap, volume: string): VolumeUse[] {
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((list) => children(spec, list));
  return containers
    .flatMap((container) => [...children(container, "volumeMounts"), ...children(container, "volumeDevices")])
    .flatMap((use) => {
      const entry = use.node.fields.get("name");
      return entry && asText(resolve(entry.value)) === volume
        ? [{ path: [...use.path, "name"], value: entry.value }]
        : [];
    });
}
