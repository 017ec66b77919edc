// What the API server itself warns of when it creates the object: accepted, and hardly ever what was meant.
import * as l10n from "@vscode/l10n";
import { asInteger, asText, child, field, type TypedMap } from "../../model/typed.ts";
import { isInClass } from "../classes/index.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { warnOfFractions } from "./fractions.ts";
import { warnOfSelectors } from "./missingSelectors.ts";
import { warnOfOldAnnotations } from "./oldAnnotations.ts";
import { warnOfOldNodeLabels } from "./oldNodeLabels.ts";
import { warnOfOldVolumes } from "./oldVolumes.ts";
import { placeOf } from "./reading.ts";
import { warnOfRepeats } from "./repeats.ts";
import { warnOfOverlaps } from "./virtualPaths.ts";

const ofObject = rule({
  id: "server-warning",
  severity: "warning",
  on: "object",
  check(scope) {
    const { root } = scope.object;
    if (!root) return;
    warnOfDots(scope, root);
    warnOfHistory(scope, root);
    warnOfManyIndexes(scope, root);
  },
});

const ofPod = rule({
  id: "server-warning",
  severity: "warning",
  on: "pod",
  check(scope) {
    warnOfRepeats(scope);
    warnOfOldNodeLabels(scope);
    warnOfOldAnnotations(scope);
    warnOfOldVolumes(scope);
    warnOfOverlaps(scope);
    if (!scope.partial) warnOfSelectors(scope);
  },
});

export const serverWarning = [ofObject, ofPod, warnOfFractions];

type ObjectScope = Targets["object"] & RuleContext;

/** Kinds whose name goes into the hostname of their pods. */
const namesHosts = new Set([
  "v1.Pod",
  "v1.ReplicationController",
  "apps/v1.Deployment",
  "apps/v1.ReplicaSet",
  "batch/v1.Job",
  "batch/v1.CronJob",
]);

function warnOfDots({ report }: ObjectScope, root: TypedMap): void {
  const metadata = namesHosts.has(root.type) ? child(root, "metadata") : undefined;
  if (!metadata) return;
  const name = field(metadata, "name", asText);
  const prefix = field(metadata, "generateName", asText);
  const used = name.value ? name : prefix;
  // The server cuts what it appends to.
  const whole = name.value || (prefix.value && `${prefix.value.slice(0, longestPrefix)}xxxxx`);
  // What is no name at all is refused, and another rule says so.
  if (!whole || isInClass("dns-subdomain", whole) !== true || isInClass("dns-label", whole) !== false) return;
  report(
    used,
    l10n.t(
      "The name becomes the hostname of the pods, and a hostname has no dots and at most 63 characters: programs may see another name than this.",
    ),
  );
}

/** Of a generated name, before its five random letters. */
const longestPrefix = 58;

function warnOfHistory({ report }: ObjectScope, root: TypedMap): void {
  const spec = root.type === "apps/v1.StatefulSet" ? child(root, "spec") : undefined;
  const limit = spec && field(spec, "revisionHistoryLimit", asInteger);
  if (limit?.value !== undefined && limit.value < 0)
    report(
      limit,
      l10n.t("A negative revisionHistoryLimit keeps every old revision for ever. 0 or more is what is meant."),
    );
}

/** More of both than the controller can be sure to keep track of. */
const manyCompletions = 100_000;
const manyAtOnce = 10_000;

function warnOfManyIndexes({ report }: ObjectScope, root: TypedMap): void {
  const spec = jobSpec(root);
  if (!spec || field(spec, "completionMode", asText).value !== "Indexed") return;
  const [completions, parallelism] = [field(spec, "completions", asInteger), field(spec, "parallelism", asInteger)];
  if ((completions.value ?? 0) <= manyCompletions || (parallelism.value ?? 0) <= manyAtOnce) return;
  report(
    placeOf(spec, "completions", spec.path),
    l10n.t(
      "With more than {0} completions and a parallelism above {1}, Kubernetes may lose track of the indexes when many of them fail.",
      manyCompletions,
      manyAtOnce,
    ),
  );
}

function jobSpec(root: TypedMap): TypedMap | undefined {
  if (root.type === "batch/v1.Job") return child(root, "spec");
  const cron = root.type === "batch/v1.CronJob" ? child(root, "spec") : undefined;
  const template = cron && child(cron, "jobTemplate");
  return template && child(template, "spec");
}
