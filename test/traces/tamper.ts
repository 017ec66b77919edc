// Recorded runs with one event moved, left out or exchanged: would the rules notice?
import type { Observed, Verdict } from "../../server/src/simulate/monitor.ts";
import type { Run } from "./load.ts";
import { walk } from "./walk.ts";

export const shiftedKinds = ["sigterm", "killed", "exited", "liveness-kill", "container-started"] as const;
export const shifts = [-10_000, -3000, 3000, 10_000] as const;

export interface Tally {
  tried: number;
  caught: number;
  readonly escaped: string[];
}

export type Table = Map<string, Tally>;

const isCaught = ({ outside, missing }: Verdict): boolean => outside.length + missing.length > 0;

/** Every `every`-th run, to keep tests short. */
export function tamper(runs: readonly Run[], every = 1): Table {
  const table: Table = new Map();
  const count = (row: string, run: Run, event: Observed, verdict: Verdict) => {
    const tally = table.get(row) ?? { tried: 0, caught: 0, escaped: [] };
    table.set(row, tally);
    tally.tried++;
    if (isCaught(verdict)) tally.caught++;
    else
      tally.escaped.push(`${run.scenario} ${run.run} ${event.atMs} ${event.container ?? "pod"} ${event.detail ?? ""}`);
  };
  for (const run of runs.filter((_, index) => index % every === 0)) {
    for (const kind of shiftedKinds) {
      for (const event of run.events.filter((each) => each.kind === kind)) {
        for (const by of shifts) {
          const moved = { ...event, atMs: event.atMs + by };
          if (moved.atMs > run.endMs) continue;
          count(`${kind} moved by ${by / 1000} s`, run, event, walk(run, replaced(run.events, event, moved)));
        }
        count(
          `${kind} left out`,
          run,
          event,
          walk(
            run,
            run.events.filter((each) => each !== event),
          ),
        );
      }
    }
    swap(run, count);
  }
  return table;
}

/** The times of two neighbours of different kinds that stand at least a second apart. */
function swap(run: Run, count: (row: string, run: Run, event: Observed, verdict: Verdict) => void): void {
  const some = run.events.filter(({ kind }) => (shiftedKinds as readonly string[]).includes(kind));
  for (let index = 1; index < some.length; index++) {
    const [one, two] = [some[index - 1], some[index]];
    if (!one || !two || one.kind === two.kind || two.atMs - one.atMs < 1000) continue;
    const events = replaced(replaced(run.events, one, { ...one, atMs: two.atMs }), two, { ...two, atMs: one.atMs });
    count("two exchanged", run, one, walk(run, events));
  }
}

function replaced(events: readonly Observed[], old: Observed, now: Observed): Observed[] {
  return events.map((each) => (each === old ? now : each)).sort((a, b) => a.atMs - b.atMs);
}

export function printTable(table: Table): string {
  const rows = [...table].map(([row, { tried, caught }]) => {
    const share = tried === 0 ? "" : `${((100 * caught) / tried).toFixed(1)} %`;
    return `${row.padEnd(40)}${String(tried).padStart(7)}${String(caught).padStart(8)}${share.padStart(9)}`;
  });
  return [`${"tampered with".padEnd(40)}${"tried".padStart(7)}${"caught".padStart(8)}`, ...rows].join("\n");
}
