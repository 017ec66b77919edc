// Which apiVersions serve a kind, by Kubernetes minor. Sources: the deprecated API migration guide's facts and k8s.io/api by release.

export interface ServedVersion {
  readonly apiVersion: string;
  /** Minor that first serves it; 0 for long before the oldest known version. */
  readonly since: number;
  /** Minor that serves it no longer. */
  readonly removed?: number;
}

const table: Readonly<Record<string, readonly ServedVersion[]>> = {
  Pod: [{ apiVersion: "v1", since: 0 }],
  PodTemplate: [{ apiVersion: "v1", since: 0 }],
  ReplicationController: [{ apiVersion: "v1", since: 0 }],
  Service: [{ apiVersion: "v1", since: 0 }],
  Deployment: [
    { apiVersion: "apps/v1", since: 9 },
    { apiVersion: "apps/v1beta2", since: 8, removed: 16 },
    { apiVersion: "apps/v1beta1", since: 6, removed: 16 },
    { apiVersion: "extensions/v1beta1", since: 2, removed: 16 },
  ],
  DaemonSet: [
    { apiVersion: "apps/v1", since: 9 },
    { apiVersion: "apps/v1beta2", since: 8, removed: 16 },
    { apiVersion: "extensions/v1beta1", since: 2, removed: 16 },
  ],
  ReplicaSet: [
    { apiVersion: "apps/v1", since: 9 },
    { apiVersion: "apps/v1beta2", since: 8, removed: 16 },
    { apiVersion: "extensions/v1beta1", since: 2, removed: 16 },
  ],
  StatefulSet: [
    { apiVersion: "apps/v1", since: 9 },
    { apiVersion: "apps/v1beta2", since: 8, removed: 16 },
    { apiVersion: "apps/v1beta1", since: 5, removed: 16 },
  ],
  Job: [{ apiVersion: "batch/v1", since: 2 }],
  CronJob: [
    { apiVersion: "batch/v1", since: 21 },
    { apiVersion: "batch/v1beta1", since: 8, removed: 25 },
    { apiVersion: "batch/v2alpha1", since: 4, removed: 21 },
  ],
  HorizontalPodAutoscaler: [
    { apiVersion: "autoscaling/v2", since: 23 },
    { apiVersion: "autoscaling/v1", since: 2 },
    { apiVersion: "autoscaling/v2beta2", since: 12, removed: 26 },
    { apiVersion: "autoscaling/v2beta1", since: 8, removed: 25 },
  ],
  PodDisruptionBudget: [
    { apiVersion: "policy/v1", since: 21 },
    { apiVersion: "policy/v1beta1", since: 5, removed: 25 },
  ],
};

/** Newest first; empty for a kind that is not ours. */
export function served(kind: string): readonly ServedVersion[] {
  return Object.hasOwn(table, kind) ? (table[kind] ?? []) : [];
}

/** Whether one of our kinds is, or was, served at an apiVersion. */
export const isServedAt = (apiVersion: string): boolean =>
  Object.values(table).some((versions) => versions.some((each) => each.apiVersion === apiVersion));
