// The numbers of a Job's retries and a Deployment's rolling update.
import type { KubeObject } from "../model/objects.ts";
import { asInteger, asIntegerOrText, asText, child, field, type TypedMap } from "../model/typed.ts";
import { atLeast, plain } from "./fromValues.ts";
import type { SimJob, SimNote, SimRollout, SimWorkload } from "./types.ts";

export function readWorkload(object: KubeObject, notes: SimNote[]): SimWorkload {
  const { kind, root } = object;
  const spec = root && child(root, "spec");
  const jobSpec = kind === "CronJob" ? jobTemplate(spec) : kind === "Job" ? spec : undefined;
  return {
    kind,
    path: plain(object.path),
    ...(jobSpec ? { job: readJob(jobSpec, notes) } : {}),
    ...(spec && kind === "Deployment" ? { rollout: readRollout(spec, notes) } : {}),
  };
}

function jobTemplate(spec: TypedMap | undefined): TypedMap | undefined {
  const template = spec && child(spec, "jobTemplate");
  return template && child(template, "spec");
}

function readJob(spec: TypedMap, notes: SimNote[]): SimJob {
  const number = (name: string, fallback: number) =>
    atLeast(field(spec, name, asInteger, { fallback }), fallback, 0, notes);
  const deadline = field(spec, "activeDeadlineSeconds", asInteger).value;
  const completions = number("completions", 1);
  return {
    completions,
    parallelism: number("parallelism", 1),
    backoffLimit: number("backoffLimit", 6),
    ...(deadline !== undefined && deadline > 0 ? { activeDeadlineSeconds: deadline } : {}),
  };
}

function readRollout(spec: TypedMap, notes: SimNote[]): SimRollout {
  const number = (name: string, fallback: number) =>
    atLeast(field(spec, name, asInteger, { fallback }), fallback, 0, notes);
  const replicas = number("replicas", 1);
  const strategy = child(spec, "strategy");
  const rolling = strategy && child(strategy, "rollingUpdate");
  const share = (name: string, up: boolean) =>
    partOf(rolling && field(rolling, name, asIntegerOrText).value, replicas, up);
  const maxSurge = share("maxSurge", true);
  const maxUnavailable = share("maxUnavailable", false);
  const recreate = strategy && field(strategy, "type", asText).value === "Recreate";
  return {
    strategy: recreate ? "Recreate" : "RollingUpdate",
    replicas,
    maxSurge,
    // Both rounded to nothing would never move: the controller then takes one away.
    maxUnavailable: maxSurge === 0 && maxUnavailable === 0 ? 1 : maxUnavailable,
    minReadySeconds: number("minReadySeconds", 0),
    progressDeadlineSeconds: number("progressDeadlineSeconds", 600),
  };
}

/** A number, or a percentage of the replicas: surge is rounded up, unavailable down. */
function partOf(value: number | string | undefined, replicas: number, up: boolean): number {
  if (typeof value === "number") return Math.max(0, value);
  const percent = value === undefined ? 25 : Number(/^(\d+)%$/.exec(value)?.[1] ?? 25);
  const part = (replicas * percent) / 100;
  return up ? Math.ceil(part) : Math.floor(part);
}
