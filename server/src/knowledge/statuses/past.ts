// Words of older versions, and one that never existed: people still look them up.
import { gone, type StatusFacts } from "./facts.ts";

export const past: readonly StatusFacts[] = [
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
