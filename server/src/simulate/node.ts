// What the machine decides, not the manifest: stated once, as ranges. docs/simulator.md says where each comes from.
import { between, type Span } from "./edges/span.ts";

export interface Node {
  /** From the stored pod to the scheduler's choice of a node. */
  readonly schedule: Span;
  /** From the stored and bound pod to the kubelet's first sync of it. */
  readonly admit: Span;
  /** Creating the pod's sandbox and network. */
  readonly sandbox: Span;
  /** Creating and starting one container, its image being there. */
  readonly create: Span;
  /** The kubelet looks at all containers every second: how long a change stays unseen. */
  readonly relist: Span;
  /** From something to do until the pod's worker does it. */
  readonly sync: Span;
  /** From the kubelet's status to those who watch the API. */
  readonly api: Span;
  /** What running a command in a container takes beside the command itself. */
  readonly exec: Span;
  /** From the kubelet's word to a signal's arrival. */
  readonly signal: Span;
  /** From a process's end to the runtime's word of it. */
  readonly exitSeen: Span;
  /** How far apart two observers' clocks and the kernel's timers may be: added to both ends of exact intervals. */
  readonly clockMs: number;
  /** From Ready to the endpoints of Services, and back. */
  readonly endpoints: Span;
  /** From the pod's last exit, or from the end of a completed pod, to its phase; then to its removal. */
  readonly lastPhase: Span;
  readonly removal: Span;
  /** A pulled image, where the scenario does not say. */
  readonly pull: Span;
  /** In 1.36.3, exec readiness probes during a deletion only err (kubernetes/kubernetes#140881); intended: they go on. */
  readonly execReadinessErrsInDeletion: boolean;
  /** First restart delay and its limit: kubelet defaults; `crashLoopBackOff.maxContainerRestartPeriod` changes the latter. */
  readonly backoffFirstMs: number;
  readonly backoffLimitMs: number;
}

/**
 * A machine with time to spare: what nine of ten recorded events kept to. The seconds that the kubelet itself counts
 * (relist, the pod's removal) are its own and the same on every machine.
 */
export const defaultNode: Node = {
  schedule: between(0, 100, 10),
  admit: between(0, 500, 20),
  sandbox: between(100, 2000, 400),
  create: between(50, 700, 150),
  relist: between(0, 1000, 500),
  sync: between(0, 100, 5),
  api: between(0, 300, 20),
  exec: between(0, 300, 50),
  signal: between(0, 100, 15),
  exitSeen: between(0, 100, 5),
  clockMs: 50,
  endpoints: between(0, 1000, 100),
  lastPhase: between(0, 700, 150),
  removal: between(0, 2000, 600),
  pull: between(500, 60_000, 5000),
  execReadinessErrsInDeletion: false,
  backoffFirstMs: 10_000,
  backoffLimitMs: 300_000,
};

/** The recorded machine: busy, two processors for everything. Its allowances are stated here and nowhere else. */
export const busyNode: Node = {
  ...defaultNode,
  schedule: between(0, 200, 10),
  admit: between(0, 2000, 20),
  sandbox: between(100, 3600, 400),
  create: between(50, 3600, 150),
  sync: between(0, 1000, 5),
  api: between(0, 800, 20),
  exec: between(0, 1000, 50),
  signal: between(0, 300, 15),
  exitSeen: between(0, 1000, 5),
  clockMs: 100,
};
