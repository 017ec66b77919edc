// The one field that people mean when they write a plain value in place of a group of fields.

const fields: Readonly<Record<string, string>> = {
  "apps/v1.DaemonSetUpdateStrategy": "type",
  "apps/v1.DeploymentStrategy": "type",
  "apps/v1.StatefulSetUpdateStrategy": "type",
  "v1.AppArmorProfile": "type",
  "v1.ConfigMapEnvSource": "name",
  "v1.ConfigMapVolumeSource": "name",
  "v1.EmptyDirVolumeSource": "sizeLimit",
  "v1.GRPCAction": "port",
  "v1.HostAlias": "ip",
  "v1.HostPathVolumeSource": "path",
  "v1.LocalObjectReference": "name",
  "v1.PersistentVolumeClaimVolumeSource": "claimName",
  "v1.PodOS": "name",
  "v1.PodReadinessGate": "conditionType",
  "v1.PodSchedulingGate": "name",
  "v1.ContainerPort": "containerPort",
  "v1.SeccompProfile": "type",
  "v1.SecretEnvSource": "name",
  "v1.SecretVolumeSource": "secretName",
  "v1.SleepAction": "seconds",
  "v1.TCPSocketAction": "port",
};

/** undefined where no single field is meant. */
export const mainField = (type: string): string | undefined => (Object.hasOwn(fields, type) ? fields[type] : undefined);
