// Every key of the manifests that the API server accepted, with its line cut back to what somebody has typed so far.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { typeAt } from "../../server/src/features/typeAt.ts";
import type { Node } from "../../server/src/syntax/nodes.ts";
import { parseChunk } from "../../server/src/syntax/parse.ts";
import type { Segment } from "../../server/src/syntax/path.ts";
import { splitDocuments } from "../../server/src/syntax/split.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { chunksOf, openFile } from "../../server/src/workspace/file.ts";
import { mark } from "./offer.ts";

const folder = join(import.meta.dirname, "../conformance/given");

export interface CutKey {
  /** File and path, for people. */
  readonly where: string;
  readonly key: string;
  /** `/spec/containers/0/name` */
  readonly path: string;
  readonly original: string;
  /** The manifest with the rest of the line gone, the cursor's mark behind what is left of the key. */
  readonly text: string;
}

export function acceptedFiles(): { readonly file: string; readonly text: string }[] {
  const verdicts = readFileSync(join(folder, "verdicts.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line): { file: string; verdict: string } => JSON.parse(line));
  const refused = new Set(verdicts.filter(({ verdict }) => verdict !== "accepted").map(({ file }) => file));
  const files = [...new Set(verdicts.map(({ file }) => file))].filter((file) => !refused.has(file));
  return files.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

/** @param left how much of a key's text is left */
export function everyKey(left: (key: string) => number): CutKey[] {
  return acceptedFiles().flatMap(({ file, text }) => keysOf(file, text, left));
}

function keysOf(file: string, text: string, left: (key: string) => number): CutKey[] {
  const found: CutKey[] = [];
  for (const { objects, start } of chunksOf(openFile(text, withDefaults({})))) {
    for (const object of objects) {
      const look = (node: Node, path: readonly Segment[]): void => {
        if (node.kind === "sequence") for (const [index, item] of node.items.entries()) look(item, [...path, index]);
        if (node.kind !== "map") return;
        for (const { key, name, value, role } of node.written) {
          const own = [...path, name];
          const known = typeAt(object, own);
          if (role === "field" && known?.field && known.owner && own[0] !== "status") {
            const from = start + key.span.start;
            found.push({
              where: `${file} ${own.join(".")}`,
              key: name,
              path: `/${own.join("/")}`,
              original: text,
              text: cut(text, from, left(name), start + value.span.end),
            });
          }
          look(value, own);
        }
      };
      look(object.node, []);
    }
  }
  return found;
}

/** Each key of the text as document and path: `0/spec/containers/0/name`. Problems of the syntax count as keys. */
export function pathsIn(text: string): string[] {
  return splitDocuments(text).flatMap(({ start, end }, document) => {
    const { root, problems } = parseChunk(text.slice(start, end));
    const found = problems.map(({ code }) => `${document}/${code}`);
    const look = (node: Node, path: string): void => {
      if (node.kind === "sequence") for (const [index, item] of node.items.entries()) look(item, `${path}/${index}`);
      if (node.kind !== "map") return;
      for (const { name, value } of node.written) {
        found.push(`${path}/${name}`);
        look(value, `${path}/${name}`);
      }
    };
    if (root) look(root, String(document));
    return found;
  });
}

/** In block text the rest of the line goes, what the key holds in the lines below stays; in flow text its value goes. */
function cut(text: string, from: number, left: number, valueEnd: number): string {
  const quote = /["']/.test(text[from] ?? "") ? 1 : 0;
  const until = from + quote + left;
  const lineFrom = text.lastIndexOf("\n", from) + 1;
  const inFlow = /[{[]/.test(text.slice(lineFrom, from)) || text.trimStart().startsWith("{");
  const feed = text.indexOf("\n", from);
  return text.slice(0, until) + mark + text.slice(inFlow ? valueEnd : feed < 0 ? text.length : feed);
}
