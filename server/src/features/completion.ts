// Fields and values that are legal at the cursor. The place comes from the lines (completion/), the tree only adds names.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { valueDoc } from "../explain/field.ts";
import { typeFacts } from "../knowledge/schema.ts";
import { usualKeys } from "../knowledge/usual.ts";
import type { Chunk } from "../syntax/document.ts";
import { lineStart, styleOf } from "../syntax/style.ts";
import { maskTemplate } from "../syntax/template/renderings.ts";
import { offsetAt, type Position, rangeOf } from "../text/lines.ts";
import { type FileChunk, fileChunk, findChunk, type SourceFile } from "../workspace/file.ts";
import { fieldItems } from "./completion/fields.ts";
import { flowPlaces } from "./completion/flow.ts";
import { blockPlaces } from "./completion/indentation.ts";
import { type CompletionContext, type Insert, item, quoted } from "./completion/insert.ts";
import type { MapAt } from "./completion/legal.ts";
import { unknownItems } from "./completion/manifests.ts";
import { labelsFor } from "./completion/names.ts";
import { type ObjectAt, objectAt } from "./completion/object.ts";
import { snippetsAt } from "./completion/snippets.ts";
import { valuesFor } from "./completion/values.ts";
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
  const items = places.flatMap((place, index) => {
    const range = rangeOf(lines, { start: place.word.start + at.start, end: place.word.end + at.start });
    const insert: Insert = { file, at, place, range, offset: own, context, style: () => styleOf(at.parsed) };
    return itemsAt(insert, whole && isAlone(text, own)).map((each) => ({
      ...each,
      sortText: `${index}${each.sortText}`,
    }));
  });
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

function mapAt(object: ObjectAt, found: TypeAtPath, fields: ReadonlyMap<string, string>): MapAt | undefined {
  const facts = found.type.kind === "ref" ? typeFacts(found.type.type) : undefined;
  const under = found.owner && found.field ? `${found.owner.name}.${found.field.name}` : undefined;
  return facts && { facts, under, kind: object.kind, fields };
}

function mapItems(insert: Insert, object: ObjectAt, found: TypeAtPath, dash: "" | "- "): CompletionItem[] {
  const { place } = insert;
  // `[name: a]` is a map of one field to YAML, but nobody writes it so.
  if (!place.inMap) return [];
  const fields = dash === "" ? place.fieldsAt(place.path.length) : new Map<string, string>();
  const map = mapAt(object, found, fields);
  return map ? [...fieldItems(insert, map, dash), ...snippetsAt(insert, map, dash)] : [];
}

function fieldValueItems(insert: Insert, object: ObjectAt, parent: TypeAtPath, key: string): CompletionItem[] {
  const { place } = insert;
  const fields = place.fieldsAt(place.path.length);
  if (parent.type.kind === "map") return labelValueItems(insert, object, key);
  const found = along(parent.type, [key]);
  const map = mapAt(object, parent, fields);
  return found && map ? valueItems(insert, found, map, key) : [];
}

/** Items of a list of plain words: `accessModes`, and nothing for those of which nobody knows the words. */
function listValueItems(insert: Insert, object: ObjectAt, found: TypeAtPath): CompletionItem[] {
  if (!found.owner || !found.field?.enum) return [];
  const map: MapAt = { facts: found.owner, under: undefined, kind: object.kind, fields: new Map() };
  return valueItems(insert, found, map, found.field.name);
}

function valueItems(insert: Insert, found: TypeAtPath, map: MapAt, key: string): CompletionItem[] {
  const { place, file, at, offset, context } = insert;
  const isText = found.type.kind !== "boolean" && found.type.kind !== "integer" && found.type.kind !== "number";
  return valuesFor({ file, at, found, map, path: place.path, key, offset }).map(({ text, detail }, index) =>
    item(insert, {
      label: text,
      text: isText && !(found.type.kind === "int-or-string" && /^\d+$/.test(text)) ? quoted(place, text) : text,
      kind: CompletionItemKind.EnumMember,
      sort: String(index).padStart(3, "0"),
      detail,
      documentation: valueDoc(map.facts.name, key, text, context.locale),
    }),
  );
}

/** Keys of free maps: the labels that selector and template share, and those that everybody uses. */
function freeKeyItems(insert: Insert, object: ObjectAt, { owner, field }: TypeAtPath): CompletionItem[] {
  const { place } = insert;
  if (!owner || !field) return [];
  const present = place.fieldsAt(place.path.length);
  const map = parentMap(insert, object);
  const labels = map ? labelsFor({ ...insert, map, key: field.name, path: object.path }) : [];
  const shared = new Set(labels.map(([name]) => name));
  const usual = usualKeys(owner.name, field.name).filter((name) => !shared.has(name));
  return [...labels, ...usual.map((name): [string, undefined] => [name, undefined])].flatMap(([name, value], index) =>
    present.has(name)
      ? []
      : item(insert, {
          label: name,
          text: quoted(place, name) + (place.named ? "" : `: ${value === undefined ? "" : quoted(place, value)}`),
          kind: CompletionItemKind.Property,
          sort: String(index).padStart(3, "0"),
          detail: value,
        }),
  );
}

function labelValueItems(insert: Insert, object: ObjectAt, key: string): CompletionItem[] {
  const map = parentMap(insert, object);
  const field = object.path.at(-1);
  if (!map || typeof field !== "string") return [];
  const value = labelsFor({ ...insert, map, key: field, path: object.path }).find(([name]) => name === key)?.[1];
  if (value === undefined) return [];
  return [
    item(insert, { label: value, text: quoted(insert.place, value), kind: CompletionItemKind.EnumMember, sort: "000" }),
  ];
}

/** The map that has the free map as a field. */
function parentMap({ place }: Insert, object: ObjectAt): MapAt | undefined {
  const above = along({ kind: "ref", type: object.type }, object.path.slice(0, -1));
  return above && mapAt(object, above, place.fieldsAt(place.path.length - 1));
}
