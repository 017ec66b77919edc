// A Job's own times, around its pods. Read in its controller, not measured. timing.md 15.
import type { Node } from "../node.ts";
import { edge } from "./edge.ts";
import { exactly, seconds, sum } from "./span.ts";

const firstRetryMs = 10_000;
const longestRetryMs = 600_000;

export const job = {
  /** The controller hears of the pod's end over the API, and writes its own word. */
  complete: edge("job-complete", "pod-phase", "job-complete", (node: Node) => sum(node.api, node.api)),
  failed: edge("job-failed", ["pod-phase", "container-started", "stored"], "job-failed", (node: Node) =>
    sum(node.api, node.api),
  ),
  /** The next pod: at once after a success, 10 s after the first failure, doubled each time, ten minutes at most. */
  next: edge("job-next-pod", "pod-phase", "stored", (node: Node, failures: number) => {
    const wait = failures === 0 ? 0 : Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 30), longestRetryMs);
    return sum(exactly(wait), node.api, node.api);
  }),
  deadline: edge("job-deadline", "stored", "job-failed", (node: Node, deadlineSeconds: number) =>
    sum(exactly(seconds(deadlineSeconds)), node.api),
  ),
};
