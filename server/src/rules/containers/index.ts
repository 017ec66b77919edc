// The rules about which container may carry what: init, sidecar, ephemeral.
import { containerRestartPolicy } from "./container-restart-policy.ts";
import { ephemeralProbeOrHook } from "./ephemeral-probe-or-hook.ts";
import { initProbeOrHook } from "./init-probe-or-hook.ts";

export const containerRules = [initProbeOrHook, ephemeralProbeOrHook, containerRestartPolicy];
