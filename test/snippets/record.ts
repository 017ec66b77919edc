// Asks the API server's own code about every snippet and example and writes verdicts.jsonl. Run it after changing one of them:
//   VERDICT=PROGRAM npm run record-snippets
// PROGRAM reads a manifest from stdin and prints one JSON line an object: {kind, name, verdict, errors: [{type, field}], warnings}.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { readExamples } from "./examples.ts";
import { readSnippets, variants } from "./snippets.ts";
import { hashOf, type Recorded, recordPath, type Verdict } from "./verdicts.ts";

const program = process.env["VERDICT"];
if (!program) {
  console.error("Set VERDICT to the program that answers as the API server does.");
  process.exit(2);
}

function ask(text: string): Verdict[] {
  const { stdout, status, stderr } = spawnSync(program ?? "", { input: text, encoding: "utf8" });
  if (status !== 0 && !stdout) throw new Error(`${program}: ${stderr}`);
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const { kind, name, verdict, errors, warnings } = JSON.parse(line);
      return { kind, name, verdict, errors, warnings };
    });
}

const texts = [
  ...readSnippets().flatMap((snippet) =>
    variants(snippet).map((text, index) => ({
      of: index === 0 ? snippet.id : `${snippet.id} (choice ${index})`,
      text,
    })),
  ),
  ...readExamples().map(({ path, text }) => ({ of: `examples/${path}`, text })),
];
const lines = texts.map(({ of, text }): Recorded => ({ of, hash: hashOf(text), objects: ask(text) }));
writeFileSync(recordPath, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
for (const { of, objects } of lines) {
  for (const { kind, name, verdict, errors, warnings } of objects) {
    if (verdict === "accepted" && warnings.length === 0) continue;
    console.log(
      `${of}: ${kind} ${name} ${verdict} ${errors.map((error) => `${error.type} ${error.field ?? ""}`).join(", ")} ${warnings.join("; ")}`,
    );
  }
}
console.log(`${lines.length} texts asked`);
