// Random agreement: VERDICT=PROGRAM npm run -s random -- [--seeds 1,2,3] [--count 5000] [--shrink 3]
// Makes `count` manifests a seed, asks the API server's own code, and prints where our errors differ, grouped by cause and made small.
import { parseArgs } from "node:util";
import { verdictProgram } from "../ask.ts";
import type { Coverage } from "./bases.ts";
import { growAll, type Made, make } from "./generate.ts";
import { causeOf, type Judged, judgeAll } from "./judged.ts";
import { seeded } from "./rng.ts";
import { shrunk } from "./shrink.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1,2,3,4" },
    count: { type: "string", default: "5000" },
    /** How many of each cause are shown. */
    shrink: { type: "string", default: "1" },
    /** Shows them as they were made. */
    raw: { type: "boolean", default: false },
  },
});
const program = verdictProgram();

interface Case {
  readonly made: Made;
  readonly judged: Judged;
}
const causes = new Map<string, Case[]>();
const sum = { manifests: 0, objects: 0, refused: 0, missed: 0, false: 0, elsewhere: 0 };

for (const seed of values.seeds.split(",").map(Number)) {
  const coverage: Coverage = new Map();
  const { manifests, asked } = growAll(program, seed, coverage);
  const before = { ...sum };
  for (const each of asked) count(each);
  const rng = seeded(seed + 1_000_000);
  for (let left = Number(values.count); left > 0; left -= 1000) {
    const made = Array.from({ length: Math.min(left, 1000) }, () => make(manifests, rng));
    const answers = judgeAll(
      program,
      made.map((each) => each.text),
    );
    for (const [index, judged] of answers.entries()) {
      const one = made[index];
      if (one) count({ made: one, judged });
    }
  }
  const of = (name: keyof typeof sum) => sum[name] - before[name];
  console.log(
    `seed ${seed}: ${of("manifests")} manifests (${coverage.size} fields grown), ${of("objects")} objects, ${of("refused")} refused; missed ${of("missed")}, false ${of("false")}, elsewhere ${of("elsewhere")}`,
  );
}

function count(each: Case): void {
  sum.manifests++;
  const known = each.judged.recorded.filter(({ verdict }) => verdict !== "unknown-kind");
  sum.objects += known.length;
  sum.refused += known.filter(({ verdict }) => verdict !== "accepted").length;
  for (const how of ["missed", "false", "elsewhere"] as const)
    if (each.judged.disagreements.some((one) => one.how === how)) sum[how]++;
  for (const cause of new Set(each.judged.disagreements.map(causeOf)))
    causes.set(cause, [...(causes.get(cause) ?? []), each]);
}

const order = ["false", "missed", "elsewhere"];
const sorted = [...causes].sort(
  ([a, some], [b, others]) =>
    order.indexOf(a.split(" ")[0] ?? "") - order.indexOf(b.split(" ")[0] ?? "") || others.length - some.length,
);
for (const [cause, cases] of sorted) {
  console.log(`\n=== ${cases.length} × ${cause}`);
  const small = cases.toSorted((a, b) => a.made.text.length - b.made.text.length);
  for (const { made } of small.slice(0, Number(values.shrink))) {
    if (values.raw) console.log(made.text);
    const text = values.raw ? made.text : shrunk(program, made.text, made.manifest, cause);
    console.log(text);
    for (const { recorded, disagreements } of judgeAll(program, [text]))
      console.log(
        `  server: ${JSON.stringify(recorded.map((r) => [r.verdict, (r.viaKubectl ?? r).errors]))}\n  ${JSON.stringify(disagreements)}`,
      );
  }
}
const rate = (n: number) => `${((1000 * n) / sum.manifests).toFixed(2)} in 1,000`;
console.log(
  `\n${sum.manifests} manifests, ${sum.objects} objects, ${sum.refused} refused; missed ${sum.missed}, false ${sum.false}: ${rate(sum.missed + sum.false)}; elsewhere ${sum.elsewhere}: ${rate(sum.elsewhere)}`,
);
process.exitCode = sum.missed + sum.false > sum.manifests / 1000 ? 1 : 0;
