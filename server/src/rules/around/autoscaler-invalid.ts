// A HorizontalPodAutoscaler whose bounds cross, or whose metrics do not say what their type needs.
import * as l10n from "@vscode/l10n";
import { asInteger, asText, child, children, field, present, type TypedMap } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { mayHoldMore } from "../../syntax/nodes.ts";
import { type RuleContext, rule } from "../rule.ts";
import { isContainerResource } from "../values/resourceNames.ts";
import { offerRemoval, placeOf, textOf } from "./reading.ts";

export const autoscalerInvalid = rule({
  id: "autoscaler-invalid",
  severity: "error",
  on: "object",
  wholeOnly: true,
  supersedes: ["missing-field"],
  check(scope) {
    const { root } = scope.object;
    const spec = root?.type === "autoscaling/v2.HorizontalPodAutoscaler" ? child(root, "spec") : undefined;
    if (!spec) return;
    checkBounds(scope, spec);
    const target = child(spec, "scaleTargetRef");
    if (target) checkReference(scope, target, textOf(target, "kind") !== "ReplicationController");
    for (const metric of children(spec, "metrics")) checkMetric(scope, metric);
  },
});

function checkBounds({ report, parsed }: RuleContext, spec: TypedMap): void {
  const least = field(spec, "minReplicas", asInteger, { fallback: 1 });
  const most = field(spec, "maxReplicas", asInteger, { fallback: null });
  const entry = most.entry;
  if (least.value === undefined || most.value === undefined) return;
  if (most.value < least.value && most.value > 0 && entry) {
    const lowest = least.value;
    report(
      most,
      l10n.t("maxReplicas ({0}) is below minReplicas ({1}): there is no number between them.", most.value, lowest),
    ).fix(l10n.t("Set {0} to {1}", "maxReplicas", lowest), () => setScalar(parsed, entry, lowest), {
      preferred: false,
    });
  }
  const list = present(spec, "metrics");
  if (least.value !== 0 || (list && list.kind !== "sequence")) return;
  const types = children(spec, "metrics").map((each) => field(each, "type", asText, { fallback: "" }).value);
  if (types.some((type) => type === undefined || type === "Object" || type === "External")) return;
  report(
    { ...placeOf(spec, "metrics"), span: list ? placeOf(spec, "metrics").span : least.span },
    l10n.t(
      "Without pods there is nothing to measure on them: minReplicas 0 needs a metric of type Object or External.",
    ),
  );
}

function checkReference({ report }: RuleContext, reference: TypedMap, needsGroup: boolean): void {
  const version = field(reference, "apiVersion", asText, { fallback: "" });
  const [group = "", ...rest] = (version.value ?? "").split("/");
  if (!version.value || (rest.length === 1 ? !needsGroup || group !== "" : rest.length === 0 && !needsGroup)) return;
  report(version, l10n.t("This apiVersion needs a group and a version, as in apps/v1."));
}

const sources: Readonly<Record<string, string>> = {
  Object: "object",
  External: "external",
  Pods: "pods",
  Resource: "resource",
  ContainerResource: "containerResource",
};

function checkMetric(scope: RuleContext, metric: TypedMap): void {
  const type = field(metric, "type", asText, { fallback: "" });
  const wanted = type.value !== undefined && Object.hasOwn(sources, type.value) ? sources[type.value] : undefined;
  const written = Object.values(sources).filter((name) => present(metric, name));
  if (wanted !== undefined && !written.includes(wanted))
    scope.report(
      { path: [...metric.path, wanted], span: type.entry ? type.span : metric.span },
      l10n.t("A metric of type {0} is described in “{1}”, which is missing.", type.value ?? "", wanted),
    );
  if (written.length > 1 && type.value !== undefined)
    for (const name of written.filter((each) => each !== wanted))
      offerRemoval(
        scope,
        scope.report(
          placeOf(metric, name),
          l10n.t("A metric has one source. This one is of type {0}, so {1} is refused.", type.value, name),
        ),
        metric,
        name,
        wanted !== undefined,
      );
  // Of several only the first is looked into.
  const first = written[0];
  const source = first === undefined ? undefined : child(metric, first);
  if (source) checkSource(scope, source);
  const target = source && child(source, "target");
  if (first !== undefined && target) checkTarget(scope, first, target);
}

function checkSource(scope: RuleContext, source: TypedMap): void {
  const described = child(source, "describedObject");
  if (described) checkReference(scope, described, false);
  if (source.type !== "autoscaling/v2.ContainerResourceMetricSource") return;
  const name = field(source, "name", asText, { fallback: "" });
  if (name.value && !isContainerResource(name.value))
    scope.report(name, l10n.t("A container has no resource “{0}”. Usual are cpu and memory.", name.value));
}

function checkTarget(scope: RuleContext, source: string, target: TypedMap): void {
  const has = (name: string) => present(target, name) !== undefined;
  const needs = (name: string, other?: string) => {
    if (has(name) || (other !== undefined && has(other)) || mayHoldMore(target.node)) return;
    scope.report(
      { path: [...target.path, name], span: target.span },
      other === undefined
        ? l10n.t("A target says how much: here {0} is needed.", name)
        : l10n.t("A target says how much: here {0} or {1} is needed.", name, other),
    );
  };
  const forbid = (name: string, beside: string) => {
    if (!has(name) || !has(beside)) return;
    const told = l10n.t("A target has one measure: {0} beside {1} is refused.", name, beside);
    offerRemoval(scope, scope.report(placeOf(target, name), told), target, name);
  };
  if (source === "object" || source === "external") needs("averageValue", "value");
  else if (source === "pods") needs("averageValue");
  else needs("averageUtilization", "averageValue");
  if (source === "external") forbid("value", "averageValue");
  if (source === "resource" || source === "containerResource") forbid("averageValue", "averageUtilization");
}
