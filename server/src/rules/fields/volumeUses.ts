// Where the containers of a pod name a volume.
import { asText, children, type TypedMap } from "../../model/typed.ts";
import { type Node, resolve } from "../../syntax/nodes.ts";

/** The names in mounts and devices of all containers of the pod spec. */
export function usesOfVolume(spec: TypedMap, volume: string): Node[] {
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((list) => children(spec, list));
  return containers
    .flatMap((container) => [...children(container, "volumeMounts"), ...children(container, "volumeDevices")])
    .flatMap((use) => {
      const entry = use.node.fields.get("name");
      return entry && asText(resolve(entry.value)) === volume ? [entry.value] : [];
    });
}
