// The smallest valid manifest of every kind, and richer ones grown from them: a field more wherever the server accepts it.
import { typeFacts } from "../../../server/src/knowledge/schema.ts";
import type { Rng } from "./rng.ts";
import { copy, fromJson, type MapTree, map, spotsOf, type Tree } from "./tree.ts";
import { likelyValue } from "./values.ts";

export interface Manifest {
  /** Schema name of the object's type. */
  readonly type: string;
  readonly root: MapTree;
}

const container = { name: "c", image: "nginx:1.29" };
const labels = { app: "a" };
const template = (restartPolicy?: string) => ({
  metadata: { labels },
  spec: { ...(restartPolicy ? { restartPolicy } : {}), containers: [container] },
});
const metadata = { name: "a" };
const workload = { selector: { matchLabels: labels }, template: template() };
const job = { template: template("Never") };

const smallest: readonly (readonly [type: string, object: unknown])[] = [
  ["v1.Pod", { apiVersion: "v1", kind: "Pod", metadata, spec: { containers: [container] } }],
  ["v1.PodTemplate", { apiVersion: "v1", kind: "PodTemplate", metadata, template: template() }],
  [
    "v1.ReplicationController",
    { apiVersion: "v1", kind: "ReplicationController", metadata, spec: { selector: labels, template: template() } },
  ],
  ["apps/v1.Deployment", { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: workload }],
  [
    "apps/v1.StatefulSet",
    { apiVersion: "apps/v1", kind: "StatefulSet", metadata, spec: { serviceName: "a", ...workload } },
  ],
  ["apps/v1.DaemonSet", { apiVersion: "apps/v1", kind: "DaemonSet", metadata, spec: workload }],
  ["apps/v1.ReplicaSet", { apiVersion: "apps/v1", kind: "ReplicaSet", metadata, spec: workload }],
  ["batch/v1.Job", { apiVersion: "batch/v1", kind: "Job", metadata, spec: job }],
  [
    "batch/v1.CronJob",
    { apiVersion: "batch/v1", kind: "CronJob", metadata, spec: { schedule: "0 * * * *", jobTemplate: { spec: job } } },
  ],
  ["v1.Service", { apiVersion: "v1", kind: "Service", metadata, spec: { selector: labels, ports: [{ port: 80 }] } }],
  [
    "autoscaling/v2.HorizontalPodAutoscaler",
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata,
      spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "a" } },
    },
  ],
  [
    "policy/v1.PodDisruptionBudget",
    {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
    },
  ],
];

/** More of Pods and the kinds people write; each at least once. */
export function smallestManifests(count: number, rng: Rng): Manifest[] {
  return Array.from({ length: count }, (_, index) => {
    const [type, object] =
      smallest[index < smallest.length || rng.chance(0.5) ? index % smallest.length : rng.below(5)] ?? [];
    const root = fromJson(object);
    return { type: type ?? "", root: root.kind === "map" ? root : map() };
  });
}

/** How often each field was added, so that rare ones get their turn. */
export type Coverage = Map<string, number>;

/** A field more, somewhere; rather one that was not tried much. undefined where the chosen place has them all. */
export function grown(manifest: Manifest, coverage: Coverage, rng: Rng): Manifest | undefined {
  const root = copy(manifest.root);
  const spots = spotsOf(root, manifest.type);
  const places: { tree: Tree; type: string; under: string | undefined }[] = [
    { tree: root, type: manifest.type, under: undefined },
  ];
  for (const { tree, type, owner, field } of spots)
    if (type?.kind === "ref" && tree.kind === "map") places.push({ tree, type: type.type, under: `${owner}.${field}` });
  const free = places.flatMap(({ tree, type, under }) => {
    if (tree.kind !== "map" || /Status$|ManagedFieldsEntry$/.test(type)) return [];
    return [...(typeFacts(type)?.fields.values() ?? [])]
      .filter((each) => each.name !== "status" && !tree.entries.some(({ key }) => key === each.name))
      .map((field) => ({ tree, type, under, field, tried: coverage.get(`${type}.${field.name}`) ?? 0 }));
  });
  const least = Math.min(...free.map((each) => each.tried));
  const chosen = rng.pick(rng.chance(0.7) ? free.filter((each) => each.tried <= least + 1) : free);
  if (!chosen) return undefined;
  const { tree, type, under, field } = chosen;
  coverage.set(`${type}.${field.name}`, chosen.tried + 1);
  const value = likelyValue(field.type, { object: manifest.type, under, owner: type, field: field.name }, rng);
  if (tree.kind === "map") tree.entries.splice(rng.below(tree.entries.length + 1), 0, { key: field.name, value });
  return { type: manifest.type, root };
}
