// What our scopes look like in the themes that come with VS Code: told apart from ordinary keys and values, never in the colour of a mistake.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import textmate, { type IRawTheme } from "vscode-textmate";
import { vscodeFolder } from "../../scripts/setup-vscode.mjs";
import { yamlRegistry } from "./tokens.ts";

const { grammar, registry } = await yamlRegistry(true);
const folder = join(vscodeFolder, "extensions");
const themes = globSync("theme-*/themes/*.json", { cwd: folder }).filter(
  (path) => tokenColors(join(folder, path)).length > 0,
);
/** Where readers look longest; all of them tell our keys apart. Others may have fewer colours than YAML has kinds of words. */
const common = [
  "dark_modern",
  "light_modern",
  "dark_plus",
  "light_plus",
  "2026-dark",
  "2026-light",
  "hc_black",
  "hc_light",
];

const sample = {
  key: ["replicas: 3", 0],
  probe: ["livenessProbe: 3", 0],
  hook: ["preStop: 3", 0],
  handler: ["httpGet:", 0],
  threshold: ["periodSeconds: 3", 0],
  value: ["image: Always", 7],
  policy: ["restartPolicy: Always", 15],
  phase: ["phase: Running", 7],
  variable: ["a: &name 1", 4],
  illegal: ["a: b: c", 4],
} satisfies Record<string, [text: string, at: number]>;

test("VS Code comes with themes", () => assert.ok(themes.length > 15));

for (const path of themes) {
  const name = basename(path, ".json").replace(/-color-theme$/, "");
  test(`${name}: our words look like no mistake${common.includes(name) ? " and differ from the others" : ""}`, () => {
    registry.setTheme({ name, settings: tokenColors(join(folder, path)) });
    const colours = Object.fromEntries(Object.entries(sample).map(([word, [text, at]]) => [word, colourAt(text, at)]));
    for (const word of ["probe", "hook", "handler", "threshold", "policy", "phase"]) {
      // A theme may paint every variable of every language as it paints mistakes.
      if (colours[word] !== colours["variable"]) assert.notEqual(colours[word], colours["illegal"], word);
    }
    if (!common.includes(name)) return;
    for (const word of ["probe", "hook", "handler"]) assert.notEqual(colours[word], colours["key"], word);
    for (const word of ["policy", "phase"]) assert.notEqual(colours[word], colours["value"], word);
    assert.equal(colours["probe"], colours["hook"]);
  });
}

/** Colour and font style of a character, as one number each. */
function colourAt(text: string, at: number): string {
  const { tokens } = grammar.tokenizeLine2(text, textmate.INITIAL);
  let metadata = 0;
  for (let index = 0; index < tokens.length && (tokens[index] ?? 0) <= at; index += 2)
    metadata = tokens[index + 1] ?? 0;
  const style = (metadata >>> 11) & 0xf;
  return `${registry.getColorMap()[(metadata >>> 15) & 0x1ff]} ${style}`;
}

/** A theme's own rules behind those that it includes. */
function tokenColors(path: string): IRawTheme["settings"] {
  const text = readFileSync(path, "utf8").replace(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[\s\S]*?\*\//g, "$1");
  const theme: { include?: string; tokenColors?: IRawTheme["settings"]; colors?: Record<string, string> } = JSON.parse(
    text.replace(/,(?=\s*[}\]])/g, ""),
  );
  const foreground = theme.colors?.["editor.foreground"];
  return [
    ...(theme.include ? tokenColors(join(dirname(path), theme.include)) : []),
    ...(foreground ? [{ settings: { foreground } }] : []),
    ...(Array.isArray(theme.tokenColors) ? theme.tokenColors : []),
  ];
}
