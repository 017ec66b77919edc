// The pod as the simulator sees it: plain JSON, every default filled in, no text, no ranges.

/** The way to a field in the manifest, e.g. `["spec", "containers", 0, "livenessProbe"]`. */
export type FieldPath = readonly (string | number)[];

export type ContainerKind = "init" | "sidecar" | "main";
export type ProbeKind = "startup" | "liveness" | "readiness";
export const probeKinds: readonly ProbeKind[] = ["startup", "liveness", "readiness"];
export type RestartPolicy = "Always" | "OnFailure" | "Never";
export type ProbeHandler = "exec" | "httpGet" | "tcpSocket" | "grpc" | "none";
export type HookHandler = "exec" | "httpGet" | "tcpSocket" | "sleep" | "none";

/** Numbers as they take effect. The path of one of them is `[...path, "periodSeconds"]`. */
export interface SimProbe {
  readonly handler: ProbeHandler;
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
  readonly terminationGracePeriodSeconds?: number;
  readonly path: FieldPath;
}

export interface SimHook {
  readonly handler: HookHandler;
  /** Of a `sleep` handler. */
  readonly sleepSeconds?: number;
  readonly path: FieldPath;
}

export interface RestartRule {
  readonly action: "Restart" | "RestartAllContainers";
  readonly operator: "In" | "NotIn";
  readonly values: readonly number[];
}

export interface SimContainer {
  readonly name: string;
  readonly kind: ContainerKind;
  readonly imagePullPolicy: "Always" | "IfNotPresent" | "Never";
  /** The container's own; absent where the pod's counts. */
  readonly restartPolicy?: RestartPolicy;
  readonly restartRules: readonly RestartRule[];
  readonly probes: { readonly [kind in ProbeKind]?: SimProbe };
  readonly postStart?: SimHook;
  readonly preStop?: SimHook;
  readonly path: FieldPath;
}

/** What stands around the pod. A bare pod is `Pod`; kinds that only keep pods alive need no numbers. */
export interface SimWorkload {
  readonly kind: string;
  readonly path: FieldPath;
  readonly job?: SimJob;
  readonly rollout?: SimRollout;
}

export interface SimJob {
  readonly completions: number;
  readonly parallelism: number;
  readonly backoffLimit: number;
  readonly activeDeadlineSeconds?: number;
}

export interface SimRollout {
  readonly strategy: "RollingUpdate" | "Recreate";
  readonly replicas: number;
  readonly maxSurge: number;
  readonly maxUnavailable: number;
  readonly minReadySeconds: number;
  readonly progressDeadlineSeconds: number;
}

export interface SimPod {
  readonly workload: SimWorkload;
  readonly restartPolicy: RestartPolicy;
  readonly terminationGracePeriodSeconds: number;
  readonly activeDeadlineSeconds?: number;
  /** In the order of starting: init containers and sidecars as listed, then main containers. */
  readonly containers: readonly SimContainer[];
  /** The pod's `spec`. */
  readonly path: FieldPath;
  /** What was unknown in the manifest, and what is assumed instead. */
  readonly notes: readonly SimNote[];
}

export interface SimNote {
  readonly path: FieldPath;
  readonly why: "templated" | "wrong-type" | "out-of-range" | "missing";
  readonly assumed: string | number;
}
