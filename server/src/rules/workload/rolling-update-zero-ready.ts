// One replica that may be unavailable: an update can leave none, though the Deployment could start the new pod first.
import * as l10n from "@vscode/l10n";
import { asInteger, asText, child, field } from "../../model/typed.ts";
import { simPod } from "../../simulate/fromModel.ts";
import { rule } from "../rule.ts";

export const rollingUpdateZeroReady = rule({
  id: "rolling-update-zero-ready",
  severity: "information",
  on: "object",
  wholeOnly: true,
  check({ object, report }) {
    const spec = object.kind === "Deployment" && object.root ? child(object.root, "spec") : undefined;
    const replicas = spec && field(spec, "replicas", asInteger);
    const strategy = spec && child(spec, "strategy");
    const rolling = strategy && child(strategy, "rollingUpdate");
    if (replicas?.value !== 1 || replicas.origin !== "written" || !rolling) return;
    if (field(strategy, "type", asText, { zeroIsDefault: true, fallback: "RollingUpdate" }).value !== "RollingUpdate")
      return;
    const simulated = simPod(object);
    const rollout = simulated?.workload.rollout;
    if (!rollout || simulated.notes.length > 0 || rollout.maxUnavailable < 1) return;
    report(
      rolling,
      l10n.t(
        "With 1 replica, of which {0} may be unavailable, an update may stop the old pod before the new one is ready. With maxUnavailable 0 and maxSurge 1 the new one comes first.",
        rollout.maxUnavailable,
      ),
    );
  },
});
