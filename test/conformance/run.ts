// `npm run conformance -- [DIR]`: the table of agreement with the API server, by topic. DIR holds manifests and a verdicts.jsonl.
// Exit 1 when anything disagrees.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Compared, compare } from "./compare.ts";

const [given] = process.argv.slice(2);
const folders =
  given === undefined
    ? ["given", "own"].map((name) => join(import.meta.dirname, name))
    : [resolve(process.env["INIT_CWD"] ?? ".", given)];
for (const folder of folders) {
  if (existsSync(join(folder, "verdicts.jsonl"))) continue;
  console.error(`There is no verdicts.jsonl in ${folder}.`);
  process.exit(2);
}

const all = folders.flatMap((folder) => compare(folder));
const topicOf = ({ recorded }: Compared) => recorded.file.split("/")[0] ?? "";

function counts(some: readonly Compared[]) {
  const refused = some.filter((each) => each.refused);
  const accepted = some.filter((each) => !each.refused && each.recorded.verdict !== "unknown-kind");
  return {
    refused: refused.length,
    found: refused.filter((each) => each.errors.length > 0).length,
    atField: refused.filter((each) => each.errors.length > 0 && each.missed.length === 0).length,
    accepted: accepted.length,
    falseErrors: accepted.filter((each) => each.errors.length > 0).length,
  };
}

for (const { recorded, refused, errors, missed } of all) {
  const where = `${recorded.file}#${recorded.doc}${recorded.item === undefined ? "" : `[${recorded.item}]`}`;
  if (!refused && recorded.verdict !== "unknown-kind")
    for (const each of errors) console.log(`false    ${where}  ${each.rule} at ${each.path}: ${each.message}`);
  else if (missed.length > 0 || (refused && errors.length === 0)) {
    const wanted = missed.map((each) => `${each.type} ${each.field ?? ""}`).join(", ");
    console.log(
      `missed   ${where}  ${wanted}  (ours: ${errors.map((each) => `${each.rule} ${each.path}`).join(", ")})`,
    );
  }
}
console.log("\ntopic                          refused  found  at field  accepted  false errors");
for (const [topic, some] of Map.groupBy(all, topicOf)) {
  const of = counts(some);
  const cells = [of.refused, of.found, of.atField, of.accepted, of.falseErrors];
  console.log(
    topic.padEnd(30) + cells.map((each, index) => String(each).padStart([8, 7, 10, 10, 14][index] ?? 8)).join(""),
  );
}
const sum = counts(all);
console.log(
  `rejected found ${sum.found}/${sum.refused}, at the field ${sum.atField}/${sum.refused}; false errors ${sum.falseErrors}/${sum.accepted} accepted`,
);
process.exitCode = sum.found === sum.refused && sum.atField === sum.refused && sum.falseErrors === 0 ? 0 : 1;
