// How long a hook is known to take: its sleep, or what its command sleeps for certain.
import { readCommand, sleepOf } from "../../model/command.ts";
import type { Hook } from "../../model/probe.ts";
import { textsOf } from "../probes/commandPlaces.ts";

/** Seconds; undefined: nobody can tell. */
export function knownSeconds({ handlers }: Hook): number | undefined {
  const [handler, ...others] = handlers;
  if (!handler || others.length > 0) return undefined;
  if (handler.name === "sleep") return handler.seconds?.value;
  const command = handler.command && readCommand(textsOf(handler.command));
  return command && sleepOf(command)?.seconds;
}
