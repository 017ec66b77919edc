// Compares our reading with recorded answers of kubectl's own parser. `npm run yaml-answers -- [FILE]`; exit 1 below 99 %.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { asKubectl, refused } from "./asKubectl.ts";

export interface Answer {
  readonly yaml: string;
  readonly documents: readonly unknown[] | typeof refused;
}

export const answersPath = join(import.meta.dirname, "yaml-answers.jsonl");

export function readAnswers(path: string): Answer[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Answer);
}

/** undefined: the same; else in which way we differ. */
export function difference({ yaml, documents }: Answer): string | undefined {
  const ours = asKubectl(yaml);
  const weRefuse = ours.at(-1) === refused;
  if (documents === refused) return weRefuse ? undefined : "accepts wrongly";
  if (weRefuse) return "refuses wrongly";
  // JSON has no -0, and numbers beyond 2^53 are compared as the doubles that JSON.parse makes of them.
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  return isDeepStrictEqual(plain(ours), plain(documents.filter((each) => each !== null))) ? undefined : "other value";
}

if (process.argv[1] === import.meta.filename) {
  const path = process.argv[2] ?? answersPath;
  let answers: Answer[];
  try {
    answers = readAnswers(path);
  } catch (error) {
    console.error(
      `${path} cannot be read as lines of {"yaml", "documents"}: ${error instanceof Error ? error.message : error}`,
    );
    process.exit(2);
  }
  const differing = answers
    .map((answer) => ({ answer, why: difference(answer) }))
    .filter((each) => each.why !== undefined);
  for (const { answer, why } of differing) {
    console.log(
      `${why}: ${JSON.stringify(answer.yaml)}\n    kubectl ${JSON.stringify(answer.documents)}\n    ours    ${JSON.stringify(asKubectl(answer.yaml))}`,
    );
  }
  console.log(`right ${answers.length - differing.length}/${answers.length}`);
  if (differing.length > answers.length * 0.01) process.exitCode = 1;
}
