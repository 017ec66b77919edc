// Claim templates: access modes, size and data source that must go together.
import * as l10n from "@vscode/l10n";
import { asText, child, present, type TypedMap } from "../../model/typed.ts";
import { mayHoldMore, resolve } from "../../syntax/nodes.ts";
import type { RuleContext } from "../rule.ts";
import { isUnknown, placeOf, textOf, without } from "./reading.ts";

/** @param spec of a StatefulSet's volumeClaimTemplate, or of an ephemeral volume's */
export function checkClaimSpec(scope: RuleContext, spec: TypedMap): void {
  checkModes(scope, spec);
  checkSize(scope, spec);
  checkSource(scope, spec);
}

function checkModes({ report }: RuleContext, spec: TypedMap): void {
  const list = present(spec, "accessModes");
  if (list?.kind !== "sequence") return;
  if (list.items.length === 0) {
    report(placeOf(spec, "accessModes"), l10n.t("A claim needs at least one access mode."));
    return;
  }
  const modes = list.items.flatMap((item) => asText(resolve(item)) ?? []);
  const others = modes.filter((mode) => mode !== "ReadWriteOncePod");
  if (
    !modes.includes("ReadWriteOncePod") ||
    !others.some((mode) => /^(ReadWriteOnce|ReadOnlyMany|ReadWriteMany)$/.test(mode))
  )
    return;
  report(
    placeOf(spec, "accessModes"),
    l10n.t("ReadWriteOncePod means one pod only, so it cannot stand beside other access modes."),
  );
}

function checkSize({ report, partial }: RuleContext, spec: TypedMap): void {
  const resources = child(spec, "resources");
  const requests = resources && present(resources, "requests");
  if (partial || !resources || requests?.kind !== "map" || requests.fields.size === 0 || requests.fields.has("storage"))
    return;
  if (mayHoldMore(requests)) return;
  report(
    placeOf(resources, "requests", [...resources.path, { key: "storage" }]),
    l10n.t("A claim asks for its size with requests.storage; that is missing."),
  );
}

const claim = "PersistentVolumeClaim";

function checkSource(scope: RuleContext, spec: TypedMap): void {
  const { report, partial } = scope;
  if (partial) return;
  const [source, ref] = [child(spec, "dataSource"), child(spec, "dataSourceRef")];
  for (const each of [source, ref]) {
    const kind = each && textOf(each, "kind");
    if (!each || !kind || kind === claim || textOf(each, "apiGroup") || isUnknown(each, "apiGroup")) continue;
    report(
      placeOf(each, "kind", each.path),
      l10n.t("Without an apiGroup the source can only be a {0}; for a {1}, name its apiGroup.", claim, kind),
    );
  }
  const elsewhere = ref !== undefined && Boolean(textOf(ref, "namespace"));
  if (!source || !ref || (sameSource(source, ref) && !elsewhere)) return;
  report(
    placeOf(spec, "dataSource", spec.path),
    elsewhere
      ? l10n.t("A source in another namespace is named by dataSourceRef alone; dataSource beside it is refused.")
      : l10n.t("dataSource and dataSourceRef name different things; write one of them."),
  )
    .fix(l10n.t("Keep only {0}", "dataSourceRef"), without(scope, spec, "dataSource"), { preferred: false })
    .fix(l10n.t("Keep only {0}", "dataSource"), without(scope, spec, "dataSourceRef"), { preferred: false });
}

const sameSource = (one: TypedMap, other: TypedMap): boolean =>
  ["apiGroup", "kind", "name"].every(
    (name) => isUnknown(one, name) || isUnknown(other, name) || textOf(one, name) === textOf(other, name),
  );
