// Manifests that the repository has anyway: fixtures, the pages of the rules, those that the API server judged, examples.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripAnnotations } from "../rules/annotations.ts";

const root = join(import.meta.dirname, "../..");

export interface Sample {
  /** Names it in a failure. */
  readonly name: string;
  readonly text: string;
}

const files = (pattern: string): Sample[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

const pages = (): Sample[] =>
  files("server/src/rules/*/*.md")
    .filter(({ name }) => !name.endsWith(".zh-cn.md"))
    .flatMap(({ name, text }) =>
      [...text.matchAll(/```(?:yaml|json)\n([\s\S]*?)```/g)].map((match, index) => ({
        name: `${name}#${index}`,
        text: match[1] ?? "",
      })),
    );

export function corpus(): Sample[] {
  return [
    ...pages(),
    ...files("test/fixtures/**/*.{yaml,yml,json}").map(({ name, text }) => ({ name, text: stripAnnotations(text) })),
    ...files("test/conformance/{given,own}/**/*.{yaml,yml,json}"),
    ...files("examples/**/*.{yaml,yml,json}"),
  ];
}
