// The selector of a Job: made by the server, unless manualSelector says that the user brings one.
import * as l10n from "@vscode/l10n";
import { type Labels, labelsIn } from "../../model/labels.ts";
import { asBoolean, child, entryOf, field, present, type TypedMap } from "../../model/typed.ts";
import { removeEntry } from "../../syntax/edits.ts";
import type { Path } from "../../syntax/path.ts";
import type { JobScope } from "./job-fields-conflict.ts";
import { matches, readSelector } from "./selector.ts";

const nameLabels = ["job-name", "batch.kubernetes.io/job-name"];
const uidLabels = ["controller-uid", "batch.kubernetes.io/controller-uid"];
/** The uid that the server will give: equal to nothing that somebody can write. */
const futureUid = "\0";

export function checkJobSelector(scope: JobScope): void {
  // What comes out of a cluster carries what the server made.
  if (scope.object.exported) return;
  const manual = field(scope.job.map, "manualSelector", asBoolean);
  if (scope.job.inCronJob) inCronJob(scope, manual);
  else if (manual.value === true) withManualSelector(scope, manual);
  else if (manual.value === false && !scope.partial) withoutManualSelector(scope);
}

type Manual = ReturnType<typeof field<boolean>>;

function inCronJob({ job, report, parsed }: JobScope, manual: Manual): void {
  const selector = entryOf(job.map, "selector");
  const node = present(job.map, "selector");
  if (selector && node?.kind === "map")
    report(
      { path: [...job.map.path, "selector"], span: selector.key.span },
      l10n.t("Each Job of a CronJob gets a selector of its own: the API server refuses one that is written."),
    ).fix(l10n.t("Remove {0}", "selector"), () => removeEntry(parsed, job.map.node, selector));
  const { entry } = manual;
  if (manual.value === true && entry)
    report(
      manual,
      l10n.t("Each Job of a CronJob gets a selector of its own: the API server takes no manualSelector here."),
    ).fix(l10n.t("Remove {0}", "manualSelector"), () => removeEntry(parsed, job.map.node, entry));
}

function withManualSelector({ job, report, parsed, partial }: JobScope, manual: Manual): void {
  const { entry } = manual;
  if (!entry || partial || present(job.map, "selector")) return;
  const { span } = entry.key;
  const message = l10n.t("manualSelector says that the selector is written here, but there is none.");
  // The server looks at the pods' labels as well, and finds that they do not match what is not there.
  report({ path: labelsPath(job.map), span }, message);
  report({ path: [...job.map.path, "selector"], span }, message).fix(l10n.t("Remove {0}", "manualSelector"), () =>
    removeEntry(parsed, job.map.node, entry),
  );
}

const labelsPath = (job: TypedMap): Path => [...job.path, "template", "metadata", "labels"];

function withoutManualSelector(scope: JobScope): void {
  const { job, object } = scope;
  const template = child(job.map, "template");
  const metadata = template && child(template, "metadata");
  const labels = labelsIn(metadata, "labels");
  const name = object.name ?? futureUid;
  const generated = new Map([
    ...nameLabels.map((key) => [key, name] as const),
    ...uidLabels.map((key) => [key, futureUid] as const),
  ]);
  checkSelector(scope, generated, labels);
  if (metadata) checkLabels(scope, metadata, labels);
}

function checkSelector(
  { job, report, parsed }: JobScope,
  generated: ReadonlyMap<string, string>,
  labels: Labels,
): void {
  const map = child(job.map, "selector");
  const entry = entryOf(job.map, "selector");
  if (!map || !entry) return;
  const selector = readSelector(map);
  if (!selector.valid || matches(selector, { values: generated, complete: true }) !== false) return;
  const message = l10n.t(
    "The API server makes a Job's selector itself, so that no two Jobs share pods; this one does not fit and is refused. Only with manualSelector: true does yours count.",
  );
  const all = { values: new Map([...generated, ...labels.values]), complete: labels.complete };
  if (matches(selector, all) === false) report({ path: labelsPath(job.map), span: map.span }, message);
  report(map, message).fix(l10n.t("Remove {0}", "selector"), () => removeEntry(parsed, job.map.node, entry));
}

/** The labels that the server sets may be written only as it would set them. */
function checkLabels({ job, object, report, parsed }: JobScope, metadata: TypedMap, labels: Labels): void {
  const node = present(metadata, "labels");
  if (node?.kind !== "map") return;
  for (const [key, value] of labels.values) {
    const isWrong = nameLabels.includes(key)
      ? value !== object.name && !isNameUnknown(object.root)
      : uidLabels.includes(key);
    const label = node.fields.get(key);
    if (!isWrong || !label) continue;
    const { span } = label.key;
    const message = l10n.t("The API server sets the label {0} itself and refuses another value.", key);
    // By this one the selector goes that the server makes.
    if (key === "batch.kubernetes.io/controller-uid") report({ path: labelsPath(job.map), span }, message);
    report({ path: [...metadata.path, "labels", { key }], span }, message).fix(l10n.t("Remove the label"), () =>
      removeEntry(parsed, node, label),
    );
  }
}

function isNameUnknown(root: TypedMap | undefined): boolean {
  const metadata = root && child(root, "metadata");
  const name = metadata && present(metadata, "name");
  return name?.kind === "scalar" && name.templated;
}
