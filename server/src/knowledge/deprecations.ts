// Labels, annotations and volume types that Kubernetes has left behind. Source: the API server's warnings, 1.36.

export interface OldLabel {
  /** Minor that deprecated it; undefined where the server does not say. */
  readonly since: number | undefined;
  /** What nodes carry instead; undefined: nothing. */
  readonly instead: string | undefined;
}

const nodeLabels: Readonly<Record<string, OldLabel>> = {
  "beta.kubernetes.io/arch": { since: 14, instead: "kubernetes.io/arch" },
  "beta.kubernetes.io/os": { since: 14, instead: "kubernetes.io/os" },
  "failure-domain.beta.kubernetes.io/region": { since: 17, instead: "topology.kubernetes.io/region" },
  "failure-domain.beta.kubernetes.io/zone": { since: 17, instead: "topology.kubernetes.io/zone" },
  "beta.kubernetes.io/instance-type": { since: 17, instead: "node.kubernetes.io/instance-type" },
  "app.kubernetes.io/created-by": { since: 9, instead: undefined },
  "scheduler.alpha.kubernetes.io/preferAvoidPods": { since: 22, instead: undefined },
  "node-role.kubernetes.io/master": { since: undefined, instead: "node-role.kubernetes.io/control-plane" },
};

export const oldNodeLabel = (key: string): OldLabel | undefined =>
  Object.hasOwn(nodeLabels, key) ? nodeLabels[key] : undefined;

/** Annotation → minor from which it has no effect, and the field that took its place. */
export const oldAnnotations: Readonly<Record<string, { readonly dead: number; readonly field: string }>> = {
  "scheduler.alpha.kubernetes.io/critical-pod": { dead: 16, field: "priorityClassName" },
  "security.alpha.kubernetes.io/sysctls": { dead: 11, field: "securityContext.sysctls" },
  "security.alpha.kubernetes.io/unsafe-sysctls": { dead: 11, field: "securityContext.sysctls" },
};

/** Volume source → minor that deprecated it, and from which it does not work (gitRepo: is off by default). */
export const oldVolumes: Readonly<Record<string, { readonly since: number; readonly dead: number }>> = {
  photonPersistentDisk: { since: 11, dead: 16 },
  gitRepo: { since: 11, dead: 33 },
  scaleIO: { since: 16, dead: 22 },
  flocker: { since: 22, dead: 25 },
  storageos: { since: 22, dead: 25 },
  quobyte: { since: 22, dead: 25 },
  glusterfs: { since: 25, dead: 26 },
  cephfs: { since: 28, dead: 31 },
  rbd: { since: 28, dead: 31 },
};
