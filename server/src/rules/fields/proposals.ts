// What to write where a required field is missing: only where something sensible is known, and certain only where nothing else can be meant.
import { asText, present, type TypedMap } from "../../model/typed.ts";
import { type Json, toJson } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { nodeAt } from "../../syntax/path.ts";
import { nearestName } from "./nearestName.ts";
import { nameOf, rootOf, skeletonOf } from "./skeletons.ts";

export interface Proposal {
  readonly value: Json;
  /** The only value that can be meant. */
  readonly certain: boolean;
}

export function proposalFor(map: TypedMap, field: string): Proposal | undefined {
  const sure = field === "selector" ? selectorFor(map) : metricType(map, field);
  if (sure !== undefined) return { value: sure, certain: true };
  const guess = guessFor(map, field) ?? skeletonOf(map, field) ?? firstValue(map, field);
  return guess === undefined ? undefined : { value: guess, certain: false };
}

function guessFor(map: TypedMap, field: string): Json | undefined {
  switch (`${map.type}.${field}`) {
    case "meta/v1.ObjectMeta.name":
      return map.parent?.parent ? undefined : named(labelIn(map) ?? nameOf(rootOf(map)));
    case "v1.Container.name":
      return named(
        textOf(map, "image")
          ?.replace(/^.*\//, "")
          .replace(/[:@].*$/, ""),
      );
    case "v1.Container.image":
      return named(textOf(map, "name"));
    case "v1.Volume.name":
      return named(sourceName(map));
    case "v1.VolumeMount.mountPath":
    case "v1.VolumeDevice.devicePath":
      return under("/", named(textOf(map, "name")));
    case "v1.KeyToPath.key":
      return textOf(map, "path");
    case "v1.KeyToPath.path":
      return textOf(map, "key");
    case "v1.ConfigMapKeySelector.key":
    case "v1.SecretKeySelector.key":
      return map.parent?.parent && textOf(map.parent.parent, "name");
    case "v1.ConfigMapVolumeSource.name":
    case "v1.SecretVolumeSource.secretName":
    case "v1.PersistentVolumeClaimVolumeSource.claimName":
      return map.parent && named(textOf(map.parent, "name"));
    case "meta/v1.LabelSelectorRequirement.operator":
    case "v1.NodeSelectorRequirement.operator":
      return present(map, "values") ? "In" : "Exists";
    default:
      return undefined;
  }
}

const textOf = (map: TypedMap, name: string): string | undefined => {
  const node = present(map, name);
  return node?.kind === "scalar" && !node.templated ? asText(node) : undefined;
};

const named = (text: string | undefined): string | undefined =>
  text ? (nearestName("dns-label", text, undefined) ?? text) : undefined;

const under = (start: string, name: string | undefined): string | undefined => (name ? start + name : undefined);

/** As its label calls it. */
function labelIn(metadata: TypedMap): string | undefined {
  const labels = present(metadata, "labels");
  if (labels?.kind !== "map") return undefined;
  const label = labels.fields.get("app.kubernetes.io/name") ?? labels.fields.get("app");
  return label && asText(resolve(label.value));
}

/** What a volume holds is often what it is called. */
function sourceName(volume: TypedMap): string | undefined {
  const ways = [
    ["configMap", "name"],
    ["secret", "secretName"],
    ["persistentVolumeClaim", "claimName"],
  ];
  const [first] = ways.flatMap((way) => {
    const node = nodeAt(volume.node, way);
    return (node && asText(node)) ?? [];
  });
  return first ?? (volume.node.written.some((entry) => entry.name === "emptyDir") ? "data" : undefined);
}

/** The labels that the template has: what else could be meant. */
function selectorFor(spec: TypedMap): Json | undefined {
  const labels = nodeAt(spec.node, ["template", "metadata", "labels"]);
  if (labels?.kind !== "map" || labels.fields.size === 0) return undefined;
  return spec.type === "v1.ReplicationControllerSpec" ? toJson(labels) : { matchLabels: toJson(labels) };
}

/** The part that is written says of which type it is. */
function metricType(map: TypedMap, field: string): string | undefined {
  if (map.type !== "autoscaling/v2.MetricSpec" || field !== "type") return undefined;
  const [part, ...others] = map.node.written.map((entry) => entry.name).filter((name) => name !== "type");
  return part !== undefined && others.length === 0 ? part[0]?.toUpperCase() + part.slice(1) : undefined;
}

/** The first of a closed list is a beginning. */
function firstValue(map: TypedMap, field: string): string | undefined {
  return [...(map.facts.fields.get(field)?.enum?.keys() ?? [])].find((value) => value !== "");
}
