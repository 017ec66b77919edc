// The entry of the constraints table that holds for a field at its place, reduced to what it says without other fields.
import { constraintOf, type Range, type ValueConstraint } from "../../knowledge/constraints.ts";
import { type FieldFacts, fieldAvailability } from "../../knowledge/schema.ts";
import { present, type TypedMap } from "../../model/typed.ts";
import { isOwnSelector } from "./echoes.ts";

export interface TableScope {
  /** Schema name of the whole object's type; "" for a custom resource. */
  readonly object: string;
  /** Kubernetes 1.MINOR. */
  readonly minor: number;
}

/** The minor at which the table was measured, with the gates as they are there. */
const measuredAt = 36;

/** undefined: every value of the field's type is accepted, or another rule must judge. */
export function tableFact(map: TypedMap, field: FieldFacts, scope: TableScope): ValueConstraint | undefined {
  if (isUnchecked(map) || (field.name === "serviceAccount" && isOverruled(map))) return undefined;
  const fact = factAt(map, field, scope);
  if (fact?.max === undefined || map.under !== "batch/v1.Job.metadata" || !isOwnSelector(map)) return fact;
  const { max: _, ...rest } = fact;
  return rest;
}

/** By kind and version, by field, by the field around. Every keystroke asks for hundreds, always the same ones. */
const known = new Map<string, Map<FieldFacts, Map<string | undefined, ValueConstraint | undefined>>>();

function factAt(map: TypedMap, field: FieldFacts, scope: TableScope): ValueConstraint | undefined {
  const byField = entryOf(known, `${scope.minor} ${scope.object}`, () => new Map());
  const byPlace = entryOf(byField, field, () => new Map());
  if (!byPlace.has(map.under)) byPlace.set(map.under, readFact(map, field, scope));
  return byPlace.get(map.under);
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function readFact(map: TypedMap, field: FieldFacts, { object, minor }: TableScope): ValueConstraint | undefined {
  const found = constraintOf(map.type, field.name, { object, under: map.under });
  if (!found || found.error === "strict" || found.item?.error === "strict" || found.emptyError === "strict")
    return undefined;
  if (field.since > minor || isDropped(field, minor)) return undefined;
  const id = `${map.type}.${field.name}`;
  if (object === "apps/v1.StatefulSet" && ofController.has(id)) return undefined;
  if (found.depends || Object.hasOwn(ownRanges, id)) return withoutOthers(id, found, field);
  return map.under === "v1.PodTemplateSpec.metadata" && field.name === "labels" ? labelsOfTemplate(map, found) : found;
}

/** A StatefulSet gives each pod its own, so what the template says is not looked at. */
const ofController: ReadonlySet<string> = new Set(["v1.PodSpec.hostname", "v1.PodSpec.subdomain"]);

/** Behind a gate that is off the server drops the field with all in it; what was measured the table knows better. */
export function isDropped(field: FieldFacts, minor: number): boolean {
  if (field.gate === undefined || (minor >= measuredAt && field.since <= measuredAt)) return false;
  return fieldAvailability(field, minor).state === "gated";
}

/** Besides being labels, a template's must match the selector: that is for a rule of its own. */
function labelsOfTemplate(map: TypedMap, { key, value: _, ...rest }: ValueConstraint): ValueConstraint {
  const plain = constraintOf(map.type, "labels", { object: "", under: undefined })?.value;
  return {
    ...rest,
    ...(key && { key: { ...key, errorAt: "elsewhere" } }),
    ...(plain && { value: { ...plain, errorAt: "elsewhere" } }),
  };
}

/** The old name of the field counts only where the new one is not written. */
function isOverruled(podSpec: TypedMap): boolean {
  const name = present(podSpec, "serviceAccountName");
  return name !== undefined && !(name.kind === "scalar" && name.value === "");
}

/** Types that the server checks in most places, and not here. */
function isUnchecked(map: TypedMap): boolean {
  const { type, under, parent } = map;
  if (type === "v1.ClientIPConfig") return !is(parent?.parent, "sessionAffinity", "ClientIP");
  if (type === "apps/v1.RollingUpdateDaemonSet") return is(parent, "type", "OnDelete");
  if (type === "meta/v1.OwnerReference" || type === "meta/v1.ManagedFieldsEntry")
    return parent?.parent?.parent !== undefined;
  const selector = type === "meta/v1.LabelSelectorRequirement" ? parent?.under : under;
  return selector !== undefined && uncheckedSelectors.includes(selector);
}

function is(map: TypedMap | undefined, name: string, text: string): boolean {
  const node = map && present(map, name);
  return node?.kind === "scalar" && node.value === text;
}

const uncheckedSelectors = [
  "autoscaling/v2.MetricIdentifier.selector",
  "v1.ClusterTrustBundleProjection.labelSelector",
];

/** Where other fields decide too: what is refused beside every other value. */
const ownRanges: Readonly<Record<string, readonly Range[]>> = {
  "apps/v1.DeploymentSpec.minReadySeconds": [[0, null]],
  "apps/v1.DeploymentSpec.progressDeadlineSeconds": [[0, null]],
  "apps/v1.RollingUpdateDaemonSet.maxSurge": [[0, null]],
  "apps/v1.RollingUpdateDaemonSet.maxUnavailable": [[0, null]],
  "apps/v1.RollingUpdateDeployment.maxSurge": [[0, null]],
  "apps/v1.RollingUpdateDeployment.maxUnavailable": [[0, null]],
  "batch/v1.JobSpec.backoffLimitPerIndex": [[0, null]],
  "batch/v1.JobSpec.completions": [[0, null]],
  "batch/v1.JobSpec.maxFailedIndexes": [[0, null]],
  "batch/v1.JobSpec.parallelism": [[0, null]],
  "batch/v1.SuccessPolicyRule.succeededCount": [[0, null]],
  "v1.ContainerPort.hostPort": [[0, 65535]],
  "v1.PodSpec.activeDeadlineSeconds": [[1, 2147483647]],
  // The pod's grace period is the other end.
  "v1.SleepAction.seconds": [[0, null]],
  "v1.TopologySpreadConstraint.minDomains": [[1, null]],
};

/** Where a number outside its own range is not refused at the field. */
const ownPlaces: Readonly<Record<string, string>> = { "v1.SleepAction.seconds": "^" };

function withoutOthers(id: string, fact: ValueConstraint, field: FieldFacts): ValueConstraint | undefined {
  const range = ownRanges[id];
  const known = field.enum && !field.open ? [...field.enum.keys()] : undefined;
  const { absentError, absentAt, emptyError, emptyErrorAt, error, errorAt, maxItems, manyError, manyAt } = fact;
  const own = {
    ...(fact.required === true && field.required && { required: true as const, absentError, absentAt }),
    ...(range && { range, error, errorAt: ownPlaces[id] }),
    ...(known && { enum: fact.enum?.includes("") ? ["", ...known] : known, error, errorAt }),
    ...(maxItems !== undefined && manyError !== "Duplicate" && { maxItems, manyError, manyAt }),
    ...(emptyError !== undefined && { emptyError, emptyErrorAt }),
  };
  return own as ValueConstraint;
}

/** The texts that a minor accepts: those of the table, as far as they exist there, and what later minors added. */
export function valuesAt(fact: ValueConstraint, field: FieldFacts, minor: number): string[] {
  const measured = (fact.enum ?? []).filter((value) => value !== "" && (field.enum?.get(value) ?? 0) <= minor);
  const later = [...(field.enum ?? [])].flatMap(([value, since]) => {
    const from = gatedValues[`${field.name} ${value}`] ?? since;
    return from > measuredAt && from <= minor ? value : [];
  });
  return [...measured, ...later];
}

/** Values behind a gate of their own, and the minor that first has it on by default. */
const gatedValues: Readonly<Record<string, number>> = {
  // SELinuxMount
  "seLinuxChangePolicy MountOption": 37,
  // StatefulSetRecreateStrategy: off in every version so far. A Deployment's is in the table.
  "type Recreate": Number.POSITIVE_INFINITY,
};
