// A word that a pod, its containers, its events or kubectl may say: where it is seen, who says it, which fields to blame.

/**
 * `waiting`, `terminated`: reason of a container's state; `pod`: status.reason; `condition`: reason of a condition;
 * `event`: reason of an event about the pod; `column`: only in kubectl's STATUS column; `log`: never in a status, only in logs or an event's text.
 */
export type SeenIn = "waiting" | "terminated" | "pod" | "condition" | "event" | "column" | "log";

export type SetBy = "kubelet" | "runtime" | "scheduler" | "kube-apiserver" | "kube-controller-manager" | "kubectl";

export interface StatusFacts {
  readonly word: string;
  /** Empty for a word that no supported Kubernetes says any more, or that none ever said. */
  readonly seenIn: readonly SeenIn[];
  readonly setBy: SetBy;
  /** The word of today for one that is gone. */
  readonly today?: string;
  /** Minor that first says it, where a supported one did not. */
  readonly since?: number;
  /** Schema fields (`v1.Container.image`), the likeliest first; empty when no field of a manifest is to blame. */
  readonly blame: readonly string[];
}

/** Words with the same place and speaker → schema fields to blame. */
export const said = (
  setBy: SetBy,
  seenIn: readonly SeenIn[],
  words: Readonly<Record<string, readonly string[]>>,
  more: Pick<StatusFacts, "since"> = {},
): StatusFacts[] => Object.entries(words).map(([word, blame]) => ({ word, seenIn, setBy, blame, ...more }));

export const gone = (setBy: SetBy, words: Readonly<Record<string, string | undefined>>): StatusFacts[] =>
  Object.entries(words).map(([word, today]) => ({
    word,
    seenIn: [],
    setBy,
    blame: [],
    ...(today === undefined ? {} : { today }),
  }));
