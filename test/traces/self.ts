// `node --import ./test/register.mjs test/traces/self.ts`: what the rules notice in tampered runs, with all that escapes.
import { join } from "node:path";
import { loadRuns } from "./load.ts";
import { printTable, tamper } from "./tamper.ts";

const table = tamper(loadRuns(join(import.meta.dirname, "data")), Number(process.argv[2] ?? 1));
console.log(printTable(table));
for (const [row, { escaped }] of table) for (const each of escaped) console.log(`escaped  ${row}: ${each}`);
