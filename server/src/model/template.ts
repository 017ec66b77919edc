// The way from an object to its pod and its pod template.
import type { KindFacts } from "../knowledge/schema.ts";
import { type MapNode, type ResolvedNode, resolve } from "../syntax/nodes.ts";
import { type Pod, readPod } from "./pod.ts";
import { child, type TypedMap, typedMap } from "./typed.ts";
import type { Place } from "./value.ts";

export function podOf(root: TypedMap, facts: KindFacts): { template: TypedMap | undefined; pod: Pod | undefined } {
  if (facts.pathToPodSpec === undefined) return { template: undefined, pod: undefined };
  let at: TypedMap | undefined = root;
  let above: TypedMap | undefined;
  for (const step of facts.pathToPodSpec.split(".")) {
    above = at;
    at = at && child(at, step);
  }
  const inTemplate = above !== root;
  return { template: inTemplate ? above : undefined, pod: at && readPod(at, inTemplate) };
}

export function templateOfCustom(node: MapNode, way: string, place: Place): TypedMap | undefined {
  let at: ResolvedNode | undefined = node;
  const path = [...place.path];
  let span = place.span;
  for (const step of way.split(".")) {
    const entry: ReturnType<MapNode["fields"]["get"]> = at?.kind === "map" ? at.fields.get(step) : undefined;
    if (!entry) return undefined;
    path.push(step);
    span = entry.key.span;
    at = resolve(entry.value);
  }
  return at?.kind === "map" ? typedMap(at, "v1.PodTemplateSpec", { path, span }) : undefined;
}
