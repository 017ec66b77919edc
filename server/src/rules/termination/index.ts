// The rules about how a pod ends.
import { graceNegative } from "./grace-negative.ts";
import { graceZero } from "./grace-zero.ts";
import { probeGraceOverPod } from "./probe-grace-over-pod.ts";
import { shellPid1 } from "./shell-pid1.ts";

export const terminationRules = [graceZero, graceNegative, probeGraceOverPod, shellPid1];
