// What people usually write where the API takes any text: offered by completion, never checked.

/** Keys of free maps, by TYPE.FIELD. */
const keys: Readonly<Record<string, readonly string[]>> = {
  "v1.ResourceRequirements.requests": ["cpu", "memory", "ephemeral-storage"],
  "v1.ResourceRequirements.limits": ["cpu", "memory", "ephemeral-storage"],
  "v1.VolumeResourceRequirements.requests": ["storage"],
  "v1.PodSpec.nodeSelector": [
    "kubernetes.io/os",
    "kubernetes.io/arch",
    "kubernetes.io/hostname",
    "topology.kubernetes.io/zone",
    "node.kubernetes.io/instance-type",
  ],
  "meta/v1.ObjectMeta.labels": [
    "app.kubernetes.io/name",
    "app.kubernetes.io/instance",
    "app.kubernetes.io/version",
    "app.kubernetes.io/component",
    "app.kubernetes.io/part-of",
    "app.kubernetes.io/managed-by",
  ],
};

const topology = ["kubernetes.io/hostname", "topology.kubernetes.io/zone", "topology.kubernetes.io/region"];
const own = ["metadata.name", "metadata.namespace", "metadata.uid"];
const resources = ["cpu", "memory", "ephemeral-storage"];

/** Values by TYPE.FIELD, or by the field that holds the map: PARENTTYPE.FIELD/FIELD. */
const values: Readonly<Record<string, readonly string[]>> = {
  "v1.EnvVarSource.fieldRef/fieldPath": [
    ...own,
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
  ],
  "v1.DownwardAPIVolumeFile.fieldRef/fieldPath": ["metadata.labels", "metadata.annotations", ...own],
  "v1.ResourceFieldSelector.resource": ["requests", "limits"].flatMap((kind) =>
    resources.map((name) => `${kind}.${name}`),
  ),
  "v1.PodAffinityTerm.topologyKey": topology,
  "v1.TopologySpreadConstraint.topologyKey": topology,
  "v1.Toleration.key": [
    "node-role.kubernetes.io/control-plane",
    "node.kubernetes.io/not-ready",
    "node.kubernetes.io/unreachable",
  ],
  "v1.PodSpec.priorityClassName": ["system-cluster-critical", "system-node-critical"],
};

/** Maps that are mostly written as `{}`. */
const empty = new Set(["v1.Volume.emptyDir"]);

/** @param under PARENTTYPE.FIELD that holds the map with the field */
export const usualValues = (type: string, field: string, under: string | undefined): readonly string[] =>
  values[`${under}/${field}`] ?? values[`${type}.${field}`] ?? [];
export const usualKeys = (type: string, field: string): readonly string[] => keys[`${type}.${field}`] ?? [];
export const isUsuallyEmpty = (type: string, field: string): boolean => empty.has(`${type}.${field}`);
