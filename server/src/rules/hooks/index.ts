// The rules about postStart, preStop and stop signals.
import { hookHandlerCount } from "./hook-handler-count.ts";
import { hookTcpSocket } from "./hook-tcp-socket.ts";
import { poststartOwnHttp } from "./poststart-own-http.ts";

export const hookRules = [hookHandlerCount, hookTcpSocket, poststartOwnHttp];
