// Tokens as VS Code makes them: its own engine, its own YAML and shell grammars, with or without ours injected.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type Registry } from "vscode-textmate";
import { setupVscode, vscodeFolder } from "../../scripts/setup-vscode.mjs";

const root = join(import.meta.dirname, "../..");
const own = ["lifecycle-keys", "lifecycle-values", "shell-words", "shell-lines", "shell-heredoc"].map(
  (name) => `syntaxes/${name}.tmLanguage.json`,
);

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

let wasm: Promise<void> | undefined;

async function registry(files: readonly string[], injected: readonly string[]): Promise<Registry> {
  wasm ??= oniguruma.loadWASM(
    readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")).buffer as ArrayBuffer,
  );
  await wasm;
  const grammars = new Map(
    [...files, ...injected].map((path) => {
      const raw = textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
      return [raw.scopeName, raw];
    }),
  );
  const names = injected.map((path) => textmate.parseRawGrammar(readFileSync(path, "utf8"), path).scopeName);
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => grammars.get(scope) ?? null,
    getInjections: (scope) => (scope === "source.yaml" ? names : undefined),
  });
}

/** @param injected whether our grammars are there */
export async function yamlGrammar(injected: boolean): Promise<IGrammar> {
  return (await yamlRegistry(injected)).grammar;
}

export async function yamlRegistry(injected: boolean): Promise<{ grammar: IGrammar; registry: Registry }> {
  setupVscode();
  const extensions = join(vscodeFolder, "extensions");
  const builtIn = [
    ...["yaml", "yaml-1.0", "yaml-1.1", "yaml-1.2", "yaml-1.3", "yaml-embedded"].map((name) =>
      join(extensions, `yaml/syntaxes/${name}.tmLanguage.json`),
    ),
    join(extensions, "shellscript/syntaxes/shell-unix-bash.tmLanguage.json"),
  ];
  const made = await registry(builtIn, injected ? own.map((path) => join(root, path)) : []);
  const grammar = await made.loadGrammar("source.yaml");
  if (!grammar) throw new Error("VS Code has no YAML grammar");
  return { grammar, registry: made };
}

export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}
