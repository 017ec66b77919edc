// What containers say of themselves, what kubectl makes of it, and the errors behind that only logs show.
import { type StatusFacts, said } from "./facts.ts";

const image = ["v1.Container.image", "v1.PodSpec.imagePullSecrets"];
const readiness = ["v1.Container.readinessProbe"];
const command = ["v1.Container.command", "v1.Container.args"];

export const containers: readonly StatusFacts[] = [
  // Waiting: pkg/kubelet/kubelet_pods.go, kuberuntime/kuberuntime_container.go, images/image_manager.go.
  ...said("kubelet", ["waiting"], {
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
  ...said("kubelet", ["waiting", "event"], {
    ErrImageNeverPull: ["v1.Container.imagePullPolicy", "v1.PodSpec.imagePullSecrets"],
  }),
  ...said(
    "kubelet",
    ["waiting", "terminated"],
    { RestartingAllContainers: ["v1.Container.restartPolicyRules"] },
    { since: 35 },
  ),

  // Terminated: copied from the runtime, the kubelet invents only the last one.
  ...said("runtime", ["terminated"], {
    Completed: [],
    Error: command,
    OOMKilled: ["v1.ResourceRequirements.limits"],
    StartError: command,
  }),
  ...said("kubelet", ["terminated"], { ContainerStatusUnknown: [] }),

  // Words that only kubectl's STATUS column has: pkg/printers/internalversion/printers.go. `Init:` before other words: statusFacts.
  ...said("kubectl", ["column"], {
    Terminating: ["v1.PodSpec.terminationGracePeriodSeconds", "v1.Lifecycle.preStop"],
    NotReady: readiness,
    "Init:N/M": ["v1.PodSpec.initContainers"],
    "ExitCode:N": command,
    "Signal:N": command,
  }),

  // Errors of the kubelet that never become a container's reason: kubelet/container/sync_result.go, cri-api/pkg/errors.
  ...said("kubelet", ["log"], {
    KillContainerError: [],
    CreatePodSandboxError: ["v1.PodSpec.runtimeClassName"],
    ConfigPodSandboxError: [],
    KillPodSandboxError: [],
    ResizePodInPlaceError: ["v1.Container.resources"],
    RemoveContainerError: [],
  }),
  ...said("runtime", ["log"], { RROUnsupported: ["v1.VolumeMount.recursiveReadOnly"] }, { since: 30 }),
  ...said("runtime", ["log"], { ImageVolumeMountFailed: ["v1.Volume.image"] }, { since: 31 }),
];
