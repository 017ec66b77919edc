// A field that the API server insists on is not there, or holds nothing.
import * as l10n from "@vscode/l10n";
import type { KubeObject } from "../../model/objects.ts";
import { rule } from "../rule.ts";
import { firstProblem } from "./brokenText.ts";
import { emptyItemSpan } from "./emptyItem.ts";
import { missingFixes } from "./missingFixes.ts";
import { reportViolation } from "./reportViolation.ts";
import { violationsOf } from "./tableCheck.ts";
import type { Missing } from "./violation.ts";

export const missingField = rule({
  id: "missing-field",
  severity: "error",
  on: "object",
  mindsInsertions: true,
  wholeOnly: true,
  check(scope) {
    for (const violation of violationsOf(scope.object, scope.minor)) {
      // A map that runs into text that cannot be read may hold it there.
      if (violation.kind !== "missing" || violation.map.node.span.end >= firstProblem(scope.parsed)) continue;
      if (isFilledIn(scope.object, violation)) continue;
      const { at, how } = violation;
      const seen =
        how === "null-item" ? { ...violation, at: { ...at, span: emptyItemSpan(scope.parsed.text, at) } } : violation;
      const reported = reportViolation(scope, seen, reason(violation) ?? message(violation));
      missingFixes(scope, violation, reported);
    }
  },
});

/** Knative gives containers a name, and probes the port, where they have none. */
function isFilledIn({ apiVersion, role }: KubeObject, { map, field }: Missing): boolean {
  if (role !== "custom" || !apiVersion?.startsWith("serving.knative.dev/")) return false;
  return field === "port" || `${map.type}.${field}` === "v1.Container.name";
}

/** What the field is for, where people ask. */
function reason({ map, field, how }: Missing): string | undefined {
  const isThere = how === "empty-text" || how === "empty-list" || how === "empty-map";
  if (how === "union" || how === "null-item") return undefined;
  const isClaim = map.type === "v1.PersistentVolumeClaim" || map.under === "v1.PersistentVolumeClaim.metadata";
  if (isClaim && (field === "metadata" || field === "name"))
    return l10n.t("A claim template needs a name: containers mount its volume by it.");
  switch (field === "metadata" ? "meta/v1.ObjectMeta.name" : `${map.type}.${field}`) {
    case "meta/v1.ObjectMeta.name":
      return l10n.t("The object needs a name: metadata.name, or metadata.generateName for one with a random ending.");
    case "v1.Container.name":
      return l10n.t("Every container needs a name.");
    case "v1.Container.image":
      return l10n.t("The container has no image, so there is nothing to run.");
    case "v1.PodSpec.containers":
      return l10n.t("A pod needs at least one container.");
    case "batch/v1.CronJobSpec.schedule":
      return l10n.t("Without a schedule the CronJob would never run; the API server refuses it.");
  }
  if (field !== "selector") return undefined;
  return isThere
    ? l10n.t("An empty selector would match every pod of the namespace; the API server refuses it.")
    : l10n.t("selector is missing: it says by which labels the {0} finds its own pods.", kindOf(map.under));
}

function message({ field, how, names }: Missing): string {
  switch (how) {
    case "absent":
      return l10n.t("{0} is missing: the API server refuses the object without it.", field);
    case "null":
      return l10n.t("{0} has no value, which counts as missing: the API server refuses the object without it.", field);
    case "union":
      return l10n.t("One of {0} is needed here.", names.join(", "));
    case "null-item":
      return l10n.t("An empty list item lacks what every item needs: {0}.", names.join(", "));
    default:
      return l10n.t("{0} is empty, which the API server refuses.", field);
  }
}

/** `apps/v1.Deployment.spec` is about a Deployment. */
const kindOf = (under: string | undefined): string => under?.split(".").at(-2) ?? "";
