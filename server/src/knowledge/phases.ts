// The five phases of a pod. What they mean is in docs/conditions.md.

export interface PhaseFacts {
  readonly phase: "Pending" | "Running" | "Succeeded" | "Failed" | "Unknown";
  /** The pod never leaves it again, whatever its restart policy. */
  readonly final: boolean;
  /** Nothing sets it any more (Kubernetes 1.24 and later); it may stand in old objects. */
  readonly historical: boolean;
}

export const phases: readonly PhaseFacts[] = [
  { phase: "Pending", final: false, historical: false },
  { phase: "Running", final: false, historical: false },
  { phase: "Succeeded", final: true, historical: false },
  { phase: "Failed", final: true, historical: false },
  { phase: "Unknown", final: false, historical: true },
];
