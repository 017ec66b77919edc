// What watches the pod from outside: Services follow Ready, the deadline counts from the beginning.
import { deletion } from "../edges/deletion.ts";
import { status } from "../edges/status.ts";
import type { EventKind } from "../trace.ts";
import { cancel, open } from "./due.ts";
import type { Machine } from "./machine.ts";

export function openPodLevel(m: Machine): void {
  const seconds = m.pod.activeDeadlineSeconds;
  if (seconds === undefined) return;
  open(m, deletion.deadline, deletion.deadline.span(m.node, seconds), {
    path: [...m.pod.path, "activeDeadlineSeconds"],
  });
}

/** Endpoints hold pods that are Ready and not being deleted. */
export function openEndpoints(m: Machine, kind: EventKind): void {
  const add = kind === "pod-ready-true" && !m.deleteRequested;
  const remove = kind === "pod-ready-false" || kind === "deletion-seen";
  if (!add && !remove) return;
  const edge = add ? status.endpointAdded : status.endpointRemoved;
  const before = m.known.get("endpoint") === "true";
  if (before === add) return;
  m.known.set("endpoint", String(add));
  cancel(m, (due) => due.kind === "endpoint-added" || due.kind === "endpoint-removed");
  open(m, edge, edge.span(m.node));
}
