// The rules about what surrounds the pod: restart policies, deadlines, controllers.
import { workloadRestartPolicy } from "./workload-restart-policy.ts";

export const workloadRules = [workloadRestartPolicy];
