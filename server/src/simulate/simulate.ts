// A workload's trace: of one pod, of a Job's pods one after another, of a Deployment's pods as they take turns.
import { simulateJob } from "./job.ts";
import { defaultNode, type Node } from "./node.ts";
import { type SimulateOptions, simulatePod } from "./pod.ts";
import type { Scenario } from "./scenario.ts";
import type { Trace } from "./trace.ts";
import type { SimPod } from "./types.ts";

export function simulate(
  pod: SimPod,
  scenario: Scenario = {},
  node: Node = defaultNode,
  options: SimulateOptions = {},
): Trace {
  const { job } = pod.workload;
  return job ? simulateJob(pod, job, scenario, node, options) : simulatePod(pod, scenario, node, options);
}
