// Probes and hooks belong to containers that keep running: the API server refuses them on an init container that ends.
import * as l10n from "@vscode/l10n";
import { probeNames } from "../../model/probe.ts";
import { child, entryOf, inForce } from "../../model/typed.ts";
import { putEntry, removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { isDropped } from "./lifecycle.ts";

export const initProbeOrHook = rule({
  id: "init-probe-or-hook",
  severity: "error",
  on: "container",
  supersedes: ["probe-handler-count", "missing-field"],
  check({ container, report, parsed, minor }) {
    const { map } = container;
    const hasSidecars = inForce(map, "restartPolicy", minor);
    if (container.list !== "initContainers" || !container.kindKnown) return;
    if (container.kind === "sidecar" && hasSidecars) return;
    for (const name of ["lifecycle", ...probeNames]) {
      const entry = entryOf(map, name);
      const field = child(map, name);
      if (!entry || !field) continue;
      if (name === "lifecycle" && isDropped(field, minor)) continue;
      const reported = report(
        { path: field.path, span: field.span },
        name === "lifecycle"
          ? l10n.t(
              "An init container that runs to its end takes no hooks: the API server refuses lifecycle here. A sidecar (restartPolicy: Always) takes them.",
            )
          : l10n.t(
              "An init container that runs to its end takes no probes: the API server refuses {0} here. A sidecar (restartPolicy: Always) takes them.",
              name,
            ),
      );
      if (hasSidecars)
        reported.fix(l10n.t("Make it a sidecar: restartPolicy: Always"), () =>
          putEntry(parsed, map.node, "restartPolicy", "Always", { after: "image" }),
        );
      reported.fix(l10n.t("Remove {0}", name), () => removeEntry(parsed, map.node, entry));
    }
  },
});
