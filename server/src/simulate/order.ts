// Traces of several pods, put in order of time.
import type { TraceEvent } from "./trace.ts";

/** Ids are places in the list, also after it was put in order of time. */
export function renumbered(events: readonly TraceEvent[]): TraceEvent[] {
  const place = new Map(events.map(({ id }, index) => [id, index]));
  return events.map((event, id) => {
    const cause = event.cause === undefined ? undefined : place.get(event.cause);
    const { cause: _, ...rest } = event;
    return { ...rest, id, ...(cause === undefined ? {} : { cause }) };
  });
}
