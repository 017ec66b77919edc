// Where the API server names a second field for one mistake, because it copies or combines what it was given.
import { child, children, present, type TypedMap } from "../../model/typed.ts";
import type { resolve } from "../../syntax/nodes.ts";
import { nodeAt, type Path } from "../../syntax/path.ts";
import { isInClass } from "../classes/index.ts";
import { serverPath } from "./serverPath.ts";

/** Of a required field that is not there. */
export function echoesOfMissing(map: TypedMap, field: string): Path[] {
  const { type, path, under } = map;
  if (type === "v1.ServicePort") return echoesOfNumber(map, field);
  if (field === "kind" && (type === "v1.TypedLocalObjectReference" || type === "v1.TypedObjectReference"))
    return [path];
  // It also holds the labels against the selector that is not there, and they do not match.
  if (field === "selector" && type !== "v1.ReplicationControllerSpec")
    return [[...path, "template", "metadata", "labels"]];
  if (type !== "v1.PersistentVolumeClaim" && under !== "v1.PersistentVolumeClaim.metadata") return [];
  const name = serverPath(map, field, "elsewhere");
  return field === "metadata" || field === "name" ? [[...name.slice(0, -1), "persistentVolumeClaim", "claimName"]] : [];
}

/** Of a number that is refused: a Service's port is its target's too, where none is written. */
export function echoesOfNumber(map: TypedMap, field: string): Path[] {
  if (map.type !== "v1.ServicePort" || field !== "port") return [];
  const target = present(map, "targetPort");
  const isBoth = !target || (target.kind === "scalar" && (target.value === 0 || target.value === ""));
  return isBoth ? [[...map.path, "targetPort"]] : [];
}

/** Of a text that is refused. */
export function echoesOfText(map: TypedMap, field: string, text: string): Path[] {
  if (map.type === "v1.ReplicationControllerSpec" && field === "selector") return labelsBesides(map);
  if (map.under === "v1.PodTemplateSpec.metadata" && field === "labels") {
    const spec = map.parent?.parent;
    return spec ? labelsBesides(spec) : [];
  }
  if (map.under === "v1.Pod.metadata" && field === "name") return ephemeralVolumes(map);
  if (map.under !== "batch/v1.Job.metadata" || field !== "name" || isOwnSelector(map)) return [];
  // The name becomes a label of the pods.
  if (isInClass("label-value", text) !== false) return [];
  const object = map.parent;
  const spec = object && present(object, "spec");
  const hasLabels = spec && isFilled(spec, ["template", "metadata", "labels"]);
  const inTemplate: Path = [...(object?.path ?? []), "spec", "template", "labels"];
  return hasLabels && object && !isFilled(object.node, ["metadata", "labels"])
    ? [inTemplate, [...map.path, "labels"]]
    : [inTemplate];
}

/** The claim that is made for a pod bears the pod's name. */
function ephemeralVolumes(metadata: TypedMap): Path[] {
  const spec = metadata.parent && child(metadata.parent, "spec");
  const volumes = spec ? children(spec, "volumes").filter((volume) => present(volume, "ephemeral")) : [];
  return volumes.map((volume) => [...volume.path, "name"]);
}

/** A ReplicationController or Job without labels takes those of its template. */
function labelsBesides(spec: TypedMap): Path[] {
  const object = spec.parent;
  const takes = spec.under === "v1.ReplicationController.spec" || spec.under === "batch/v1.Job.spec";
  return takes && object && !isFilled(object.node, ["metadata", "labels"])
    ? [[...object.path, "metadata", "labels"]]
    : [];
}

/** With a selector of its own, a Job's name is only a name. */
export function isOwnSelector(metadata: TypedMap): boolean {
  const manual = metadata.parent && nodeAt(metadata.parent.node, ["spec", "manualSelector"]);
  return manual?.kind === "scalar" && (manual.value === true || manual.templated);
}

function isFilled(node: Parameters<typeof resolve>[0], names: readonly string[]): boolean {
  const at = nodeAt(node, names);
  return at?.kind === "map" && at.fields.size > 0;
}
