// The order in which people write fields: what completion offers first, and how a manifest reads best.

const orders: Readonly<Record<string, readonly string[]>> = {
  "v1.PodSpec": [
    "restartPolicy",
    "terminationGracePeriodSeconds",
    "serviceAccountName",
    "initContainers",
    "containers",
    "volumes",
    "nodeSelector",
    "tolerations",
    "affinity",
    "securityContext",
    "imagePullSecrets",
    "activeDeadlineSeconds",
    "hostNetwork",
    "shareProcessNamespace",
  ],
  "v1.Container": [
    "name",
    "image",
    "imagePullPolicy",
    "restartPolicy",
    "command",
    "args",
    "ports",
    "env",
    "envFrom",
    "resources",
    "volumeMounts",
    "startupProbe",
    "livenessProbe",
    "readinessProbe",
    "lifecycle",
    "securityContext",
    "terminationMessagePolicy",
  ],
  "v1.Probe": [
    "httpGet",
    "tcpSocket",
    "exec",
    "grpc",
    "initialDelaySeconds",
    "periodSeconds",
    "timeoutSeconds",
    "successThreshold",
    "failureThreshold",
    "terminationGracePeriodSeconds",
  ],
  "v1.LifecycleHandler": ["exec", "httpGet", "sleep"],
  "v1.Lifecycle": ["preStop", "postStart"],
  "v1.HTTPGetAction": ["path", "port", "scheme", "httpHeaders", "host"],
  "v1.ContainerPort": ["name", "containerPort", "protocol", "hostPort"],
  "v1.EnvVar": ["name", "value", "valueFrom"],
  "v1.VolumeMount": ["name", "mountPath", "readOnly", "subPath"],
  "v1.Volume": ["name", "emptyDir", "configMap", "secret", "persistentVolumeClaim", "projected", "hostPath"],
  "v1.ResourceRequirements": ["requests", "limits"],
  "apps/v1.DeploymentSpec": [
    "replicas",
    "selector",
    "strategy",
    "minReadySeconds",
    "progressDeadlineSeconds",
    "revisionHistoryLimit",
    "template",
  ],
  "apps/v1.StatefulSetSpec": [
    "serviceName",
    "replicas",
    "selector",
    "updateStrategy",
    "podManagementPolicy",
    "template",
    "volumeClaimTemplates",
  ],
  "batch/v1.JobSpec": [
    "completions",
    "parallelism",
    "backoffLimit",
    "activeDeadlineSeconds",
    "ttlSecondsAfterFinished",
    "completionMode",
    "template",
  ],
  "batch/v1.CronJobSpec": ["schedule", "timeZone", "concurrencyPolicy", "startingDeadlineSeconds", "jobTemplate"],
  "meta/v1.ObjectMeta": ["name", "namespace", "labels", "annotations", "generateName"],
};

/** Position of a field among its type's, 0 first; the unlisted follow all listed ones. Whole objects: apiVersion, kind, metadata, spec. */
export function fieldRank(type: string, field: string): number {
  const order =
    orders[type] ??
    (/\.(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|PodTemplate)$/.test(type)
      ? ["apiVersion", "kind", "metadata", "spec"]
      : []);
  const at = order.indexOf(field);
  return at < 0 ? order.length : at;
}
