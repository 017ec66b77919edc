// The recorded runs of a folder: manifests, events in the simulator's words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { builtInCustomResources, objectsIn } from "../../server/src/model/objects.ts";
import { simPod } from "../../server/src/simulate/fromModel.ts";
import type { Observed } from "../../server/src/simulate/monitor.ts";
import type { EventKind } from "../../server/src/simulate/trace.ts";
import type { SimPod } from "../../server/src/simulate/types.ts";
import { splitChunks } from "../../server/src/syntax/document.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import type { RawPod } from "./rig.ts";

export interface Run {
  readonly topic: string;
  readonly scenario: string;
  readonly run: number;
  readonly pod: SimPod;
  readonly raw: RawPod;
  readonly events: readonly Observed[];
  readonly endMs: number;
}

interface Line {
  readonly scenario: string;
  readonly run: number;
  readonly t_ms: number;
  readonly kind: string;
  readonly container?: string;
  readonly detail?: string | number;
}

/** The recorded kinds that the rules speak of. */
const vocabulary: ReadonlySet<string> = new Set<EventKind>([
  "container-started",
  "probe-result",
  "ready-true",
  "ready-false",
  "started-true",
  "started-false",
  "pod-initialized-true",
  "pod-ready-true",
  "pod-ready-false",
  "pod-phase",
  "state",
  "poststart-start",
  "poststart-end",
  "prestop-start",
  "prestop-end",
  "liveness-kill",
  "startup-kill",
  "stop-begins",
  "sigterm",
  "killed",
  "exited",
  "backoff",
  "delete-request",
  "delete-request-again",
  "deletion-seen",
  "pod-removed",
]);

export function loadRuns(folder: string): Run[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  return files.flatMap((name) => {
    const topic = name.replace(/\.yaml$/, "");
    const text = readFileSync(join(folder, name), "utf8");
    const pods = new Map(
      parseAllDocuments(text).map((each) => [(each.toJS() as RawPod).metadata.name, each.toJS() as RawPod]),
    );
    const sims = new Map(podsIn(text));
    const lines = readFileSync(join(folder, `${topic}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    const runs = Map.groupBy(lines, ({ scenario, run }) => `${scenario} ${run}`);
    return [...runs.values()].map((all) => {
      const { scenario = "", run = 0 } = all[0] ?? {};
      const pod = sims.get(scenario);
      const raw = pods.get(scenario);
      if (!pod || !raw) throw new Error(`${name} has no pod ${scenario}`);
      return { topic, scenario, run, pod, raw, events: eventsOf(all, raw), endMs: endOf(all, raw) };
    });
  });
}

export function podsIn(text: string): [string, SimPod][] {
  return splitChunks(text).chunks.flatMap(({ content }) => {
    const objects = objectsIn(parseChunk(content.text), false, { minor: 36, customResources: builtInCustomResources });
    return objects.flatMap((object): [string, SimPod][] => {
      const pod = simPod(object);
      return pod ? [[object.name ?? "", pod]] : [];
    });
  });
}

function eventsOf(lines: readonly Line[], raw: RawPod): Observed[] {
  const told = raw.metadata.annotations ?? {};
  const grace = told["rig/grace"] ?? String(raw.spec.terminationGracePeriodSeconds ?? 30);
  let stored = false;
  let deadline = false;
  const events = lines.flatMap((line): Observed[] => {
    const { kind, container, t_ms: atMs } = line;
    const detail = line.detail === undefined ? undefined : String(line.detail);
    const make = (as: EventKind, words = detail): Observed[] => [{ kind: as, container, detail: words, atMs }];
    if (!stored) {
      stored = true;
      if (kind === "pod-phase") return make("stored", undefined);
      return [...make("stored", undefined), ...(vocabulary.has(kind) ? make(kind as EventKind) : [])];
    }
    if (kind === "delete-request") return make(kind, grace);
    if (kind === "delete-request-again") return make(kind, told["rig/again-grace"] ?? grace);
    if (kind === "event" && detail?.startsWith("Failed: Error:")) return make("start-failed", "RunContainerError");
    if (kind === "event" && detail?.startsWith("FailedCreatePodSandBox")) return make("sandbox-failed", undefined);
    if (
      kind === "event" &&
      detail?.startsWith("DeadlineExceeded") &&
      !deadline &&
      "activeDeadlineSeconds" in raw.spec
    ) {
      deadline = true;
      return make("deadline");
    }
    if (!vocabulary.has(kind)) return [];
    if (kind === "stop-begins") return make(kind, detail?.replace(/^grace /, ""));
    if (kind === "container-started" || kind === "liveness-kill" || kind === "startup-kill")
      return make(kind, undefined);
    if (kind === "backoff") return make(kind, `${goSeconds(detail ?? "")}s`);
    return make(kind as EventKind);
  });
  return events.sort((a, b) => a.atMs - b.atMs);
}

/** `1m20s` is 80. */
function goSeconds(text: string): number {
  const [, minutes = "0", seconds = "0"] = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Runs are watched for `rig/for` seconds from the first start, or until the pod is gone and the tail has passed. */
function endOf(lines: readonly Line[], raw: RawPod): number {
  const last = Math.max(...lines.map(({ t_ms }) => t_ms));
  const removed = lines.find(({ kind }) => kind === "pod-removed")?.t_ms;
  if (removed !== undefined)
    return Math.max(last, removed + Number(raw.metadata.annotations?.["rig/tail"] ?? 0) * 1000);
  return Math.max(last, Number(raw.metadata.annotations?.["rig/for"] ?? 0) * 1000);
}
