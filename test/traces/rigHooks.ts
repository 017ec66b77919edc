// What a recorded hook does.
import type { HookBehaviour } from "../../server/src/simulate/behaviour.ts";
import { programOf, type RawContainer, type RawHandler } from "./rig.ts";
import { lifeOfCommand, lifeOfParts } from "./rigShell.ts";

/** Only the rig's own program writes down when it begins and ends. */
export const hookIsTold = (handler: RawHandler | undefined): boolean =>
  handler?.exec?.command[0] === "rigc" && handler.exec.command[1] === "hook";

export function hookOf(handler: RawHandler | undefined, all: readonly RawContainer[]): HookBehaviour {
  if (handler?.sleep) return { takesMs: handler.sleep.seconds * 1000, succeeds: true };
  // Any answer will do for an HTTP hook; a TCP hook always fails.
  if (handler?.httpGet) {
    const slow = /^\/slow\/([\d.]+)/.exec(handler.httpGet.path ?? "")?.[1];
    return { takesMs: Number(slow ?? 0) * 1000, succeeds: serverAt(all, handler.httpGet.port) !== undefined };
  }
  if (handler?.tcpSocket) return { takesMs: 0, succeeds: false };
  const words = (handler?.exec?.command ?? []).map(String);
  const life =
    words[0] === "sh" ? lifeOfParts((words[2] ?? "").split(/;|&&/).map((part) => part.trim())) : lifeOfCommand(words);
  if (life) return { takesMs: life.exitAfterMs ?? 0, succeeds: life.exitCode === 0 };
  if (words[0] !== "sh") return { takesMs: 0, succeeds: words.length === 0 };
  const sleeps = [...(words[2] ?? "").matchAll(/sleep ([\d.]+)/g)].map(([, each]) => Number(each) * 1000);
  return { takesMs: sleeps.reduce((sum, each) => sum + each, 0), succeeds: true };
}

/** The container that serves a port; the rig moves ports from run to run, so the number alone does not tell. */
export function serverAt(all: readonly RawContainer[], port: number | string): RawContainer | undefined {
  return all.find(({ command = [] }) => programOf(command.map(String))?.httpPort === Number(port));
}
