// Reasons of the conditions of workloads.
import { type StatusFacts, said } from "./facts.ts";

const readiness = ["v1.Container.readinessProbe"];

export const workloads: readonly StatusFacts[] = [
  // Reasons of a workload's conditions: api/batch/v1/types.go, controller/deployment/util/deployment_util.go, controller/replicaset.
  ...said("kube-controller-manager", ["condition"], {
    JobSuspended: ["batch/v1.JobSpec.suspend"],
    JobResumed: ["batch/v1.JobSpec.suspend"],
  }),
  ...said("kube-controller-manager", ["condition", "event"], {
    BackoffLimitExceeded: ["batch/v1.JobSpec.backoffLimit", "v1.PodSpec.restartPolicy"],
  }),
  ...said(
    "kube-controller-manager",
    ["condition"],
    { PodFailurePolicy: ["batch/v1.JobSpec.podFailurePolicy"] },
    { since: 25 },
  ),
  ...said(
    "kube-controller-manager",
    ["condition"],
    {
      FailedIndexes: ["batch/v1.JobSpec.backoffLimitPerIndex"],
      MaxFailedIndexesExceeded: ["batch/v1.JobSpec.maxFailedIndexes"],
    },
    { since: 28 },
  ),
  ...said(
    "kube-controller-manager",
    ["condition"],
    { SuccessPolicy: ["batch/v1.JobSpec.successPolicy"] },
    { since: 30 },
  ),
  ...said("kube-controller-manager", ["condition"], { CompletionsReached: [] }, { since: 31 }),
  ...said("kube-controller-manager", ["condition"], {
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
  ...said("kube-controller-manager", ["condition", "event"], {
    ReplicaSetCreateError: [],
    FailedCreate: [],
    FailedDelete: [],
  }),
];
