// A workload must select the pods that it makes: its selector has to match its template's labels.
import * as l10n from "@vscode/l10n";
import { labelsIn } from "../../model/labels.ts";
import { asBoolean, child, entryOf, field, headSpan, present, type TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import { putEntry } from "../../syntax/edits.ts";
import type { MapNode } from "../../syntax/nodes.ts";
import type { TextEdit } from "../../text/span.ts";
import { isInClass } from "../classes/index.ts";
import { type RuleContext, rule } from "../rule.ts";
import { matches, meets, readSelector, type Selector, selectorOfLabels } from "./selector.ts";

interface Facts {
  /** The server's second error, at `selector` itself, when it cannot evaluate it. */
  readonly namesSelector: boolean;
}
const workloads: Readonly<Record<string, Facts>> = {
  "apps/v1.DeploymentSpec": { namesSelector: true },
  "apps/v1.ReplicaSetSpec": { namesSelector: true },
  "apps/v1.StatefulSetSpec": { namesSelector: true },
  "apps/v1.DaemonSetSpec": { namesSelector: false },
  "v1.ReplicationControllerSpec": { namesSelector: false },
  "batch/v1.JobSpec": { namesSelector: false },
};

export const selectorMismatch = rule({
  id: "selector-mismatch",
  severity: "error",
  on: "map",
  wholeOnly: true,
  supersedes: ["missing-field"],
  check(scope) {
    const { map } = scope;
    const facts = Object.hasOwn(workloads, map.type) ? workloads[map.type] : undefined;
    if (!facts || (map.type === "batch/v1.JobSpec" && field(map, "manualSelector", asBoolean).value !== true)) return;
    if (map.under === "batch/v1.JobTemplateSpec.spec") return;
    const selector = selectorOf(map);
    if (!selector) return;
    if (!selector.valid) {
      const at = child(map, "selector");
      if (facts.namesSelector && at)
        scope.report(at, l10n.t("Kubernetes cannot use this selector until what is marked in it is right."));
      return;
    }
    const template = child(map, "template");
    const metadata = template && child(template, "metadata");
    const labels = labelsIn(metadata, "labels");
    if (selector.empty || matches(selector, labels) !== false) return;
    reportMismatch(scope, map, selector);
  },
});

/** undefined: there is none, or it is not known here. */
function selectorOf(map: TypedMap): Selector | undefined {
  if (map.type === "v1.ReplicationControllerSpec") return selectorOfLabels(labelsIn(map, "selector"));
  const selector = child(map, "selector");
  return selector && readSelector(selector);
}

function reportMismatch({ report, parsed }: RuleContext, map: TypedMap, selector: Selector): void {
  const template = child(map, "template");
  const metadata = template && child(template, "metadata");
  const labels = labelsIn(metadata, "labels");
  const failed = selector.requirements.filter((each) => meets(each, labels) === false);
  const first = failed[0];
  if (!first || !template) return;
  const has = labels.values.get(first.key);
  const wanted = first.operator === "In" && first.values.length === 1 ? first.values[0] : undefined;
  const reported = report(
    { path: [...map.path, "template", "metadata", "labels"], span: labelSpan(template, first.key) },
    wanted === undefined
      ? l10n.t(
          "The selector does not match these labels because of “{0}”: the workload would not find its own pods.",
          first.key,
        )
      : has === undefined
        ? l10n.t(
            "The selector asks for the label {0}: {1}, which the pods do not have: the workload would not find them.",
            first.key,
            wanted,
          )
        : l10n.t(
            "The selector asks for {0}: {1}, but the pods have {0}: {2}: the workload would not find them.",
            first.key,
            wanted,
            has,
          ),
  );
  const missing = failed.flatMap(({ key, operator, values }) =>
    operator === "In" && values[0] !== undefined ? [[key, values[0]] as const] : [],
  );
  const areLabels = missing.every(
    ([key, value]) => isInClass("qualified-name", key) !== false && isInClass("label-value", value) !== false,
  );
  if (missing.length === failed.length && areLabels)
    reported.fix(l10n.t("Copy the selector's labels to the pods"), () => copyLabels(parsed, template, missing));
}

/** The label that is wrong, else the nearest key that is written. */
function labelSpan(template: TypedMap, key: string): Place["span"] {
  const metadata = child(template, "metadata");
  const labels = metadata && present(metadata, "labels");
  const entry = labels?.kind === "map" ? labels.fields.get(key) : undefined;
  if (entry)
    return entry.span.end > entry.key.span.end && entry.value.kind === "scalar" ? entry.value.span : entry.key.span;
  const above = metadata && entryOf(metadata, "labels");
  return above?.key.span ?? metadata?.span ?? template.span ?? headSpan(template.node);
}

function copyLabels(
  parsed: RuleContext["parsed"],
  template: TypedMap,
  missing: readonly (readonly [string, string])[],
): TextEdit[] | undefined {
  const metadata = child(template, "metadata");
  const labels = metadata && present(metadata, "labels");
  const wanted = Object.fromEntries(missing);
  if (!metadata) return putEntry(parsed, template.node, "metadata", { labels: wanted }, { first: true });
  if (labels?.kind !== "map") return putEntry(parsed, metadata.node, "labels", wanted);
  return intoLabels(parsed, labels, missing);
}

function intoLabels(
  parsed: RuleContext["parsed"],
  labels: MapNode,
  missing: readonly (readonly [string, string])[],
): TextEdit[] | undefined {
  const edits = missing.map(([key, value]) => putEntry(parsed, labels, key, value));
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
}
