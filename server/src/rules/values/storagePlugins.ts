// What the sources of older storage systems ask for across their fields, by the name of the source.
import * as l10n from "@vscode/l10n";
import { constraintOf } from "../../knowledge/constraints.ts";
import { asInteger, asText, field, present, type TypedMap } from "../../model/typed.ts";
import { utf8Length } from "../classes/expressions.ts";
import type { RuleContext } from "../rule.ts";
import { isOn, isUnknown, placeOf, textOf, without } from "./reading.ts";

type Check = (scope: RuleContext, volume: TypedMap, source: TypedMap) => void;

const hasItems = (map: TypedMap, name: string): boolean => {
  const node = present(map, name);
  return node?.kind === "sequence" && node.items.length > 0;
};

const azureDisk: Check = ({ report, partial }, _, disk) => {
  const kind = field(disk, "kind", asText, { fallback: "Shared" }).value;
  const uri = textOf(disk, "diskURI");
  if (kind === undefined || !uri || (partial && !disk.node.fields.has("kind"))) return;
  const start = kind === "Managed" ? "/subscriptions/" : "https://";
  if (uri.startsWith(start)) return;
  report(
    placeOf(disk, "diskURI"),
    l10n.t("The diskURI of a disk of kind {0} begins with {1}; the API server refuses others.", kind, start),
  );
};

const fc: Check = (scope, _, source) => {
  const { report, partial } = scope;
  if (isUnknown(source, "targetWWNs") || isUnknown(source, "wwids")) return;
  const targets = hasItems(source, "targetWWNs");
  const ids = hasItems(source, "wwids");
  const place = (name: string) => placeOf(source, name, [...source.path, name]);
  if (targets === ids && (ids || !partial))
    report(
      place("targetWWNs"),
      ids
        ? l10n.t("A disk is named by targetWWNs or by wwids; both together are refused.")
        : l10n.t("A disk is named by targetWWNs (with lun) or by wwids; one of them is needed."),
    );
  if (!targets) return;
  const lun = field(source, "lun", asInteger);
  const [from, to] = constraintOf(source.type, "lun", nowhere)?.range?.[0] ?? [null, null];
  if (lun.origin === "absent" && !partial)
    report({ path: lun.path, span: source.span }, l10n.t("targetWWNs need a lun beside them."));
  else if (lun.value !== undefined && from !== null && to !== null && (lun.value < from || lun.value > to))
    report(lun, l10n.t("The lun of targetWWNs is from {0} to {1}; {2} is refused.", from, to, lun.value));
};

/** Wherever the volume stands. */
const nowhere = { object: "", under: undefined };

const flocker: Check = (scope, _, source) => {
  if (!textOf(source, "datasetName") || !textOf(source, "datasetUUID")) return;
  scope
    .report(
      { path: source.path, span: source.span },
      l10n.t("A dataset has a datasetName or a datasetUUID; both together are refused."),
    )
    .fix(l10n.t("Keep only {0}", "datasetName"), without(scope, source, "datasetUUID"), { preferred: false })
    .fix(l10n.t("Keep only {0}", "datasetUUID"), without(scope, source, "datasetName"), { preferred: false });
};

/** Of the volume's name, a colon and the target portal. */
const longestInitiator = 64;

const iscsi: Check = ({ report, partial }, volume, source) => {
  const chap = ["chapAuthDiscovery", "chapAuthSession"].find((name) => isOn(source, name));
  if (chap !== undefined && !partial && !present(source, "secretRef"))
    report(
      placeOf(source, chap, [...source.path, "secretRef"]),
      l10n.t("{0} needs the user and password of a Secret: secretRef is missing.", chap),
    );
  const name = textOf(volume, "name") ?? "";
  const portal = textOf(source, "targetPortal") ?? "";
  if (present(source, "initiatorName") && utf8Length(`${name}:${portal}`) > longestInitiator)
    report(
      placeOf(volume, "name"),
      l10n.t(
        "With an initiatorName, the volume's name and its targetPortal may have {0} characters together.",
        longestInitiator - 1,
      ),
    );
};

export const storagePlugins: Readonly<Record<string, Check>> = { azureDisk, fc, flocker, iscsi };
