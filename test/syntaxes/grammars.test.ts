// Our grammars in VS Code's own engine, injected into its own YAML grammar.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readExamples } from "../snippets/examples.ts";
import { readSnippets, variants } from "../snippets/snippets.ts";
import { readMarked } from "./marked.ts";
import { type Token, tokenize, yamlGrammar } from "./tokens.ts";

const injected = await yamlGrammar(true);
const plain = await yamlGrammar(false);
const given = join(import.meta.dirname, "../conformance/given");

for (const { name, text, marks } of readMarked()) {
  test(`${name}: the marked places`, () => {
    const lines = tokenize(injected, text);
    assert.ok(marks.length > 20);
    for (const { line, from, to, wanted, unwanted } of marks) {
      for (let at = from; at < to; at++) {
        const scopes = scopesAt(lines[line] ?? [], at);
        const where = `line ${line + 1}, column ${at + 1}: ${scopes.join(" ")}`;
        for (const scope of wanted)
          assert.ok(
            scopes.some((each) => isIn(each, scope)),
            `${where} lacks ${scope}`,
          );
        for (const scope of unwanted) assert.ok(!scopes.some((each) => isIn(each, scope)), `${where} has ${scope}`);
      }
    }
  });
}

test("what we do not colour keeps its colours", () => {
  const texts = [
    ...readExamples().map(({ text }) => text),
    ...readMarked().map(({ text }) => text),
    ...readSnippets().flatMap((snippet) => variants(snippet)),
    ...globSync("*/*.yaml", { cwd: given }).map((path) => readFileSync(join(given, path), "utf8")),
  ];
  assert.ok(texts.length > 400);
  for (const text of texts) {
    const before = tokenize(plain, text);
    for (const [number, tokens] of tokenize(injected, text).entries()) {
      const line = tokens.map((each) => each.text).join("");
      for (let at = 0; at < line.length; at++) {
        const scopes = scopesAt(tokens, at);
        if (/\s/.test(line[at] ?? "") || scopes.some((scope) => scope.startsWith("meta.embedded."))) continue;
        const kept = scopes.filter((scope) => !scope.endsWith(".kubernetes"));
        assert.deepEqual(kept, scopesAt(before[number] ?? [], at), `${line}\n${" ".repeat(at)}^`);
      }
    }
  }
});

test("the shell ends where its text ends, whatever it opens", () => {
  const openers = [
    "'",
    '"',
    "`",
    "$(",
    "${",
    "((",
    "[[",
    "{",
    "if x",
    "case a in",
    "for",
    "cat <<EOF",
    "f() {",
    "\\",
    "$((",
    "<(",
  ];
  for (const opener of openers) {
    const quoted = opener.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
    const text = [
      "a:",
      "  - sh",
      "  - -c",
      "  - |",
      `    echo ${opener}`,
      "  - after",
      "b:",
      `- sh`,
      "- -c",
      `- echo ${opener}`,
      "- after",
      `c: ["sh", "-c", "echo ${quoted}", "after"]`,
      `d: ['sh', '-c', 'echo ${opener.replaceAll("'", "''")}', 'after']`,
      "e:",
      "  - sh",
      "  - -c",
      `  - "echo ${quoted}"`,
      "  - after",
      "f: end",
    ].join("\n");
    const shell = tokenize(injected, text).map((tokens) =>
      tokens
        .filter(({ scopes, text: part }) => scopes.includes("source.shell") && part.trim() !== "")
        .map((each) => each.text)
        .join(""),
    );
    const lines = text.split("\n");
    for (const [index, found] of shell.entries())
      if (!lines[index]?.includes(opener === "'" || opener === '"' ? "echo" : opener))
        assert.equal(found, "", `${opener}: ${lines[index]}`);
      else assert.ok(found.startsWith("echo") && !found.includes("after"), `${opener}: ${found}`);
  }
});

function scopesAt(tokens: readonly Token[], at: number): readonly string[] {
  let from = 0;
  for (const { text, scopes } of tokens) {
    if (at < from + text.length) return scopes;
    from += text.length;
  }
  return [];
}

/** `comment` holds for `comment.line.yaml`, `kubernetes` for everything of ours that is no mere region. */
const isIn = (scope: string, wanted: string): boolean =>
  wanted === "kubernetes"
    ? scope.endsWith(".kubernetes") && !scope.startsWith("meta.")
    : scope === wanted || scope.startsWith(`${wanted}.`);
