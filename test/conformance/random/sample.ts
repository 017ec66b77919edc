// Records 2,000 of the random manifests with what the API server's own code says of them, for the test beside:
//   VERDICT=PROGRAM npm run -s random-sample
// Small ones only, so that the file stays readable; the others are for run.ts.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { verdictProgram } from "../ask.ts";
import type { Recorded, ServerError } from "../compare.ts";
import { growAll, make } from "./generate.ts";
import { type Judged, judgeAll } from "./judged.ts";
import { seeded } from "./rng.ts";

const seeds = [1, 2, 3, 6];
const each = 500;
const longest = 1_500;

const program = verdictProgram();
const sample = seeds.flatMap((seed) => {
  const { manifests } = growAll(program, seed, new Map());
  const rng = seeded(seed + 2_000_000);
  const texts: string[] = [];
  while (texts.length < each) {
    const { text } = make(manifests, rng);
    if (text.length <= longest) texts.push(text);
  }
  return judgeAll(program, texts);
});
writeFileSync(join(import.meta.dirname, "sample.jsonl"), sample.map((one) => `${line(one)}\n`).join(""));
const differing = sample.filter((one) => one.disagreements.length > 0);
for (const { text, disagreements } of differing) console.log(`${JSON.stringify(disagreements)}\n${text}\n`);
console.log(`${sample.length} manifests recorded, ${differing.length} of them disagree`);

function line({ text, recorded }: Judged): string {
  return JSON.stringify({ text, recorded: recorded.map(plain) });
}

/** What a comparison looks at. */
function plain({ doc, item, apiVersion, kind, verdict, errors, viaKubectl }: Recorded): object {
  const brief = (all: readonly ServerError[]) => all.map(({ type, field }) => ({ type, field }));
  return {
    doc,
    item,
    apiVersion,
    kind,
    verdict,
    errors: brief(errors),
    viaKubectl: viaKubectl && { verdict: viaKubectl.verdict, errors: brief(viaKubectl.errors) },
  };
}
