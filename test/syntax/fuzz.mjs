// Mutates manifests and compares our reading with kubectl's own parser. Not part of npm test: it needs the built yaml2json tool.
// Usage: node --import ./test/register.mjs test/syntax/fuzz.mjs YAML2JSON FOLDER [SEED] [COUNT]
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { difference } from "./yaml-answers.ts";

const [tool, folder, seed = "1", count = "5000"] = process.argv.slice(2);
if (!tool || !folder) {
  console.error("Usage: fuzz.mjs YAML2JSON FOLDER [SEED] [COUNT]");
  process.exit(2);
}

/** Mulberry32: the same numbers for the same seed everywhere. */
function random(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const next = random(Number(seed));
const pick = (list) => list[Math.floor(next() * list.length)];

const inserts = [
  "\t",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\r",
  ":",
  ": ",
  " #",
  "#",
  "-",
  "- ",
  "? ",
  "[",
  "]",
  "{",
  "}",
  ",",
  "'",
  '"',
  "|",
  "|-",
  ">",
  ">2",
  "&a ",
  "*a",
  "<<: *a",
  "!!str ",
  "!!int ",
  "!x ",
  "%",
  "@",
  "`",
  "---\n",
  "...\n",
  "~",
  "null",
  "yes",
  "0x1F",
  "0o17",
  "017",
  "1_000",
  "1e3",
  ".inf",
  ".nan",
  "1:30",
  "2001-01-01",
  "\u0085",
  "\u2028",
  "\uFEFF",
  "\u0007",
  "\u00e9",
  "😀",
  "\\",
  "\\n",
  "\\x41",
  "\\q",
  "=",
  "<<",
  "  - x\n",
  "\n\n",
  "\n  ",
  "\n\t",
  "key: value\n",
  "? a\n: b\n",
  "{a: 1, b}",
  "[a, b: c]",
];

function mutate(text) {
  let result = text;
  for (let times = 1 + Math.floor(next() * 3); times > 0; times--) {
    const at = Math.floor(next() * (result.length + 1));
    const length = 1 + Math.floor(next() * 6);
    const lines = result.split("\n");
    const line = Math.floor(next() * lines.length);
    const kind = Math.floor(next() * 7);
    if (kind <= 1) result = result.slice(0, at) + pick(inserts) + result.slice(at);
    else if (kind === 2) result = result.slice(0, at) + result.slice(at + length);
    else if (kind === 3)
      result = result.slice(0, at) + result[Math.floor(next() * result.length)] + result.slice(at + 1);
    else if (kind === 4) lines.splice(line, 1 + (next() < 0.3 ? 1 : 0));
    else if (kind === 5) lines[line] = (next() < 0.5 ? "  " : " ") + (lines[line] ?? "");
    else lines[line] = (lines[line] ?? "").replace(/^ {1,2}/, "");
    if (kind >= 4) result = lines.join("\n");
  }
  return result;
}

const manifests = globSync("**/*.{yaml,yml,json}", { cwd: folder })
  .sort()
  .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
// Half a surrogate pair cannot be saved: editors write U+FFFD for it.
const texts = Array.from({ length: Number(count) }, () => mutate(pick(manifests)).toWellFormed());
const lines = execFileSync(tool, ["-lines"], {
  input: texts.map((text) => JSON.stringify(text)).join("\n"),
  maxBuffer: 1 << 30,
  encoding: "utf8",
})
  .trim()
  .split("\n");
// RECORD=1 prints every text with kubectl's answer, to be kept as test data.
if (process.env.RECORD)
  for (const [index, yaml] of texts.entries())
    console.log(JSON.stringify({ yaml, documents: JSON.parse(lines[index]) }));
let right = 0;
for (const [index, yaml] of texts.entries()) {
  const documents = JSON.parse(lines[index]);
  const why = difference({ yaml, documents });
  if (why === undefined) right++;
  else console.log(JSON.stringify({ why, yaml, documents }));
}
if (!process.env.RECORD) console.log(`right ${right}/${texts.length} (seed ${seed})`);
