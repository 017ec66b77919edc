// Writes server/src/knowledge/*.generated.ts from data/*.json: one string a table, so that loading costs nothing until first use.
// Usage: node scripts/generate-knowledge.mjs [--check]   (exit 1 when a file is stale)
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

function generated(source, constant) {
  const compact = JSON.stringify(JSON.parse(readFileSync(join(root, "data", source), "utf8")));
  return `// Made by scripts/generate-knowledge.mjs from data/${source}. Do not edit.\nexport const ${constant} = ${JSON.stringify(compact)};\n`;
}

for (const [source, constant] of [
  ["schema.json", "schemaJson"],
  ["constraints.json", "constraintsJson"],
]) {
  const path = join(root, "server/src/knowledge", source.replace(".json", ".generated.ts"));
  const text = generated(source, constant);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  if (process.argv.includes("--check")) {
    console.log(`${path} is stale: run node scripts/generate-knowledge.mjs`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
