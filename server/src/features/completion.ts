// Fields and values that are legal at the cursor. The place comes from the lines (completion/), the tree only adds names.
import type { CompletionItem } from "vscode-languageserver-types";
import type { Chunk } from "../syntax/document.ts";
import { lineStart, styleOf } from "../syntax/style.ts";
import { maskTemplate } from "../syntax/template/renderings.ts";
import { offsetAt, type Position, rangeOf } from "../text/lines.ts";
import { type FileChunk, fileChunk, findChunk, type SourceFile } from "../workspace/file.ts";
import { fieldItems } from "./completion/fields.ts";
import { flowPlaces } from "./completion/flow.ts";
import { blockPlaces } from "./completion/indentation.ts";
import type { CompletionContext, Insert } from "./completion/insert.ts";
import { freeKeyItems } from "./completion/labelItems.ts";
import { mapAt } from "./completion/legal.ts";
import { unknownItems } from "./completion/manifests.ts";
import { type ObjectAt, objectAt } from "./completion/object.ts";
import { plausible } from "./completion/plausible.ts";
import { snippetsAt } from "./completion/snippets.ts";
import { fieldValueItems, listValueItems } from "./completion/valueItems.ts";
import { along, type TypeAtPath } from "./typeAt.ts";

export type { CompletionContext } from "./completion/insert.ts";

/** A blank behind a colon or dash, the colon and dash themselves, an opening quote. No line break: Enter would then choose something. */
export const completionTriggers = [" ", ":", "-", '"'];

export function complete(file: SourceFile, position: Position, context: CompletionContext): CompletionItem[] {
  const { lines } = file.chunked;
  const offset = offsetAt(lines, position);
  const found = chunkHolding(file, offset);
  if (!found) return [];
  const { at, whole } = found;
  const own = offset - at.start;
  const raw = at.chunk.content.text;
  if (own > raw.length || isSeparator(lines.text, offset) || isInBraces(raw, own)) return [];
  const text = raw.includes("{{") || file.options.template ? maskTemplate(raw, own) : raw;
  const places = flowPlaces(text, own) ?? blockPlaces(text, own);
  const items = plausible(file, at, places, /[^\s-]$/.test(text.slice(lineStart(text, own), own))).flatMap(
    (place, index) => {
      const range = rangeOf(lines, { start: place.word.start + at.start, end: place.word.end + at.start });
      const insert: Insert = { file, at, place, range, offset: own, context, style: () => styleOf(at.parsed) };
      return itemsAt(insert, whole && isAlone(text, own)).map((each) => ({
        ...each,
        sortText: `${index}${each.sortText}`,
      }));
    },
  );
  // The same field may be legal at two columns: the likelier place has it.
  return items.filter((each, index) => items.findIndex(({ label }) => label === each.label) === index);
}

/** `whole`: the chunk is a document or item of its own, not what stands around the items of a List. */
function chunkHolding(file: SourceFile, offset: number): { at: FileChunk; whole: boolean } | undefined {
  const chunk = findChunk(file, offset);
  if (!chunk) return undefined;
  const { start, document, content } = chunk;
  const itemBeside = (at: number): Chunk | undefined => {
    const other = at < 0 ? undefined : findChunk(file, at);
    return other?.content.kind === "item" && other.document === document ? other : undefined;
  };
  const before = itemBeside(start - 1);
  // At the end of a List the line still belongs to its last item.
  if (content.text === "" && before) return { at: fileChunk(file, before), whole: true };
  const isPart = content.kind === "document" && (before ?? itemBeside(start + content.text.length));
  return { at: fileChunk(file, chunk), whole: !isPart };
}

const isSeparator = (text: string, offset: number): boolean => text.startsWith("---", lineStart(text, offset));

/** Behind a `{{` that is not closed yet: that is the template's own language. */
function isInBraces(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset);
  return line.lastIndexOf("{{") > line.lastIndexOf("}}");
}

/** Beside the cursor's line nothing but comments and blanks stands in the chunk. */
function isAlone(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  const feed = text.indexOf("\n", offset);
  const others = text.slice(0, start) + (feed < 0 ? "" : text.slice(feed));
  return others.length < 10_000 && /^(?:\s|#[^\n]*)*$/.test(others);
}

function itemsAt(insert: Insert, alone: boolean): CompletionItem[] {
  const { at, place, file } = insert;
  const isItem = at.chunk.content.kind === "item";
  if (isItem && place.path.length === 0 && place.typing.kind === "key")
    return unknownItems(insert, { path: [], fields: new Map() }, true, "- ");
  const object = objectAt(place, isItem, file.options.customResources);
  if (!object) return [];
  if (object.type === undefined) return unknownItems(insert, object, alone);
  // Nobody writes a status; the server drops it.
  if (object.path[0] === "status") return [];
  const found = along({ kind: "ref", type: object.type }, object.path);
  if (!found) return [];
  if (place.typing.kind === "value") return fieldValueItems(insert, object, found, place.typing.key);
  const isNewItem = found.type.kind === "array" && place.notation === "block";
  if (place.onlyItem && !isNewItem) return [];
  const type = isNewItem && found.type.kind === "array" ? found.type.item : found.type;
  if (type.kind === "ref") return mapItems(insert, object, { ...found, type }, isNewItem ? "- " : "");
  if (type.kind === "map") return freeKeyItems(insert, object, found);
  return place.path.at(-1) === 0 && found.field ? listValueItems(insert, object, found) : [];
}

function mapItems(insert: Insert, object: ObjectAt, found: TypeAtPath, dash: "" | "- "): CompletionItem[] {
  const { place } = insert;
  // `[name: a]` is a map of one field to YAML, but nobody writes it so.
  if (!place.inMap) return [];
  const fields = dash === "" ? place.fieldsAt(place.path.length) : new Map<string, string>();
  const map = mapAt(object, found, fields);
  return map ? [...fieldItems(insert, map, dash), ...snippetsAt(insert, map, dash)] : [];
}
