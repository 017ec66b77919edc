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
  if (kind === "endpoint-added" || kind === "endpoint-removed")
    m.shown.set("endpoint", String(kind === "endpoint-added"));
  const add = kind === "pod-ready-true" && !m.deleteRequested;
  const remove = kind === "pod-ready-false" || kind === "deletion-seen" || kind === "pod-removed";
  if (!add && !remove) return;
  const edge = add ? status.endpointAdded : status.endpointRemoved;
  cancel(m, (due) => due.kind === (add ? "endpoint-removed" : "endpoint-added"));
  const isThere = m.shown.get("endpoint") === "true";
  const isDue = [...m.dues].some((due) => due.kind === edge.effect);
  if (isThere !== add && !isDue) open(m, edge, edge.span(m.node));
}
