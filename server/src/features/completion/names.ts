// Names written elsewhere in the same object: ports of this container, volumes and containers of this pod, labels that have to agree.
import type { KubeObject } from "../../model/objects.ts";
import type { Container, ContainerList } from "../../model/pod.ts";
import { asText, child, children, field, type TypedMap } from "../../model/typed.ts";
import type { FileChunk } from "../../workspace/file.ts";
import type { MapAt } from "./legal.ts";
import type { Way } from "./place.ts";
import type { OfferedValue } from "./values.ts";

export interface NamesAt {
  readonly at: FileChunk;
  readonly map: MapAt;
  readonly key: string;
  readonly path: Way;
  /** Of the cursor, in the chunk. */
  readonly offset: number;
}

const probeActions = new Set(["v1.HTTPGetAction", "v1.TCPSocketAction", "v1.GRPCAction"]);

/** undefined where the value is no name of something in this object. */
export function namesFor({ at, map, key, path, offset }: NamesAt): OfferedValue[] | undefined {
  const object = objectBefore(at, offset);
  const pod = object?.pod;
  const type = map.facts.name;
  if (key === "port" && probeActions.has(type)) {
    const container = pod && containerBefore(pod.containers, path, offset);
    return (container?.ports ?? []).flatMap((port) => {
      const number = port.containerPort.value;
      const name = type === "v1.GRPCAction" ? undefined : port.name.value;
      return [...described(name, number), ...described(number, port.name.value)];
    });
  }
  if ((type === "v1.VolumeMount" || type === "v1.VolumeDevice") && key === "name") {
    const claims = object?.root && child(object.root, "spec");
    return [...namesIn(pod?.map, "volumes"), ...(claims ? claimNames(claims) : [])];
  }
  if (type === "v1.FileKeySelector" && key === "volumeName") return namesIn(pod?.map, "volumes");
  if (key === "containerName") return texts((pod?.containers ?? []).map(({ name }) => name.value));
  return undefined;
}

/** The labels that a selector and its template have to share, from whichever of the two has them. */
export function labelsFor({ at, map, key, path, offset }: NamesAt): [string, string][] {
  const object = objectBefore(at, offset);
  const spec = object?.root && child(object.root, "spec");
  const isSelector = (key === "matchLabels" && path.at(-2) === "selector") || (key === "selector" && path.length === 2);
  const isTemplate = key === "labels" && map.under === "v1.PodTemplateSpec.metadata";
  if (!spec || (!isSelector && !isTemplate)) return [];
  if (isSelector) {
    const metadata = object.template && child(object.template, "metadata");
    return metadata ? pairsIn(metadata, "labels") : [];
  }
  const selector = child(spec, "selector");
  return selector ? pairsIn(selector, "matchLabels") : [];
}

/** Half-typed text may end an object's node early, so the last one that starts before the cursor counts. */
const objectBefore = ({ objects }: FileChunk, offset: number): KubeObject | undefined =>
  objects.findLast(({ node }) => node.span.start <= offset) ?? objects[0];

function containerBefore(all: readonly Container[], path: Way, offset: number): Container | undefined {
  const list = path.findLast((segment) => isContainerList(segment));
  return all.findLast((each) => each.list === list && each.map.node.span.start <= offset);
}

const isContainerList = (segment: string | 0): segment is ContainerList =>
  segment === "containers" || segment === "initContainers" || segment === "ephemeralContainers";

const claimNames = (spec: TypedMap): OfferedValue[] =>
  texts(
    children(spec, "volumeClaimTemplates").map((each) => {
      const metadata = child(each, "metadata");
      return metadata && field(metadata, "name", asText).value;
    }),
  );

const namesIn = (map: TypedMap | undefined, list: string): OfferedValue[] =>
  map ? texts(children(map, list).map((each) => field(each, "name", asText).value)) : [];

const texts = (values: readonly (string | undefined)[]): OfferedValue[] =>
  values.flatMap((text) => (text === undefined ? [] : { text }));

function described(text: string | number | undefined, detail: string | number | undefined): OfferedValue[] {
  if (text === undefined) return [];
  return [detail === undefined ? { text: String(text) } : { text: String(text), detail: String(detail) }];
}

function pairsIn(map: TypedMap, name: string): [string, string][] {
  const node = map.node.fields.get(name)?.value;
  if (node?.kind !== "map") return [];
  return [...node.fields.values()].flatMap(({ name: key, value }): [string, string][] =>
    value.kind === "scalar" && typeof value.value === "string" && !value.templated ? [[key, value.value]] : [],
  );
}
