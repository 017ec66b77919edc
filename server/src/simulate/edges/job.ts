// A Job's own times, around its pods. timing.md 15.
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { between, seconds, sum } from "./span.ts";

const firstRetryMs = 10_000;
const longestRetryMs = 600_000;

export const job = {
  /** The controller hears of the pod's end over the API. */
  complete: edge("job-complete", "pod-phase", "job-complete", (node: Node) => sum(node.api, node.api)),
  failed: edge("job-failed", ["pod-phase", "stored", "container-started"], "job-failed", (node: Node) =>
    sum(node.api, node.api),
  ),
  /** The next pod after the n-th failed one: 10 s, doubled each time, ten minutes at most. Read, not measured. */
  retry: edge("job-retry", "pod-phase", "stored", (node: Node, failures: number) => {
    const wait = Math.min(firstRetryMs * 2 ** Math.min(Math.max(failures, 1) - 1, 30), longestRetryMs);
    return sum(between(wait, wait), node.api, node.api);
  }),
  /** Counted from the Job's start, which is about its first pod's. */
  deadline: edge("job-deadline", "stored", "job-failed", (node: Node, deadlineSeconds: number) =>
    sum(between(seconds(deadlineSeconds) - 1000, seconds(deadlineSeconds), seconds(deadlineSeconds)), node.api),
  ),
};
