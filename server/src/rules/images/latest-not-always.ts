// `:latest` moves, and IfNotPresent keeps what a node has: nodes may run different images.
import * as l10n from "@vscode/l10n";
import { asText, field } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

export const latestNotAlways = rule({
  id: "latest-not-always",
  severity: "warning",
  on: "container",
  check({ container, report, parsed }) {
    const policy = field(container.map, "imagePullPolicy", asText);
    const { entry } = policy;
    if (!/:latest$/.test(container.image.value ?? "") || policy.value !== "IfNotPresent" || !entry) return;
    report(
      policy,
      l10n.t(
        "A node that has some :latest already keeps it, so pods may run different images, and an update may not arrive. Write a version, or pull Always.",
      ),
    ).fix(l10n.t("Set imagePullPolicy to {0}", "Always"), () => setScalar(parsed, entry, "Always"), {
      preferred: false,
    });
  },
});
