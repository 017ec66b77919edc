// A small YAML or JSON file as plain values, read as manifests are.
import { type Node, resolve } from "../syntax/nodes.ts";
import { parseChunk } from "../syntax/parse.ts";

/** undefined for what is no YAML; an empty file is `{ value: undefined }`. */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
  const { root, problems } = parseChunk(text);
  if (problems.length > 0) return undefined;
  return { value: root && plainOf(root, 0) };
}

function plainOf(node: Node, depth: number): unknown {
  if (depth > 100) return undefined;
  const resolved = resolve(node);
  if (resolved.kind === "sequence") return resolved.items.map((item) => plainOf(item, depth + 1));
  if (resolved.kind === "scalar") return resolved.value;
  const map: Record<string, unknown> = Object.create(null);
  for (const [name, entry] of resolved.fields) map[name] = plainOf(entry.value, depth + 1);
  return map;
}
