// Why a pod as a whole failed or was refused, and the reasons of its conditions.
import { type StatusFacts, said } from "./facts.ts";

const requests = ["v1.ResourceRequirements.requests"];
const node = ["v1.PodSpec.nodeSelector", "v1.PodSpec.affinity"];
const readiness = ["v1.Container.readinessProbe"];

export const pods: readonly StatusFacts[] = [
  // status.reason of a pod that is Failed: eviction, shutdown, preemption, and refusal at the kubelet's door (lifecycle/predicate.go, handlers.go).
  ...said("kubelet", ["pod", "event"], {
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
    SysctlForbidden: ["v1.PodSecurityContext.sysctls"],
    TopologyAffinityError: requests,
    SMTAlignmentError: requests,
    EmptyPodSharedPoolError: ["v1.PodSpec.resources"],
    VolumeAttachmentLimitExceeded: ["v1.PodSpec.volumes"],
  }),
  ...said(
    "kubelet",
    ["pod", "event"],
    { SupplementalGroupsPolicyNotSupported: ["v1.PodSecurityContext.supplementalGroupsPolicy"] },
    { since: 31 },
  ),
  ...said("kubelet", ["pod", "event"], { PodLevelResourcesNotSupported: ["v1.PodSpec.resources"] }, { since: 32 }),
  ...said("kubelet", ["pod", "event"], { PodFeatureUnsupported: [] }, { since: 35 }),
  ...said("kubelet", ["pod"], { Terminated: [] }),
  // Of a pod and of a Job, by two clocks.
  ...said("kubelet", ["pod", "event", "condition"], {
    DeadlineExceeded: ["v1.PodSpec.activeDeadlineSeconds", "batch/v1.JobSpec.activeDeadlineSeconds"],
  }),

  // Reasons of a pod's conditions: scheduler/schedule_one.go, registry/core/pod/strategy.go, kubelet/status/generate.go.
  ...said("scheduler", ["condition"], {
    Unschedulable: [
      ...requests,
      ...node,
      "v1.PodSpec.tolerations",
      "v1.PodSpec.topologySpreadConstraints",
      "v1.PodSpec.volumes",
    ],
    SchedulerError: [],
  }),
  ...said(
    "kube-apiserver",
    ["condition", "column"],
    { SchedulingGated: ["v1.PodSpec.schedulingGates"] },
    { since: 26 },
  ),
  ...said("kubelet", ["condition"], {
    ContainersNotInitialized: ["v1.PodSpec.initContainers"],
    ContainersNotReady: readiness,
    UnknownContainerStatuses: [],
    PodCompleted: [],
    PodFailed: [],
    ReadinessGatesNotReady: ["v1.PodSpec.readinessGates"],
  }),
  ...said(
    "kubelet",
    ["condition"],
    { RestartAllContainersStarted: ["v1.Container.restartPolicyRules"] },
    { since: 35 },
  ),
  ...said("scheduler", ["condition"], { PreemptionByScheduler: ["v1.PodSpec.priorityClassName"] }, { since: 25 }),
  ...said(
    "kube-controller-manager",
    ["condition"],
    { DeletionByTaintManager: ["v1.PodSpec.tolerations"], DeletionByPodGC: [] },
    { since: 25 },
  ),
  ...said("kube-apiserver", ["condition"], { EvictionByEvictionAPI: [] }, { since: 25 }),
  ...said("kubelet", ["condition"], { TerminationByKubelet: requests }, { since: 25 }),
  ...said(
    "kubelet",
    ["condition"],
    { Deferred: ["v1.Container.resources"], Infeasible: ["v1.Container.resources"] },
    { since: 27 },
  ),
];
