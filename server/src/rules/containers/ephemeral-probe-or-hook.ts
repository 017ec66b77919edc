// An ephemeral container is a visitor for debugging: the API server refuses everything that would tie the pod's life to it.
import * as l10n from "@vscode/l10n";
import { child, entryOf, inForce, present } from "../../model/typed.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { isDropped } from "./lifecycle.ts";

const refused = [
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle",
  "ports",
  "resources",
  "resizePolicy",
  "restartPolicy",
  "restartPolicyRules",
];

export const ephemeralProbeOrHook = rule({
  id: "ephemeral-probe-or-hook",
  severity: "error",
  on: "container",
  supersedes: ["probe-handler-count", "missing-field", "bad-enum", "enum-case", "container-restart-policy"],
  check({ container, report, parsed, minor }) {
    const { map } = container;
    if (container.kind !== "ephemeral") return;
    for (const name of refused) {
      const entry = entryOf(map, name);
      const node = present(map, name);
      if (!entry || !node || !inForce(map, name, minor)) continue;
      // Empty resources are the same as none.
      if (name === "resources" && node.kind === "map" && node.fields.size === 0) continue;
      const lifecycle = name === "lifecycle" ? child(map, name) : undefined;
      if (lifecycle && isDropped(lifecycle, minor)) continue;
      report(
        { path: [...map.path, name], span: entry.key.span },
        l10n.t(
          "An ephemeral container is for a look inside: the API server refuses {0} here. It is never restarted, probed or counted.",
          name,
        ),
      ).fix(l10n.t("Remove {0}", name), () => removeEntry(parsed, map.node, entry));
    }
  },
});
