// A liveness probe that may kill before readiness has asked for the first time: the start is cut off, again and again.
import * as l10n from "@vscode/l10n";
import { boundsOf } from "../../simulate/bounds.ts";
import { simPod } from "../../simulate/fromModel.ts";
import { insertEntry, setScalar } from "../../syntax/edits.ts";
import { formatPath } from "../../syntax/path.ts";
import { rule } from "../rule.ts";
import { sameTarget } from "./sameTarget.ts";

export const livenessBeforeReady = rule({
  id: "liveness-before-ready",
  severity: "warning",
  on: "pod",
  wholeOnly: true,
  check({ object, pod, report, parsed }) {
    const suspects = pod.containers.flatMap((container) => {
      const find = (name: string) => container.probes.find((each) => each.name === name);
      const [liveness, readiness] = [find("livenessProbe"), find("readinessProbe")];
      return liveness && readiness && !find("startupProbe") && sameTarget(liveness, readiness)
        ? [{ container, liveness, readiness }]
        : [];
    });
    const simulated = suspects.length > 0 ? simPod(object) : undefined;
    if (!simulated || simulated.notes.length > 0) return;
    const bounds = boundsOf(simulated);
    for (const { container, liveness, readiness } of suspects) {
      const index = simulated.containers.findIndex((each) => formatPath(each.path) === formatPath(container.path));
      const kill = bounds[index]?.longestStart?.span;
      const first = bounds[index]?.firstCheck.readiness?.span;
      const delay = readiness.initialDelaySeconds;
      if (!kill || !first || kill.minMs > first.minMs || delay.value === undefined) continue;
      const early = liveness.initialDelaySeconds;
      const message =
        kill.maxMs <= first.minMs
          ? l10n.t(
              "A start that takes {0} s is killed before the readiness probe has asked for the first time (initialDelaySeconds {1}). A startupProbe gives the start its own time.",
              Math.ceil(kill.maxMs / 1000),
              delay.value,
            )
          : l10n.t(
              "This probe may kill from {0} s after the start, and the readiness probe begins at {1} s (initialDelaySeconds): a slow start may be killed before it was ever asked. A startupProbe gives the start its own time.",
              Math.round(kill.minMs / 1000),
              delay.value,
            );
      const wanted = delay.value;
      const { entry } = early;
      report(entry ? early : liveness, message).fix(
        l10n.t("Set initialDelaySeconds to {0}", wanted + 1),
        () =>
          entry
            ? setScalar(parsed, entry, wanted + 1)
            : insertEntry(parsed, liveness.map.node, "initialDelaySeconds", wanted + 1),
        { preferred: false },
      );
    }
  },
});
