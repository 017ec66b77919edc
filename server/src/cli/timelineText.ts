// A trace for a terminal: a lane for each container, then what happens, a line for each event that matters.
import * as l10n from "@vscode/l10n";
import { durationBetween } from "../explain/duration.ts";
import { eventText } from "../explain/event.ts";
import { podLineAt } from "../explain/podLine.ts";
import type { Trace, TraceEvent } from "../simulate/trace.ts";
import type { SimNote } from "../simulate/types.ts";
import { axis, lane } from "./timelineLanes.ts";

export interface Timeline {
  readonly name: string;
  readonly scenario: string;
  readonly trace: Trace;
  readonly notes: readonly SimNote[];
}

const mostLines = 60;
const mostLanes = 12;

export function timelineText({ name, scenario, trace, notes }: Timeline, columns: number): string {
  const width = Math.min(Math.max(columns, 60), 160);
  const shown = trace.events.filter((event) => matters(trace, event));
  const endMs = shown.at(-1)?.typicalMs ?? trace.horizonMs;
  const untilMs = Math.min(trace.horizonMs, Math.max(10_000, Math.round(endMs * 1.1)));
  const label = Math.min(20, Math.max(6, ...trace.containers.map((each) => each.name.length)));
  const lines = [`${name} · ${scenario}`, ""];
  for (const { name: container } of trace.containers.slice(0, mostLanes))
    lines.push(`${container.slice(0, label).padEnd(label)} ${lane(trace, container, untilMs, width - label - 1)}`);
  if (trace.containers.length > mostLanes)
    lines.push(l10n.t("… and {0} more containers", trace.containers.length - mostLanes));
  lines.push(`${" ".repeat(label)} ${axis(untilMs, width - label - 1)}`);
  lines.push(
    l10n.t("· waits  ▁ runs, not ready  █ ready  ▒ told to stop  × ended"),
    l10n.t("$ what kubectl get pod prints: READY STATUS RESTARTS AGE"),
    "",
  );
  lines.push(...story(trace, new Set(shown.slice(0, mostLines)), shown[mostLines]?.typicalMs, width));
  if (shown.length > mostLines)
    lines.push(l10n.t("… and {0} more events; --format json has them all.", shown.length - mostLines));
  if (trace.truncated) lines.push(l10n.t("Stopped after {0} events.", trace.events.length));
  if (!trace.measured) lines.push(l10n.t("The times between pods were read in Kubernetes' source, not measured."));
  for (const { path, assumed } of notes)
    lines.push(l10n.t("{0} is not known here; {1} is assumed.", path.join("."), assumed));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** What happens, and between it what kubectl would print, whenever that changes. */
function story(trace: Trace, shown: ReadonlySet<TraceEvent>, endMs: number | undefined, width: number): string[] {
  const lines: string[] = [];
  let said = "";
  for (const [index, event] of trace.events.entries()) {
    const { typicalMs } = event;
    if (endMs !== undefined && typicalMs >= endMs) break;
    if (shown.has(event)) lines.push(...wrapped(clock(typicalMs), withRange(trace, event), width));
    if (trace.events[index + 1]?.typicalMs === typicalMs) continue;
    const line = podLineAt(trace, typicalMs);
    const now = line ? `${line.ready}  ${line.status}  ${line.restarts}` : "";
    if (line && now !== said) lines.push(`${clock(typicalMs)}  $ ${now}  ${line.age}`);
    said = now;
  }
  return lines;
}

/** What a reader wants to see; the rest is in the JSON. */
function matters(trace: Trace, { kind, detail = "", decides, container, life = 0 }: TraceEvent): boolean {
  if (kind === "probe-result") return decides === true || !detail.endsWith(" ok");
  if (kind === "ready-true") return true;
  if (kind === "state") return detail.startsWith("waiting:") && !/ContainerCreating|PodInitializing/.test(detail);
  if (kind === "started-true")
    return trace.containers.find(({ name }) => name === container)?.probes.startup !== undefined;
  if (kind === "container-started") return life >= 0;
  return ![
    "scheduled",
    "started-false",
    "ready-false",
    "pod-initialized-true",
    "endpoint-added",
    "endpoint-removed",
  ].includes(kind);
}

const clock = (ms: number): string => `${(ms / 1000).toFixed(1)} s`.padStart(10);

/** With the interval after the cause, where that is wide enough to matter. */
function withRange(trace: Trace, event: TraceEvent): string {
  const { cause, afterMinMs, afterMaxMs, input } = event;
  const text = eventText(trace, event);
  if (cause === undefined || input || afterMaxMs - afterMinMs < 1000) return text;
  return l10n.t("{0} (+{1})", text, durationBetween(afterMinMs, afterMaxMs));
}

function wrapped(head: string, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = head;
  let columns = head.length + 1;
  for (const word of text.split(/(?<=[ ，。；：、])/)) {
    const wide = columnsOf(word);
    if (columns + wide > width && columns > head.length + 2) {
      lines.push(line);
      line = " ".repeat(head.length);
      columns = head.length + 1;
    }
    line += columns === head.length + 1 ? `  ${word}` : word;
    columns += wide + (columns === head.length + 1 ? 1 : 0);
  }
  return [...lines, line];
}

/** Chinese characters take two columns. */
const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign)
        ? 2
        : 1),
    0,
  );
