// Required fields that may be absent because another field stands for them.
import { present, type TypedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import type { ResolvedNode } from "../../syntax/nodes.ts";
import { nodeAt } from "../../syntax/path.ts";

/** The server fills it in, or does not ask for it here. */
export function isFilledIn(map: TypedMap, name: string): boolean {
  switch (`${map.type}.${name}`) {
    case "meta/v1.ObjectMeta.name":
      // Of the object itself: what lies deeper must bear a name.
      return map.parent?.parent === undefined && isWritten(map, ["generateName"]);
    case "v1.ReplicationControllerSpec.selector":
      return isWritten(map, ["template", "metadata", "labels"]);
    case "v1.ServiceSpec.ports":
      return mayBe(map, "type", "ExternalName") || mayBe(map, "clusterIP", "None");
    case "v1.ServiceSpec.externalName":
      return !is(map, "type", "ExternalName");
    case "v1.ServicePort.name": {
      const ports = map.parent && present(map.parent, "ports");
      return ports?.kind !== "sequence" || ports.items.length < 2;
    }
    case "autoscaling/v2.CrossVersionObjectReference.apiVersion":
      return (
        map.under !== "autoscaling/v2.HorizontalPodAutoscalerSpec.scaleTargetRef" ||
        mayBe(map, "kind", "ReplicationController")
      );
    default:
      return false;
  }
}

/** Something that counts stands there, or something that nobody knows. */
function isWritten(map: TypedMap, names: readonly string[]): boolean {
  const node = nodeAt(map.node, names);
  if (!node || isNull(node)) return false;
  return node.kind === "scalar" ? node.templated || node.value !== "" : !isEmpty(node);
}

export const isEmpty = (node: ResolvedNode): boolean =>
  node.kind === "map" ? node.fields.size === 0 : node.kind === "sequence" && node.items.length === 0;

function is(map: TypedMap, name: string, text: string): boolean {
  const node = present(map, name);
  return node?.kind === "scalar" && !node.templated && node.value === text;
}

function mayBe(map: TypedMap, name: string, text: string): boolean {
  const node = present(map, name);
  return is(map, name, text) || (node?.kind === "scalar" && node.templated);
}
