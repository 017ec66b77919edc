// What a simulation says: events in order of time, each with its cause and its interval after that.
import type { ContainerKind, FieldPath, ProbeKind, SimProbe } from "./types.ts";

export type EventKind =
  | "stored"
  | "scheduled"
  | "sandbox-failed"
  | "pulling"
  | "pulled"
  | "container-started"
  | "start-failed"
  | "probe-result"
  | "turns-failing"
  | "turns-passing"
  | "ready-true"
  | "ready-false"
  | "started-true"
  | "started-false"
  | "pod-initialized-true"
  | "pod-ready-true"
  | "pod-ready-false"
  | "pod-phase"
  | "state"
  | "poststart-start"
  | "poststart-end"
  | "prestop-start"
  | "prestop-end"
  | "liveness-kill"
  | "startup-kill"
  | "stop-begins"
  | "sigterm"
  | "killed"
  | "exited"
  | "backoff"
  | "deadline"
  | "delete-request"
  | "delete-request-again"
  | "deletion-seen"
  | "pod-removed"
  | "endpoint-added"
  | "endpoint-removed"
  | "job-complete"
  | "job-failed"
  | "rollout-complete"
  | "rollout-stuck";

export interface TraceEvent {
  readonly id: number;
  readonly kind: EventKind;
  /** Of workloads with several pods: which one, `0` being the first. */
  readonly pod?: number;
  readonly container?: string;
  /** How often the container had been started before this life: 0 is the first. */
  readonly life?: number;
  /** The id of the event that brought this one about; absent for what the scenario puts in. */
  readonly cause?: number;
  /** The edge between the two, by its name in `edges/`. */
  readonly edge?: string;
  readonly afterMinMs: number;
  readonly afterMaxMs: number;
  /** Summed along the causes. */
  readonly earliestMs: number;
  readonly latestMs: number;
  /** One concrete run. */
  readonly typicalMs: number;
  readonly detail?: string;
  /** The manifest field that decides it. */
  readonly path?: FieldPath;
  /** Happens in some phases only. */
  readonly maybe?: true;
  /** A probe's result that changed something. */
  readonly decides?: true;
  /** Comes from the scenario. */
  readonly input?: true;
}

export interface TraceContainer {
  readonly name: string;
  readonly kind: ContainerKind;
  readonly path: FieldPath;
  readonly probes: { readonly [kind in ProbeKind]?: SimProbe };
}

export interface Trace {
  readonly horizonMs: number;
  /** Why it ends early, if it does: the event cap. */
  readonly truncated: boolean;
  /** False where times were read in the controllers' source and never held to a recording. */
  readonly measured: boolean;
  readonly events: readonly TraceEvent[];
  /** In the order of starting. */
  readonly containers: readonly TraceContainer[];
}
