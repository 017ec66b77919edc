// The conditions that Kubernetes itself puts on pods and workloads. Others may add their own (readiness gates).

export interface ConditionFacts {
  readonly type: string;
  /** Schema type of the condition. */
  readonly of:
    | "v1.PodCondition"
    | "batch/v1.JobCondition"
    | "apps/v1.DeploymentCondition"
    | "apps/v1.ReplicaSetCondition";
  readonly setBy: "kubelet" | "scheduler" | "kube-apiserver" | "kube-controller-manager" | "several";
  /** Words of statuses.ts. */
  readonly reasons: readonly string[];
}

const notReady = ["ContainersNotReady", "UnknownContainerStatuses", "PodCompleted", "PodFailed"];

export const conditions: readonly ConditionFacts[] = [
  {
    type: "PodScheduled",
    of: "v1.PodCondition",
    setBy: "scheduler",
    reasons: ["Unschedulable", "SchedulerError", "SchedulingGated"],
  },
  { type: "PodReadyToStartContainers", of: "v1.PodCondition", setBy: "kubelet", reasons: [] },
  {
    type: "Initialized",
    of: "v1.PodCondition",
    setBy: "kubelet",
    reasons: ["ContainersNotInitialized", "UnknownContainerStatuses", "PodCompleted"],
  },
  { type: "ContainersReady", of: "v1.PodCondition", setBy: "kubelet", reasons: notReady },
  {
    type: "Ready",
    of: "v1.PodCondition",
    setBy: "kubelet",
    reasons: [...notReady, "ReadinessGatesNotReady"],
  },
  {
    type: "AllContainersRestarting",
    of: "v1.PodCondition",
    setBy: "kubelet",
    reasons: ["RestartAllContainersStarted", "PodCompleted", "PodFailed"],
  },
  {
    type: "DisruptionTarget",
    of: "v1.PodCondition",
    setBy: "several",
    reasons: [
      "PreemptionByScheduler",
      "DeletionByTaintManager",
      "EvictionByEvictionAPI",
      "DeletionByPodGC",
      "TerminationByKubelet",
    ],
  },
  {
    type: "PodResizePending",
    of: "v1.PodCondition",
    setBy: "kubelet",
    reasons: ["Deferred", "Infeasible"],
  },
  { type: "PodResizeInProgress", of: "v1.PodCondition", setBy: "kubelet", reasons: ["Error"] },
  {
    type: "Suspended",
    of: "batch/v1.JobCondition",
    setBy: "kube-controller-manager",
    reasons: ["JobSuspended", "JobResumed"],
  },
  {
    type: "Complete",
    of: "batch/v1.JobCondition",
    setBy: "kube-controller-manager",
    reasons: ["CompletionsReached", "SuccessPolicy"],
  },
  {
    type: "SuccessCriteriaMet",
    of: "batch/v1.JobCondition",
    setBy: "kube-controller-manager",
    reasons: ["CompletionsReached", "SuccessPolicy"],
  },
  {
    type: "Failed",
    of: "batch/v1.JobCondition",
    setBy: "kube-controller-manager",
    reasons: [
      "BackoffLimitExceeded",
      "DeadlineExceeded",
      "PodFailurePolicy",
      "FailedIndexes",
      "MaxFailedIndexesExceeded",
    ],
  },
  {
    type: "FailureTarget",
    of: "batch/v1.JobCondition",
    setBy: "kube-controller-manager",
    reasons: [
      "BackoffLimitExceeded",
      "DeadlineExceeded",
      "PodFailurePolicy",
      "FailedIndexes",
      "MaxFailedIndexesExceeded",
    ],
  },
  {
    type: "Available",
    of: "apps/v1.DeploymentCondition",
    setBy: "kube-controller-manager",
    reasons: ["MinimumReplicasAvailable", "MinimumReplicasUnavailable"],
  },
  {
    type: "Progressing",
    of: "apps/v1.DeploymentCondition",
    setBy: "kube-controller-manager",
    reasons: [
      "NewReplicaSetCreated",
      "FoundNewReplicaSet",
      "ReplicaSetUpdated",
      "NewReplicaSetAvailable",
      "ProgressDeadlineExceeded",
      "DeploymentPaused",
      "DeploymentResumed",
      "ReplicaSetCreateError",
    ],
  },
  {
    type: "ReplicaFailure",
    of: "apps/v1.ReplicaSetCondition",
    setBy: "kube-controller-manager",
    reasons: ["FailedCreate", "FailedDelete"],
  },
];
