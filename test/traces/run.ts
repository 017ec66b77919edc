// `npm run traces -- [DIR]`: every recorded run against the rules. DIR holds pairs NN.yaml and NN.jsonl.
// Exit 1 when an event came when it was not allowed, or stayed away.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadRuns } from "./load.ts";
import { walk } from "./walk.ts";

const [given] = process.argv.slice(2);
const folder = given === undefined ? join(import.meta.dirname, "data") : resolve(process.env["INIT_CWD"] ?? ".", given);

if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith(".yaml"))) {
  console.error(`There are no pairs NN.yaml and NN.jsonl in ${folder}.`);
  process.exit(2);
}

const topics = new Map<string, { runs: number; inside: number; all: number; missing: number }>();
const edges = new Map<string, { count: number; least: number; most: number; width: number }>();
for (const run of loadRuns(folder)) {
  const { inside, outside, missing } = walk(run);
  const row = topics.get(run.topic) ?? { runs: 0, inside: 0, all: 0, missing: 0 };
  // `stored` is where the walk begins, deletions are what the rig did.
  topics.set(run.topic, {
    runs: row.runs + 1,
    inside: row.inside + inside.length,
    all: row.all + inside.length + outside.length,
    missing: row.missing + missing.length,
  });
  for (const each of inside) {
    const key = `${each.event.kind} ${each.edge}`;
    const edge = edges.get(key) ?? {
      count: 0,
      least: Number.POSITIVE_INFINITY,
      most: Number.NEGATIVE_INFINITY,
      width: 0,
    };
    edges.set(key, {
      count: edge.count + 1,
      least: Math.min(edge.least, each.afterMs - each.afterMinMs),
      most: Math.max(edge.most, each.afterMs - each.afterMaxMs),
      width: Math.max(edge.width, each.afterMaxMs - each.afterMinMs),
    });
  }
  const where = `${run.topic} ${run.scenario} ${run.run}`;
  for (const { event, allowed } of outside)
    console.log(
      `outside  ${where}  ${event.atMs} ${event.container ?? "pod"} ${event.kind} ${event.detail ?? ""}  (allowed: ${allowed.join("; ") || "never"})`,
    );
  for (const each of missing)
    console.log(
      `missing  ${where}  ${each.container ?? "pod"} ${each.kind} ${each.detail ?? ""} by ${each.dueMs} (${each.edge})`,
    );
}

const cells = (...columns: readonly (string | number)[]) =>
  columns.map((each, index) => (index === 0 ? String(each).padEnd(24) : String(each).padStart(10))).join("");
console.log(cells("topic", "runs", "inside", "events", "missing"));
for (const [topic, { runs, inside, all, missing }] of topics) console.log(cells(topic, runs, inside, all, missing));
console.log();
console.log("Widest interval of each edge, and how near the recorded events came to its ends (ms):");
console.log(`${"".padEnd(20)}${cells("edge", "events", "width", "from min", "to max")}`);
for (const [key, { count, least, most, width }] of [...edges].sort()) {
  const [kind = "", edge = ""] = key.split(" ");
  console.log(`${kind.padEnd(20)}${cells(edge.slice(0, 30), count, width, least, -most)}`);
}
const totals = [...topics.values()].reduce(
  (a, b) => ({ runs: 0, inside: a.inside + b.inside, all: a.all + b.all, missing: a.missing + b.missing }),
  { runs: 0, inside: 0, all: 0, missing: 0 },
);
console.log(`events inside ${totals.inside}/${totals.all}, certain events missing ${totals.missing}`);
process.exitCode = totals.inside === totals.all && totals.missing === 0 ? 0 : 1;
