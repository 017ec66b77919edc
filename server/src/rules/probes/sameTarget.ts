// Whether two probes ask the same question: then only their numbers tell them apart.
import type { Probe } from "../../model/probe.ts";
import { type Node, resolve } from "../../syntax/nodes.ts";

export function sameTarget(a: Probe, b: Probe): boolean {
  const [one, other] = [a.handlers[0], b.handlers[0]];
  if (!one?.map || !other?.map || a.handlers.length > 1 || b.handlers.length > 1 || one.name !== other.name)
    return false;
  const text = textOf(one.map.node);
  return text !== undefined && text === textOf(other.map.node);
}

/** The same text for the same value; undefined: something in it is filled in later. */
function textOf(node: Node): string | undefined {
  const at = resolve(node);
  if (at.kind === "scalar") return at.templated ? undefined : JSON.stringify(String(at.value));
  const parts =
    at.kind === "sequence"
      ? at.items.map(textOf)
      : [...at.fields.values()].map((each) => {
          const inner = textOf(each.value);
          return inner && `${each.name}:${inner}`;
        });
  if (parts.some((each) => each === undefined)) return undefined;
  return at.kind === "sequence" ? `[${parts.join()}]` : `{${parts.sort().join()}}`;
}
