// An edge: how long after its cause an effect may come, and nothing else. The rules decide whether it comes.
import type { EventKind } from "../trace.ts";
import type { Span } from "./span.ts";

export interface Edge<Args extends readonly unknown[]> {
  readonly id: string;
  readonly cause: readonly EventKind[];
  readonly effect: EventKind;
  readonly span: (...args: Args) => Span;
}

export function edge<Args extends readonly unknown[]>(
  id: string,
  cause: EventKind | readonly EventKind[],
  effect: EventKind,
  span: (...args: Args) => Span,
): Edge<Args> {
  return { id, cause: typeof cause === "string" ? [cause] : cause, effect, span };
}
