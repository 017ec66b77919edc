// The five phases of a pod, and the words that people write for them.

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

/** Words that stand for a phase in kubectl's STATUS column, or for a container's state, but are none. */
export const notPhases: ReadonlyMap<string, PhaseFacts["phase"]> = new Map([
  ["Completed", "Succeeded"],
  ["Complete", "Succeeded"],
  ["Success", "Succeeded"],
  ["Error", "Failed"],
  ["ContainerCreating", "Pending"],
  ["PodInitializing", "Pending"],
  ["ImagePullBackOff", "Pending"],
  ["ErrImagePull", "Pending"],
  ["CrashLoopBackOff", "Running"],
  ["Terminating", "Running"],
  ["Evicted", "Failed"],
]);
