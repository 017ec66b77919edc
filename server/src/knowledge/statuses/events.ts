// Reasons of the events about a pod.
import { type StatusFacts, said } from "./facts.ts";

const image = ["v1.Container.image", "v1.PodSpec.imagePullSecrets"];
const command = ["v1.Container.command", "v1.Container.args"];
const requests = ["v1.ResourceRequirements.requests"];
const node = ["v1.PodSpec.nodeSelector", "v1.PodSpec.affinity"];

export const events: readonly StatusFacts[] = [
  // Events about a pod: kubelet/events/event.go, scheduler, taint eviction and attach/detach controllers.
  ...said("kubelet", ["event"], {
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
  ...said("kubelet", ["event"], { FailedPrepareDynamicResources: ["v1.PodSpec.resourceClaims"] }, { since: 26 }),
  ...said(
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
  ...said("scheduler", ["event"], {
    Scheduled: [],
    FailedScheduling: [...requests, ...node, "v1.PodSpec.tolerations", "v1.PodSpec.volumes"],
    Preempted: ["v1.PodSpec.priorityClassName"],
  }),
  ...said("kube-controller-manager", ["event"], {
    TaintManagerEviction: ["v1.PodSpec.tolerations"],
    FailedAttachVolume: ["v1.PodSpec.volumes"],
    NodeNotReady: [],
  }),
];
