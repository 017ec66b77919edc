// The rules about postStart, preStop and stop signals.
import { hookHandlerCount } from "./hook-handler-count.ts";
import { hookSleepRange } from "./hook-sleep-range.ts";
import { hookTcpSocket } from "./hook-tcp-socket.ts";
import { poststartOwnHttp } from "./poststart-own-http.ts";
import { stopSignalIgnored } from "./stop-signal-ignored.ts";

export const hookRules = [hookHandlerCount, hookTcpSocket, hookSleepRange, stopSignalIgnored, poststartOwnHttp];
