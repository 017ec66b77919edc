// Every word that a pod, its containers, its events or kubectl may say: where it is seen, who says it, which fields to blame.
// Read in the sources of Kubernetes 1.36 and 1.37; what they mean in words is in docs/statuses.md.

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

const image = ["v1.Container.image", "v1.PodSpec.imagePullSecrets"];
const command = ["v1.Container.command", "v1.Container.args"];
const requests = ["v1.ResourceRequirements.requests"];
const node = ["v1.PodSpec.nodeSelector", "v1.PodSpec.affinity"];
const readiness = ["v1.Container.readinessProbe"];

const of = (
  setBy: SetBy,
  seenIn: readonly SeenIn[],
  words: Readonly<Record<string, readonly string[]>>,
  more: Pick<StatusFacts, "since"> = {},
): StatusFacts[] => Object.entries(words).map(([word, blame]) => ({ word, seenIn, setBy, blame, ...more }));

const gone = (setBy: SetBy, words: Readonly<Record<string, string | undefined>>): StatusFacts[] =>
  Object.entries(words).map(([word, today]) => ({
    word,
    seenIn: [],
    setBy,
    blame: [],
    ...(today === undefined ? {} : { today }),
  }));

export const statuses: readonly StatusFacts[] = [
  // Waiting: pkg/kubelet/kubelet_pods.go, kuberuntime/kuberuntime_container.go, images/image_manager.go.
  ...of("kubelet", ["waiting"], {
    ContainerCreating: ["v1.PodSpec.volumes", "v1.Container.image", "v1.PodSpec.runtimeClassName"],
    PodInitializing: ["v1.PodSpec.initContainers"],
    CrashLoopBackOff: [
      ...command,
      "v1.Container.env",
      "v1.Container.livenessProbe",
      "v1.Container.startupProbe",
      "v1.ResourceRequirements.limits",
      "v1.PodSpec.restartPolicy",
    ],
    ErrImagePull: image,
    ImagePullBackOff: image,
    InvalidImageName: ["v1.Container.image"],
    ImageInspectError: [],
    RegistryUnavailable: ["v1.Container.image"],
    SignatureValidationFailed: ["v1.Container.image"],
    CreateContainerConfigError: [
      "v1.EnvVar.valueFrom",
      "v1.Container.envFrom",
      "v1.Container.securityContext",
      "v1.VolumeMount.subPath",
      "v1.EphemeralContainer.targetContainerName",
    ],
    PreCreateHookError: ["v1.Container.resources"],
    CreateContainerError: ["v1.Container.command", "v1.Container.volumeMounts", "v1.PodSpec.volumes"],
    PreStartHookError: ["v1.Container.resources"],
    RunContainerError: [...command, "v1.Container.securityContext"],
    PostStartHookError: ["v1.Lifecycle.postStart"],
  }),
  ...of("kubelet", ["waiting", "event"], {
    ErrImageNeverPull: ["v1.Container.imagePullPolicy", "v1.PodSpec.imagePullSecrets"],
  }),
  ...of(
    "kubelet",
    ["waiting", "terminated"],
    { RestartingAllContainers: ["v1.Container.restartPolicyRules"] },
    { since: 35 },
  ),

  // Terminated: copied from the runtime, the kubelet invents only the last one.
  ...of("runtime", ["terminated"], {
    Completed: [],
    Error: command,
    OOMKilled: ["v1.ResourceRequirements.limits"],
    StartError: command,
  }),
  ...of("kubelet", ["terminated"], { ContainerStatusUnknown: [] }),

  // status.reason of a pod that is Failed: eviction, shutdown, preemption, and refusal at the kubelet's door (lifecycle/predicate.go, handlers.go).
  ...of("kubelet", ["pod", "event"], {
    Evicted: [
      "v1.ResourceRequirements.requests",
      "v1.ResourceRequirements.limits",
      "v1.EmptyDirVolumeSource.sizeLimit",
    ],
    Preempting: ["v1.PodSpec.priorityClassName"],
    NodeShutdown: [],
    NodeAffinity: [...node, "v1.PodSpec.nodeName"],
    NodeName: ["v1.PodSpec.nodeName"],
    NodePorts: ["v1.ContainerPort.hostPort", "v1.PodSpec.hostNetwork"],
    TaintToleration: ["v1.PodSpec.tolerations", "v1.PodSpec.nodeName"],
    OutOfcpu: requests,
    OutOfmemory: requests,
    "OutOfephemeral-storage": requests,
    OutOfpods: ["v1.PodSpec.nodeName"],
    UnexpectedAdmissionError: requests,
    UnknownReason: [],
    UnexpectedPredicateFailureType: [],
    InvalidNodeInfo: [],
    PodOSSelectorNodeLabelDoesNotMatch: ["v1.PodSpec.nodeSelector"],
    PodOSNotSupported: ["v1.PodOS.name"],
    AppArmor: ["v1.SecurityContext.appArmorProfile"],
  }),
  ...of(
    "kubelet",
    ["pod", "event"],
    { SupplementalGroupsPolicyNotSupported: ["v1.PodSecurityContext.supplementalGroupsPolicy"] },
    { since: 31 },
  ),
  ...of("kubelet", ["pod", "event"], { PodLevelResourcesNotSupported: ["v1.PodSpec.resources"] }, { since: 32 }),
  ...of("kubelet", ["pod", "event"], { PodFeatureUnsupported: [] }, { since: 35 }),
  ...of("kubelet", ["pod"], { Terminated: [] }),
  // Of a pod and of a Job, by two clocks.
  ...of("kubelet", ["pod", "event", "condition"], {
    DeadlineExceeded: ["v1.PodSpec.activeDeadlineSeconds", "batch/v1.JobSpec.activeDeadlineSeconds"],
  }),

  // Reasons of a pod's conditions: scheduler/schedule_one.go, registry/core/pod/strategy.go, kubelet/status/generate.go.
  ...of("scheduler", ["condition"], {
    Unschedulable: [
      ...requests,
      ...node,
      "v1.PodSpec.tolerations",
      "v1.PodSpec.topologySpreadConstraints",
      "v1.PodSpec.volumes",
    ],
    SchedulerError: [],
  }),
  ...of("kube-apiserver", ["condition", "column"], { SchedulingGated: ["v1.PodSpec.schedulingGates"] }, { since: 26 }),
  ...of("kubelet", ["condition"], {
    ContainersNotInitialized: ["v1.PodSpec.initContainers"],
    ContainersNotReady: readiness,
    UnknownContainerStatuses: [],
    PodCompleted: [],
    PodFailed: [],
    ReadinessGatesNotReady: ["v1.PodSpec.readinessGates"],
  }),
  ...of("kubelet", ["condition"], { RestartAllContainersStarted: ["v1.Container.restartPolicyRules"] }, { since: 35 }),
  ...of("scheduler", ["condition"], { PreemptionByScheduler: ["v1.PodSpec.priorityClassName"] }, { since: 25 }),
  ...of(
    "kube-controller-manager",
    ["condition"],
    { DeletionByTaintManager: ["v1.PodSpec.tolerations"], DeletionByPodGC: [] },
    { since: 25 },
  ),
  ...of("kube-apiserver", ["condition"], { EvictionByEvictionAPI: [] }, { since: 25 }),
  ...of("kubelet", ["condition"], { TerminationByKubelet: requests }, { since: 25 }),
  ...of(
    "kubelet",
    ["condition"],
    { Deferred: ["v1.Container.resources"], Infeasible: ["v1.Container.resources"] },
    { since: 27 },
  ),

  // Reasons of a workload's conditions: api/batch/v1/types.go, controller/deployment/util/deployment_util.go, controller/replicaset.
  ...of("kube-controller-manager", ["condition", "event"], {
    BackoffLimitExceeded: ["batch/v1.JobSpec.backoffLimit", "v1.PodSpec.restartPolicy"],
  }),
  ...of(
    "kube-controller-manager",
    ["condition"],
    { PodFailurePolicy: ["batch/v1.JobSpec.podFailurePolicy"] },
    { since: 25 },
  ),
  ...of(
    "kube-controller-manager",
    ["condition"],
    {
      FailedIndexes: ["batch/v1.JobSpec.backoffLimitPerIndex"],
      MaxFailedIndexesExceeded: ["batch/v1.JobSpec.maxFailedIndexes"],
    },
    { since: 28 },
  ),
  ...of("kube-controller-manager", ["condition"], { SuccessPolicy: ["batch/v1.JobSpec.successPolicy"] }, { since: 30 }),
  ...of("kube-controller-manager", ["condition"], { CompletionsReached: [] }, { since: 31 }),
  ...of("kube-controller-manager", ["condition"], {
    NewReplicaSetCreated: [],
    FoundNewReplicaSet: [],
    ReplicaSetUpdated: [],
    NewReplicaSetAvailable: [],
    ProgressDeadlineExceeded: ["apps/v1.DeploymentSpec.progressDeadlineSeconds", ...readiness],
    DeploymentPaused: ["apps/v1.DeploymentSpec.paused"],
    DeploymentResumed: [],
    MinimumReplicasAvailable: [],
    MinimumReplicasUnavailable: [...readiness, "apps/v1.RollingUpdateDeployment.maxUnavailable"],
  }),
  ...of("kube-controller-manager", ["condition", "event"], {
    ReplicaSetCreateError: [],
    FailedCreate: [],
    FailedDelete: [],
  }),

  // Events about a pod: kubelet/events/event.go, scheduler, taint eviction and attach/detach controllers.
  ...of("kubelet", ["event"], {
    Created: [],
    Started: [],
    Killing: [],
    BackOff: [...command, ...image],
    Failed: [...image, ...command],
    ExceededGracePeriod: ["v1.PodSpec.terminationGracePeriodSeconds"],
    FailedKillPod: [],
    FailedCreatePodContainer: [],
    NetworkNotReady: [],
    Pulling: [],
    Pulled: [],
    InspectFailed: ["v1.Container.image"],
    FailedMount: ["v1.PodSpec.volumes"],
    SandboxChanged: [],
    FailedCreatePodSandBox: ["v1.PodSpec.runtimeClassName"],
    FailedPodSandBoxStatus: [],
    Unhealthy: ["v1.Container.livenessProbe", "v1.Container.readinessProbe", "v1.Container.startupProbe"],
    ProbeWarning: ["v1.HTTPGetAction.path"],
    FailedSync: [],
    FailedPostStartHook: ["v1.Lifecycle.postStart"],
    FailedPreStopHook: ["v1.Lifecycle.preStop"],
    LifecycleHTTPFallback: ["v1.HTTPGetAction.scheme"],
  }),
  ...of("kubelet", ["event"], { FailedPrepareDynamicResources: ["v1.PodSpec.resourceClaims"] }, { since: 26 }),
  ...of(
    "kubelet",
    ["event"],
    {
      ResizeDeferred: ["v1.Container.resources"],
      ResizeInfeasible: ["v1.Container.resources"],
      ResizeStarted: [],
      ResizeCompleted: [],
      ResizeError: ["v1.Container.resources"],
    },
    { since: 33 },
  ),
  ...of("scheduler", ["event"], {
    Scheduled: [],
    FailedScheduling: [...requests, ...node, "v1.PodSpec.tolerations", "v1.PodSpec.volumes"],
    Preempted: ["v1.PodSpec.priorityClassName"],
  }),
  ...of("kube-controller-manager", ["event"], {
    TaintManagerEviction: ["v1.PodSpec.tolerations"],
    FailedAttachVolume: ["v1.PodSpec.volumes"],
    NodeNotReady: [],
  }),

  // Words that only kubectl's STATUS column has: pkg/printers/internalversion/printers.go. `Init:` before other words: statusFacts.
  ...of("kubectl", ["column"], {
    Terminating: ["v1.PodSpec.terminationGracePeriodSeconds", "v1.Lifecycle.preStop"],
    NotReady: readiness,
    "Init:N/M": ["v1.PodSpec.initContainers"],
    "ExitCode:N": command,
    "Signal:N": command,
  }),

  // Errors of the kubelet that never become a container's reason: kubelet/container/sync_result.go, cri-api/pkg/errors.
  ...of("kubelet", ["log"], {
    KillContainerError: [],
    CreatePodSandboxError: ["v1.PodSpec.runtimeClassName"],
    ConfigPodSandboxError: [],
    KillPodSandboxError: [],
    ResizePodInPlaceError: ["v1.Container.resources"],
    RemoveContainerError: [],
  }),
  ...of("runtime", ["log"], { RROUnsupported: ["v1.VolumeMount.recursiveReadOnly"] }, { since: 30 }),
  ...of("runtime", ["log"], { ImageVolumeMountFailed: ["v1.Volume.image"] }, { since: 31 }),

  // In texts of older versions; RemovePodSandboxError never existed.
  ...gone("kubelet", {
    NetworkPluginNotReady: "NetworkNotReady",
    DockerDaemonNotReady: undefined,
    SetupNetworkError: "FailedCreatePodSandBox",
    TeardownNetworkError: "FailedKillPod",
    VerifyNonRootError: "CreateContainerConfigError",
    RunInitContainerError: "CrashLoopBackOff",
    RemovePodSandboxError: undefined,
    InitContainerRestartPolicyForbidden: undefined,
  }),
  ...gone("runtime", { ContainerCannotRun: "StartError" }),
  ...gone("kube-controller-manager", { NodeLost: undefined }),
];

let byWord: ReadonlyMap<string, StatusFacts> | undefined;

/** Also `Init:CrashLoopBackOff`, `Init:1/2`, `Signal:9`, `ExitCode:3` and `OutOf` before any resource; an `Init:` word as the word behind it. */
export function statusFacts(word: string): StatusFacts | undefined {
  byWord ??= new Map(statuses.map((each) => [each.word, each]));
  const known = byWord.get(word);
  if (known) return known;
  for (const [pattern, as] of patterns) if (pattern.test(word)) return byWord.get(as);
  return word.startsWith("Init:") ? statusFacts(word.slice("Init:".length)) : undefined;
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^Init:\d+\/\d+$/, "Init:N/M"],
  [/^ExitCode:\d+$/, "ExitCode:N"],
  [/^Signal:\d+$/, "Signal:N"],
  [/^OutOf\S+$/, "OutOfmemory"],
];
