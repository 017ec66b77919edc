// One recorded run against the rules.
import { monitor, type Observed, type Verdict } from "../../server/src/simulate/monitor.ts";
import { busyNode, type Node } from "../../server/src/simulate/node.ts";
import type { EventKind } from "../../server/src/simulate/trace.ts";
import type { Run } from "./load.ts";
import { rigged } from "./rig.ts";

/** The recorded kubelet is 1.36.3, with its regression of exec probes during a deletion. */
export const recordedNode: Node = { ...busyNode, execReadinessErrsInDeletion: true };

export function walk(run: Run, events: readonly Observed[] = run.events, node: Node = recordedNode): Verdict {
  const { behaviours, tellsTerm, tellsPostStart, tellsPreStop } = rigged(run.pod, run.raw);
  const isHidden = (kind: EventKind, container: string | undefined): boolean => {
    if (container === undefined) return false;
    if (kind === "sigterm") return !tellsTerm.has(container);
    if (kind === "poststart-start" || kind === "poststart-end") return !tellsPostStart.has(container);
    if (kind === "prestop-start" || kind === "prestop-end") return !tellsPreStop.has(container);
    return false;
  };
  const fails = new Set(run.pod.containers.flatMap(({ name }, index) => (behaviours[index]?.startFails ? [name] : [])));
  const meant = events.filter(({ kind, container = "" }) => kind !== "start-failed" || fails.has(container));
  return monitor(run.pod, behaviours, node, meant, { isHidden, endMs: run.endMs });
}
