// The rules about probes' own values.
import { execOneString, execOneStringHook } from "./exec-one-string.ts";
import { probeHandlerCount } from "./probe-handler-count.ts";
import { successThresholdNotOne } from "./success-threshold-not-one.ts";

export const probeRules = [probeHandlerCount, successThresholdNotOne, execOneString, execOneStringHook];
