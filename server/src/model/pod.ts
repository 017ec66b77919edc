// The pod inside any workload: its containers with probes, hooks and ports, read once a chunk and shared by all rules.
import { type Hook, hookNames, type Probe, probeNames, readHook, readProbe, type Word, wordsOf } from "./probe.ts";
import { asBoolean, asInteger, asText, children, field, present, type TypedMap } from "./typed.ts";
import type { Place, Value } from "./value.ts";

export type ContainerList = "initContainers" | "containers" | "ephemeralContainers";

export interface Container extends Place {
  readonly list: ContainerList;
  readonly index: number;
  /** sidecar: an init container with `restartPolicy: Always`. A templated policy leaves it `init`, with `kindKnown` false. */
  readonly kind: "init" | "sidecar" | "main" | "ephemeral";
  readonly kindKnown: boolean;
  readonly map: TypedMap;
  readonly name: Value<string>;
  readonly image: Value<string>;
  readonly restartPolicy: Value<string>;
  readonly ports: readonly ContainerPort[];
  readonly command: readonly Word[] | undefined;
  readonly args: readonly Word[] | undefined;
  readonly probes: readonly Probe[];
  readonly hooks: readonly Hook[];
}

export interface ContainerPort extends Place {
  readonly map: TypedMap;
  readonly name: Value<string>;
  readonly containerPort: Value<number>;
  readonly hostPort: Value<number>;
  readonly protocol: Value<string>;
}

export interface Pod extends Place {
  /** The pod's `spec`. */
  readonly map: TypedMap;
  /** False for a bare Pod. Defaults differ: a negative grace becomes 1 in a Pod and stays in a template. */
  readonly inTemplate: boolean;
  readonly restartPolicy: Value<string>;
  readonly terminationGracePeriodSeconds: Value<number>;
  readonly activeDeadlineSeconds: Value<number>;
  readonly hostNetwork: Value<boolean>;
  /** In the order of starting: init containers and sidecars as listed, then main containers, then ephemeral ones. */
  readonly containers: readonly Container[];
}

/** Reads the pod spec `map`. Never throws: what is not as expected is absent or `wrong-type`. */
export function readPod(map: TypedMap, inTemplate: boolean): Pod {
  const lists: readonly ContainerList[] = ["initContainers", "containers", "ephemeralContainers"];
  return {
    map,
    path: map.path,
    span: map.span,
    inTemplate,
    restartPolicy: field(map, "restartPolicy", asText, { zeroIsDefault: true, fallback: "Always" }),
    terminationGracePeriodSeconds: field(map, "terminationGracePeriodSeconds", asInteger, { fallback: 30 }),
    activeDeadlineSeconds: field(map, "activeDeadlineSeconds", asInteger),
    hostNetwork: field(map, "hostNetwork", asBoolean, { fallback: false }),
    containers: lists.flatMap((list) => children(map, list).map((container) => readContainer(container, list))),
  };
}

function readContainer(map: TypedMap, list: ContainerList): Container {
  const restartPolicy = field(map, "restartPolicy", asText);
  const kinds = {
    initContainers: restartPolicy.value === "Always" ? "sidecar" : "init",
    containers: "main",
    ephemeralContainers: "ephemeral",
  } as const;
  return {
    list,
    index: map.index ?? 0,
    kind: kinds[list],
    kindKnown: list !== "initContainers" || restartPolicy.origin !== "templated",
    map,
    path: map.path,
    span: map.span,
    name: field(map, "name", asText),
    image: field(map, "image", asText),
    restartPolicy,
    ports: children(map, "ports").map(readPort),
    command: wordsOf(map, "command"),
    args: wordsOf(map, "args"),
    probes: probeNames.flatMap((name) => readProbe(map, name) ?? []),
    hooks: hookNames.flatMap((name) => readHook(map, name) ?? []),
  };
}

function readPort(map: TypedMap): ContainerPort {
  return {
    map,
    path: map.path,
    span: map.span,
    name: field(map, "name", asText),
    containerPort: field(map, "containerPort", asInteger),
    hostPort: field(map, "hostPort", asInteger),
    protocol: field(map, "protocol", asText, { zeroIsDefault: true, fallback: "TCP" }),
  };
}

/** Whether a field stands there at all, null aside. */
export const has = (map: TypedMap, name: string): boolean => present(map, name) !== undefined;
