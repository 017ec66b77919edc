// What the pod spec of a custom resource has beside Kubernetes' own fields. Source: the resource's published API.

const table: Readonly<Record<string, readonly string[]>> = {
  "serving.knative.dev/Service": [
    "containerConcurrency",
    "timeoutSeconds",
    "responseStartTimeoutSeconds",
    "idleTimeoutSeconds",
  ],
};

/** @param resource `group/Kind` */
export function customPodSpecFields(resource: string): readonly string[] {
  return Object.hasOwn(table, resource) ? (table[resource] ?? []) : [];
}
