// The recorded runs: all allowed by the rules, and tampered ones noticed.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { edges } from "../../server/src/simulate/edges/index.ts";
import { loadRuns } from "./load.ts";
import { printTable, shiftedKinds, tamper } from "./tamper.ts";
import { walk } from "./walk.ts";

const runs = loadRuns(join(import.meta.dirname, "data"));

test("every recorded event came when the rules allow it, and none stayed away", () => {
  const known = new Set(Object.values(edges).flatMap((subject) => Object.values(subject).map(({ id }) => id)));
  for (const run of runs) {
    const { inside, outside, missing } = walk(run);
    assert.deepEqual({ outside, missing }, { outside: [], missing: [] }, `${run.scenario} ${run.run}`);
    assert.equal(inside.length, run.events.filter(({ kind }) => !done.has(kind)).length);
    for (const { edge } of inside) assert.ok(known.has(edge), `${edge} is in the table of edges`);
  }
  assert.ok(runs.length > 250);
});

const done: ReadonlySet<string> = new Set(["stored", "sandbox-failed", "delete-request", "delete-request-again"]);

test("tampered runs are noticed", () => {
  const table = tamper(runs, 4);
  console.log(printTable(table));
  for (const kind of shiftedKinds) {
    const rows = [...table].filter(([row]) => row.startsWith(`${kind} moved`));
    const tried = rows.reduce((sum, [, { tried }]) => sum + tried, 0);
    const caught = rows.reduce((sum, [, { caught }]) => sum + caught, 0);
    assert.ok(tried > 50 && caught / tried >= 0.95, `${kind} moved by 3 s or more: ${caught} of ${tried} noticed`);
    // The last KILL of a run stands after the pod's removal: nobody knows how long one watched.
    const out = table.get(`${kind} left out`);
    assert.ok(out && out.caught / out.tried >= 0.9, `${kind} left out`);
  }
  const exchanged = table.get("two exchanged");
  assert.ok(exchanged && exchanged.caught / exchanged.tried >= 0.95);
});
