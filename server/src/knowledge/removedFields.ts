// Fields that older minors have and newer ones do not. Source: the types of k8s.io/api and k8s.io/apimachinery, 1.24 to 1.37, compared.

interface RemovedField {
  /** Schema name of the type that had it. */
  readonly type: string;
  readonly field: string;
  /** Minors that have it: from `since` up to, not including, `removed`. */
  readonly since: number;
  readonly removed: number;
}

const table: readonly RemovedField[] = [
  { type: "v1.PodResourceClaim", field: "source", since: 26, removed: 31 },
  { type: "v1.VolumeResourceRequirements", field: "claims", since: 26, removed: 29 },
  { type: "v1.PersistentVolumeClaimStatus", field: "resizeStatus", since: 23, removed: 28 },
  { type: "meta/v1.ObjectMeta", field: "clusterName", since: 0, removed: 25 },
];

export function removedField(type: string, field: string): RemovedField | undefined {
  return table.find((each) => each.type === type && each.field === field);
}
