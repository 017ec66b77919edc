// The rules about probes' own values.
import { execEmpty, execEmptyHook } from "./exec-empty.ts";
import { execInnerTimeout } from "./exec-inner-timeout.ts";
import { execOneString } from "./exec-one-string.ts";
import { execShellSyntax } from "./exec-shell-syntax.ts";
import { httpHeaderInvalid, httpHeaderInvalidHook } from "./http-header-invalid.ts";
import { livenessBeforeReady } from "./liveness-before-ready.ts";
import { livenessNotSlower } from "./liveness-not-slower.ts";
import { livenessOneStrike } from "./liveness-one-strike.ts";
import { livenessWithNever } from "./liveness-with-never.ts";
import { probeExecNoExpansion } from "./probe-exec-no-expansion.ts";
import { probeGraceNotPositive } from "./probe-grace-not-positive.ts";
import { probeHandlerCount } from "./probe-handler-count.ts";
import { probeHostLoopback, probeHostLoopbackHook } from "./probe-host-loopback.ts";
import { probeNegative } from "./probe-negative.ts";
import { probeZeroIsDefault } from "./probe-zero-is-default.ts";
import { readinessGrace } from "./readiness-grace.ts";
import { successThresholdNotOne } from "./success-threshold-not-one.ts";
import { timeoutOverPeriod } from "./timeout-over-period.ts";

export const probeRules = [
  probeHandlerCount,
  successThresholdNotOne,
  probeNegative,
  probeZeroIsDefault,
  readinessGrace,
  probeGraceNotPositive,
  execEmpty,
  execEmptyHook,
  execOneString,
  execShellSyntax,
  httpHeaderInvalid,
  httpHeaderInvalidHook,
  probeExecNoExpansion,
  execInnerTimeout,
  probeHostLoopback,
  probeHostLoopbackHook,
  timeoutOverPeriod,
  livenessOneStrike,
  livenessWithNever,
  livenessNotSlower,
  livenessBeforeReady,
];
