// The usual beginnings of what is missing: a pod around a container, a port, a claim.
import { asText, type TypedMap } from "../../model/typed.ts";
import type { Json } from "../../syntax/edits.ts";
import { toJson } from "../../syntax/edits.ts";
import { nodeAt } from "../../syntax/path.ts";
import { nearestName } from "./nearestName.ts";

const usual: Readonly<Record<string, Json>> = {
  "autoscaling/v2.HPAScalingPolicy.periodSeconds": 60,
  "autoscaling/v2.HPAScalingPolicy.value": 1,
  "autoscaling/v2.HorizontalPodAutoscalerSpec.maxReplicas": 10,
  "batch/v1.CronJobSpec.schedule": "0 * * * *",
  "v1.ContainerPort.containerPort": 8080,
  "v1.PersistentVolumeClaim.metadata": { name: "data" },
  "v1.PersistentVolumeClaimSpec.accessModes": ["ReadWriteOnce"],
  "v1.PersistentVolumeClaimSpec.resources": { requests: { storage: "1Gi" } },
  "v1.PodAffinityTerm.topologyKey": "kubernetes.io/hostname",
  "v1.PreferredSchedulingTerm.weight": 1,
  "v1.ServicePort.port": 80,
  "v1.ServiceSpec.ports": [{ port: 80 }],
  "v1.TopologySpreadConstraint.maxSkew": 1,
  "v1.TopologySpreadConstraint.topologyKey": "topology.kubernetes.io/zone",
  "v1.VolumeResourceRequirements.requests": { storage: "1Gi" },
  "v1.WeightedPodAffinityTerm.weight": 1,
};

/** undefined where nothing usual is known. */
export function skeletonOf(map: TypedMap, field: string): Json | undefined {
  const id = `${map.type}.${field}`;
  if (Object.hasOwn(usual, id)) return usual[id];
  const root = rootOf(map);
  const name = nameOf(root) ?? "app";
  const runsToEnd = root.type === "batch/v1.Job" || root.type === "batch/v1.CronJob";
  const pod: Json = {
    ...(runsToEnd ? { restartPolicy: "OnFailure" } : {}),
    containers: [{ name, image: name }],
  };
  switch (id) {
    case "v1.PodSpec.containers":
      return [{ name, image: name }];
    case "v1.Pod.spec":
    case "v1.PodTemplateSpec.spec":
      return pod;
    case "v1.PodTemplate.template":
    case "batch/v1.JobSpec.template":
      return { spec: pod };
    case "batch/v1.Job.spec":
    case "batch/v1.JobTemplateSpec.spec":
      return { template: { spec: pod } };
    case "batch/v1.CronJobSpec.jobTemplate":
      return { spec: { template: { spec: pod } } };
    case "batch/v1.CronJob.spec":
      return { schedule: "0 * * * *", jobTemplate: { spec: { template: { spec: pod } } } };
  }
  if (field === "metadata") return map.parent ? undefined : { name };
  if (field === "template" && map.parent) return withLabels(labelsIn(map) ?? { app: name }, pod);
  if (field !== "spec" || map.parent || !/^apps|ReplicationController/.test(map.type)) return undefined;
  const labels = { app: name };
  const selector = map.type === "v1.ReplicationController" ? labels : { matchLabels: labels };
  return { selector, template: withLabels(labels, pod) };
}

const withLabels = (labels: Json, spec: Json): Json => ({ metadata: { labels }, spec });

/** Those that the selector asks for. */
function labelsIn(spec: TypedMap): Json | undefined {
  const plain = spec.type === "v1.ReplicationControllerSpec";
  const labels = nodeAt(spec.node, plain ? ["selector"] : ["selector", "matchLabels"]);
  return labels?.kind === "map" && labels.fields.size > 0 ? toJson(labels) : undefined;
}

export function rootOf(map: TypedMap): TypedMap {
  let at = map;
  while (at.parent) at = at.parent;
  return at;
}

/** The object's name, else its first container's, as a name that both may have. */
export function nameOf(root: TypedMap): string | undefined {
  const podSpecs = ["spec", "spec.template.spec", "template.spec", "spec.jobTemplate.spec.template.spec"];
  const ways = [["metadata", "name"], ...podSpecs.map((way) => [...way.split("."), "containers", 0, "name"])];
  for (const way of ways) {
    const node = nodeAt(root.node, way);
    const text = node?.kind === "scalar" && !node.templated ? asText(node) : undefined;
    if (text) return nearestName("dns-label", text, undefined) ?? text;
  }
  return undefined;
}
