// What a key or value under the pointer is: hand-written words, the facts of the API for the chosen version, and what counts here.
import type { Hover } from "vscode-languageserver-types";
import { effectiveText } from "../explain/effective.ts";
import { fieldText } from "../explain/field.ts";
import type { KubeObject } from "../model/objects.ts";
import { resolve } from "../syntax/nodes.ts";
import { type Path, type PathAt, pathAt } from "../syntax/path.ts";
import { offsetAt, type Position, positionAt, rangeOf } from "../text/lines.ts";
import { paragraphs } from "../text/markdown.ts";
import type { Span } from "../text/span.ts";
import { chunkAt, type SourceFile } from "../workspace/file.ts";
import { aliasText, anchorText, mergeText, typeAtOrAlias } from "./anchors.ts";
import { valueText } from "./valueDocs.ts";

export interface HoverContext {
  readonly locale: string;
}

export function hover(file: SourceFile, position: Position, { locale }: HoverContext): Hover | null {
  const { lines } = file.chunked;
  const offset = offsetAt(lines, position);
  const at = chunkAt(file, offset);
  const root = at?.parsed.root;
  if (!at || !root) return null;
  const own = offset - at.start;
  const inText = {
    text: at.parsed.text,
    lineOf: (inChunk: number) => positionAt(lines, inChunk + at.start).line + 1,
  };
  const answer = (text: string | undefined, span: Span): Hover | null =>
    text === undefined || text === ""
      ? null
      : {
          contents: { kind: "markdown", value: text },
          range: rangeOf(lines, { start: span.start + at.start, end: span.end + at.start }),
        };
  const anchor = anchorText(root, own, inText);
  if (anchor) return answer(anchor.text, anchor.span);
  const found = pathAt(root, own);
  const object = at.objects.find(({ node }) => own >= node.span.start && own <= node.span.end);
  if (!found || !object) return null;
  const path = found.path.slice((at.chunk.content.kind === "item" ? 1 : 0) + object.path.length);
  const alias = aliasText(found.node, inText);
  const words = { object, path, found, minor: file.options.minor, locale };
  return answer(paragraphs([alias, found.onKey ? keyText(words) : nodeText(words)]), found.node.span);
}

interface Pointed {
  readonly object: KubeObject;
  readonly path: Path;
  readonly found: PathAt;
  readonly minor: number;
  readonly locale: string;
}

function keyText({ object, path, found, minor, locale }: Pointed): string | undefined {
  if (found.entry?.role === "merge") return mergeText();
  const { field, owner } = typeAtOrAlias(object, path) ?? {};
  // A key of a free map (a label) belongs to a field, but is none.
  if (!field || !owner || !found.entry || path.at(-1) !== field.name) return undefined;
  return paragraphs([
    fieldText(owner.name, field, minor, locale),
    effectiveText({ object, path, owner: owner.name, field, entry: found.entry }),
  ]);
}

/** On a value: what it says by itself, else its field, as if the pointer were on the key. */
function nodeText(pointed: Pointed): string | undefined {
  const { object, path, found, locale } = pointed;
  const node = resolve(found.node);
  if (node.kind !== "scalar") return undefined;
  const known = typeAtOrAlias(object, path);
  const text = node.templated ? undefined : valueText(object, known, path, node, locale);
  return text ?? (found.entry?.value === found.node ? keyText(pointed) : undefined);
}
