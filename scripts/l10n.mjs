// Keeps the Chinese bundle whole: lists what the code says and the bundle lacks or no longer needs, and merges new entries.
// Usage: node scripts/l10n.mjs [add FILE.json]   (exit 1 when something is missing or unused)
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const bundlePath = join(root, "l10n", "bundle.l10n.zh-cn.json");
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The literals of every `l10n.t("…")` in the sources. A template or variable there is an error: the bundle could never hold it. */
export function literalsInCode() {
  const found = new Map();
  for (const folder of ["server/src", "client/src", "client/webview"]) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      if (!name.endsWith(".ts")) continue;
      const path = join(root, folder, name);
      const text = readFileSync(path, "utf8");
      for (const call of text.matchAll(/\bl10n\.t\(\s*(?:("(?:[^"\\\n]|\\.)*")|('(?:[^'\\\n]|\\.)*')|(`[^`$]*`))?/g)) {
        const other = (call[2] ?? call[3])?.slice(1, -1);
        const literal =
          call[1] ?? (other && `"${other.replace(/\\(['`])|"/g, (sign, quote) => quote ?? `\\${sign}`)}"`);
        if (literal === undefined)
          throw new Error(`${join(folder, name)}: l10n.t needs a literal: ${text.slice(call.index, call.index + 60)}`);
        found.set(JSON.parse(literal), join(folder, name));
      }
    }
  }
  return found;
}

/** What is missing in the bundle, unused in it, or has other placeholders than the English. */
export function differences() {
  const code = literalsInCode();
  const bundle = readJson(bundlePath);
  const holes = (text) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join();
  return {
    missing: [...code].filter(([text]) => !(text in bundle)).map(([text, file]) => `${file}: ${text}`),
    unused: Object.keys(bundle).filter((text) => !code.has(text)),
    placeholders: Object.entries(bundle)
      .filter(([en, zh]) => holes(en) !== holes(zh))
      .map(([en]) => en),
  };
}

function add(file) {
  const merged = { ...readJson(bundlePath), ...readJson(file) };
  const sorted = Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(`${bundlePath}.new`, `${JSON.stringify(sorted, null, 2)}\n`);
  renameSync(`${bundlePath}.new`, bundlePath);
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv[2] === "add") add(process.argv[3]);
  const { missing, unused, placeholders } = differences();
  for (const [label, list] of Object.entries({ missing, unused, placeholders }))
    for (const entry of list) console.log(`${label}  ${entry}`);
  if (missing.length + unused.length + placeholders.length > 0) process.exitCode = 1;
}
