// Where commands stand in a container: its own, those of its probes and of its hooks.
import type { Container } from "../../model/pod.ts";
import type { HookName, ProbeName, Word } from "../../model/probe.ts";
import type { TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";

export type CommandUser = ProbeName | HookName | "container";

export interface CommandPlace extends Place {
  readonly user: CommandUser;
  /** The map that holds `command`. */
  readonly map: TypedMap;
  /** Command and args in one. */
  readonly words: readonly Word[];
  /** How many of the words stand in `args`. */
  readonly args: number;
}

/** A container without a command of its own starts what its image says: nothing is known of it. */
export function commandsOf(container: Container): CommandPlace[] {
  const { command, args = [], map } = container;
  const own: CommandPlace[] =
    command && command.length > 0
      ? [{ user: "container", map, words: [...command, ...args], args: args.length, ...commandPlace(map) }]
      : [];
  const handlers = [...container.probes, ...container.hooks].flatMap(({ name, handlers }) =>
    handlers.flatMap((each): CommandPlace[] =>
      each.map && each.command && each.command.length > 0
        ? [{ user: name, map: each.map, words: each.command, args: 0, ...commandPlace(each.map) }]
        : [],
    ),
  );
  return [...own, ...handlers];
}

const commandPlace = (map: TypedMap): Place => ({
  path: [...map.path, "command"],
  span: map.node.fields.get("command")?.key.span ?? map.span,
});

export const textsOf = (words: readonly Word[]): (string | undefined)[] => words.map(({ text }) => text);
