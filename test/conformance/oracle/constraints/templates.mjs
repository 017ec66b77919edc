// What must stand beside a field for its value to be looked at at all.
import { bases } from './bases.mjs';

// Types of which exactly one member (or at most one) is written: the others give way to the one under test.
export const unions = {
  "v1.Volume": (f) => f !== "name",
  "v1.EnvVarSource": () => true,
  "v1.LifecycleHandler": () => true,
  "v1.VolumeProjection": () => true,
  "v1.Probe": (f) => ["exec", "httpGet", "tcpSocket", "grpc"].includes(f),
  "v1.EnvFromSource": (f) => f !== "prefix",
  "v1.DownwardAPIVolumeFile": (f) => /Ref$/.test(f),
  "batch/v1.PodFailurePolicyRule": (f) => f !== "action",
  "v1.PodResourceClaim": (f) => f !== "name",
  "v1.FlockerVolumeSource": () => true,
  "v1.FCVolumeSource": (f) => f === "wwids" || f === "targetWWNs",
  "v1.NodeSelectorTerm": () => true,
};

// Siblings that make a value meaningful. Several: the value counts as accepted if one of them accepts it.
const ops = [{ operator: "In", values: ["x"] }, { operator: "Exists" }, { operator: "Gt", values: ["1"] }];
export const beside = {
  "v1.NodeSelectorRequirement.operator": ops,
  "v1.NodeSelectorRequirement.values": [{ operator: "In" }],
  "meta/v1.LabelSelectorRequirement.operator": ops,
  "meta/v1.LabelSelectorRequirement.values": [{ operator: "In" }],
  "v1.Toleration.operator": [{}, { value: "1" }],
  "v1.Toleration.value": [{ operator: "Equal" }],
  "v1.Toleration.tolerationSeconds": [{ effect: "NoExecute" }],
  "v1.AppArmorProfile.localhostProfile": [{ type: "Localhost" }],
  "v1.SeccompProfile.localhostProfile": [{ type: "Localhost" }],
  "v1.AppArmorProfile.type": [{}, { localhostProfile: "x" }],
  "v1.SeccompProfile.type": [{}, { localhostProfile: "x" }],
  "v1.AzureDiskVolumeSource.diskURI": [{}, { kind: "Managed" }],
  "v1.AzureDiskVolumeSource.kind": [{}, { diskURI: "/subscriptions/x" }],
  "v1.VolumeMount.mountPropagation": [{}, { "^securityContext": { privileged: true } }],
  "v1.VolumeMount.recursiveReadOnly": [{ readOnly: true }],
  "v1.VolumeMount.subPathExpr": [{}],
  "v1.Container.restartPolicyRules": [{ restartPolicy: "Never" }],
  "v1.SecurityContext.procMount": [{}, { "^^hostUsers": false }],
  "v1.PodSpec.dnsPolicy": [{}, { dnsConfig: { nameservers: ["1.1.1.1"] } }],
  "v1.PodSpec.preemptionPolicy": [{}],
  "v1.PodSpec.os": [{}],
  "v1.PodOS.name": [{}],
  "batch/v1.JobSpec.backoffLimitPerIndex": [{ completionMode: "Indexed", completions: 5 }],
  "batch/v1.JobSpec.maxFailedIndexes": [
    { completionMode: "Indexed", completions: 5, backoffLimitPerIndex: 1 },
    { completionMode: "Indexed", completions: 2147483647, parallelism: 5, backoffLimitPerIndex: 1 },
  ],
  "batch/v1.JobSpec.completionMode": [{ completions: 1 }],
  "batch/v1.JobSpec.successPolicy": [{ completionMode: "Indexed", completions: 5 }],
  "batch/v1.JobSpec.podFailurePolicy": [{}],
  "batch/v1.PodFailurePolicyRule.action": [
    {},
    { "^^backoffLimitPerIndex": 1, "^^completionMode": "Indexed", "^^completions": 5 },
  ],
  "batch/v1.SuccessPolicyRule.succeededCount": [{}],
  "batch/v1.SuccessPolicyRule.succeededIndexes": [{ succeededCount: undefined }],
  "v1.PodCertificateProjection.certificateChainPath": [{ credentialBundlePath: undefined, keyPath: "q" }],
  "v1.PodCertificateProjection.keyPath": [{ credentialBundlePath: undefined, certificateChainPath: "q" }],
  "v1.ClusterTrustBundleProjection.signerName": [{ name: undefined, labelSelector: {} }],
  "v1.ClusterTrustBundleProjection.labelSelector": [{ name: undefined, signerName: "a.b/c" }],
  "v1.PodDNSConfig.nameservers": [{}],
  "v1.ISCSIVolumeSource.initiatorName": [{}],
  "v1.StorageOSVolumeSource.volumeNamespace": [{}],
  "apps/v1.DeploymentStrategy.type": [{}],
  "apps/v1.RollingUpdateDaemonSet.maxSurge": [{ maxUnavailable: 0 }, {}],
  "apps/v1.RollingUpdateDeployment.maxSurge": [{ maxUnavailable: 1 }],
  "apps/v1.RollingUpdateDeployment.maxUnavailable": [{ maxSurge: 1 }],
  "v1.ContainerPort.hostPort": [{}],
  "v1.ResourceRequirements.claims": [{}],
  "v1.PodSpec.schedulingGates": [{}],
};

// What else in the pod must fit when a path runs through a type: called with the pod spec and the container, if any.
export const fixes = {
  "v1.VolumeDevice": (spec) => {
    spec.volumes = [{ name: "v", persistentVolumeClaim: { claimName: "x" } }];
  },
  "v1.ResourceClaim": (spec) => {
    spec.resourceClaims = [{ name: "r", resourceClaimName: "x" }];
  },
  "v1.ContainerRestartRule": (spec, c) => {
    c.restartPolicy ??= "Never";
  },
};
// Kind-wide fixes: the job around a success policy must be indexed.
export const jobFixes = {
  "batch/v1.SuccessPolicy": (spec) => {
    spec.completionMode = "Indexed";
    spec.completions = 5;
  },
};

// The n-th distinct item of a list of objects.
export function nth(type, i) {
  const b = { ...(bases[type]?.("v1.Pod", "") ?? {}) };
  const s = `x${i}`;
  for (const [k, v] of Object.entries({
    name: s,
    key: s,
    conditionType: s,
    topologyKey: s,
    mountPath: `/${s}`,
    devicePath: `/${s}`,
    uid: s,
    path: s,
    resourceName: b.resourceName,
    containerPort: i + 1,
  }))
    if (k in b) b[k] = v;
  if (type === "v1.Sysctl") b.name = `net.${s}`;
  if (type === "v1.VolumeMount") b.name = "v";
  if (type === "v1.ConfigMapProjection") b.name = "x";
  return b;
}
