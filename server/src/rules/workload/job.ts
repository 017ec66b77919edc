// The JobSpec of a Job, or inside a CronJob, and the few values that several rules ask for.
import type { KubeObject } from "../../model/objects.ts";
import { asInteger, asText, child, field, present, type TypedMap } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";

export interface JobSpec {
  readonly map: TypedMap;
  /** The server fills nothing into it, and takes no selector. */
  readonly inCronJob: boolean;
  /** undefined: templated or of a wrong type. */
  readonly indexed: boolean | undefined;
  readonly parallelism: Value<number>;
  readonly backoffLimitPerIndex: Value<number>;
  readonly maxFailedIndexes: Value<number>;
  /** With the server's default; undefined when absent (then `completionsKnown`) or unknown. */
  readonly completions: number | undefined;
  readonly completionsKnown: boolean;
}

/** undefined for other kinds, and for a Job without a spec. */
export function jobOf(object: KubeObject): JobSpec | undefined {
  const spec = object.root && child(object.root, "spec");
  if (object.facts?.type === "batch/v1.Job") return spec && readJob(spec);
  const template = object.facts?.type === "batch/v1.CronJob" ? spec && child(spec, "jobTemplate") : undefined;
  const inner = template && child(template, "spec");
  return inner && readJob(inner);
}

export function readJob(map: TypedMap): JobSpec {
  const number = (name: string) => field(map, name, asInteger, { fallback: null });
  const mode = field(map, "completionMode", asText);
  const inCronJob = map.under === "batch/v1.JobTemplateSpec.spec";
  const completions = number("completions");
  const parallelism = number("parallelism");
  const isDefaulted = !inCronJob && completions.origin === "absent" && parallelism.origin === "absent";
  return {
    map,
    inCronJob,
    indexed: mode.value === undefined ? undefined : mode.value === "Indexed",
    parallelism,
    backoffLimitPerIndex: number("backoffLimitPerIndex"),
    maxFailedIndexes: number("maxFailedIndexes"),
    completions: isDefaulted ? 1 : completions.value,
    completionsKnown:
      completions.value !== undefined || (completions.origin === "absent" && parallelism.origin !== "templated"),
  };
}

export const isWritten = (map: TypedMap, name: string): boolean => present(map, name) !== undefined;
