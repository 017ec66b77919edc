// Asks the API server's own code about every manifest under own/ and writes own/verdicts.jsonl. Run it after adding or changing one:
//   VERDICT=PROGRAM npm run record-verdicts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, verdictProgram } from "./ask.ts";

const folder = join(import.meta.dirname, "own");
const lines = ask(verdictProgram(), [folder], folder)
  .map((each) => JSON.stringify(each))
  .sort();
writeFileSync(join(folder, "verdicts.jsonl"), `${lines.join("\n")}\n`);
console.log(`${lines.length} objects recorded`);
