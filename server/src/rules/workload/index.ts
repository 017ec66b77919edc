// The rules about what surrounds the pod: restart policies, deadlines, controllers.
import { activeDeadlineInTemplate } from "./active-deadline-in-template.ts";
import { cronDeadlineShort } from "./cron-deadline-short.ts";
import { cronNameLong } from "./cron-name-long.ts";
import { cronScheduleInvalid } from "./cron-schedule-invalid.ts";
import { cronTimeZone } from "./cron-time-zone.ts";
import { deadlineUnderMinReady } from "./deadline-under-min-ready.ts";
import { jobFailurePolicyInvalid } from "./job-failure-policy-invalid.ts";
import { jobFieldsConflict } from "./job-fields-conflict.ts";
import { jobIndexLimitNeedsNever } from "./job-index-limit-needs-never.ts";
import { jobPolicyNeedsNever } from "./job-policy-needs-never.ts";
import { jobRestartPolicy } from "./job-restart-policy.ts";
import { rollingUpdateZeroReady } from "./rolling-update-zero-ready.ts";
import { rolloutImpossible } from "./rollout-impossible.ts";
import { selectorMismatch } from "./selector-mismatch.ts";
import { workloadRestartPolicy } from "./workload-restart-policy.ts";

export const workloadRules = [
  workloadRestartPolicy,
  jobRestartPolicy,
  activeDeadlineInTemplate,
  jobPolicyNeedsNever,
  cronScheduleInvalid,
  cronNameLong,
  cronTimeZone,
  selectorMismatch,
  rolloutImpossible,
  jobFieldsConflict,
  jobFailurePolicyInvalid,
  deadlineUnderMinReady,
  jobIndexLimitNeedsNever,
  cronDeadlineShort,
  rollingUpdateZeroReady,
];
