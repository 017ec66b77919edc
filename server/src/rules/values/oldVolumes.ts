// Volume types that are on their way out of Kubernetes, or have left it.
import * as l10n from "@vscode/l10n";
import { oldVolumes } from "../../knowledge/deprecations.ts";
import { children, present } from "../../model/typed.ts";
import type { RuleContext, Targets } from "../rule.ts";

export function warnOfOldVolumes({ pod, report, minor }: Targets["pod"] & RuleContext): void {
  for (const volume of children(pod.map, "volumes"))
    for (const [source, { since, dead }] of Object.entries(oldVolumes)) {
      const entry = volume.node.fields.get(source);
      if (!entry || !present(volume, source) || minor < since) continue;
      const at = { path: [...volume.path, source], span: entry.key.span };
      if (source === "gitRepo" && minor >= dead)
        report(
          at,
          l10n.t("{0} volumes are off by default since Kubernetes 1.{1}: the pod does not start.", source, dead),
        );
      else if (source !== "gitRepo" && minor >= dead)
        report(at, l10n.t("{0} volumes do not work since Kubernetes 1.{1}: the pod does not start.", source, dead));
      else
        report(
          at,
          l10n.t(
            "{0} volumes are deprecated since Kubernetes 1.{1}, and from 1.{2} on they do not work.",
            source,
            since,
            dead,
          ),
        );
    }
}
