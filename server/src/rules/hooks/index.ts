// The rules about postStart, preStop and stop signals.

import { hookExecNoExpansion } from "./hook-exec-no-expansion.ts";
import { hookHandlerCount } from "./hook-handler-count.ts";
import { hookHttpAnyStatus } from "./hook-http-any-status.ts";
import { hookSleepRange } from "./hook-sleep-range.ts";
import { hookTcpSocket } from "./hook-tcp-socket.ts";
import { poststartOwnHttp } from "./poststart-own-http.ts";
import { prestopEatsGrace } from "./prestop-eats-grace.ts";
import { prestopExecSleep } from "./prestop-exec-sleep.ts";
import { prestopNotOnExit } from "./prestop-not-on-exit.ts";
import { stopSignalIgnored } from "./stop-signal-ignored.ts";

export const hookRules = [
  hookHandlerCount,
  hookTcpSocket,
  hookSleepRange,
  stopSignalIgnored,
  poststartOwnHttp,
  hookExecNoExpansion,
  hookHttpAnyStatus,
  prestopEatsGrace,
  prestopExecSleep,
  prestopNotOnExit,
];
