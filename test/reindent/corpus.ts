// Manifests that were right before their indentation is taken away: what re-indenting must bring back.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kindFacts } from "../../server/src/knowledge/schema.ts";
import { toJson } from "../../server/src/syntax/edits.ts";
import { resolve } from "../../server/src/syntax/nodes.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import { splitDocuments } from "../../server/src/syntax/split.ts";
import { readVerdicts } from "../conformance/compare.ts";
import { readSnippets, variants } from "../snippets/snippets.ts";

export interface Sample {
  /** `given/hooks/both-hooks.yaml#0` */
  readonly name: string;
  readonly source: "given" | "own" | "examples" | "snippets" | "pages";
  readonly text: string;
}

const root = join(import.meta.dirname, "../..");

/** Each text once: with what the API server accepts, what we show as right, and what we insert. */
export function samples(): Sample[] {
  const files = [
    ...["given", "own"].flatMap(accepted),
    ...globSync("examples/{*.yaml,healthy/*.yaml}", { cwd: root }).map((path) => read("examples", path)),
    ...readSnippets().flatMap((snippet) =>
      variants(snippet).map((text) => ({ source: "snippets" as const, name: snippet.id, text })),
    ),
    ...globSync("server/src/rules/*/*.md", { cwd: root })
      .filter((path) => !path.endsWith(".zh-cn.md"))
      .flatMap((path) => rightBlocks(read("pages", path))),
  ];
  const seen = new Set<string>();
  return files
    .flatMap((file) =>
      splitDocuments(file.text).map(({ start, end }, index) => ({
        ...file,
        name: `${file.name}#${index}`,
        text: file.text.slice(start, end),
      })),
    )
    .filter(({ text }) => isBlockManifest(text) && !seen.has(text) && seen.add(text));
}

const read = (source: Sample["source"], path: string): Sample => ({
  source,
  name: path,
  text: readFileSync(join(root, path), "utf8"),
});

function accepted(source: string): Sample[] {
  const folder = join("test/conformance", source);
  const byFile = Map.groupBy(readVerdicts(join(root, folder)), (each) => each.file);
  return [...byFile]
    .filter(([, records]) => records.every((each) => each.verdict === "accepted" && !each.viaKubectl))
    .map(([file]) => read(source as "given" | "own", join(folder, file)));
}

function rightBlocks(page: Sample): Sample[] {
  const section = page.text.split(/^## /m).find((each) => each.startsWith("Right\n")) ?? "";
  return [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => ({ ...page, text: match[1] ?? "" }));
}

function isBlockManifest(text: string): boolean {
  const parsed = parseChunk(text);
  const map = parsed.root && resolve(parsed.root);
  if (map?.kind !== "map" || map.flow || parsed.json || parsed.problems.length > 0 || parsed.ignored.length > 0)
    return false;
  const kind = map.fields.get("kind")?.value;
  return kind?.kind === "scalar" && (kind.source === "List" || kindFacts(kind.source) !== undefined);
}

/** The manifest as JSON, keys in the order of the alphabet. undefined: kubectl refuses the text. */
export function meaning(text: string): string | undefined {
  const { root: node, problems } = parseChunk(text);
  return node && problems.length === 0 ? JSON.stringify(sorted(toJson(node))) : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

export const flatten = (text: string): string => text.replace(/^[ \t]+/gm, "");
