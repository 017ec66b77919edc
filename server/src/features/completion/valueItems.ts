// Values as completion items, quoted as their type and the place want it.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { valueDoc } from "../../explain/field.ts";
import { along, type TypeAtPath } from "../typeAt.ts";
import { type Insert, item, quoted } from "./insert.ts";
import { labelValueItems } from "./labelItems.ts";
import { type MapAt, mapAt } from "./legal.ts";
import type { ObjectAt } from "./object.ts";
import { valuesFor } from "./values.ts";

export function fieldValueItems(insert: Insert, object: ObjectAt, parent: TypeAtPath, key: string): CompletionItem[] {
  const { place } = insert;
  const fields = place.fieldsAt(place.path.length);
  if (parent.type.kind === "map") return labelValueItems(insert, object, key);
  const found = along(parent.type, [key]);
  const map = mapAt(object, parent, fields);
  return found && map ? valueItems(insert, found, map, key) : [];
}

/** Items of a list of plain words: `accessModes`, and nothing for those of which nobody knows the words. */
export function listValueItems(insert: Insert, object: ObjectAt, found: TypeAtPath): CompletionItem[] {
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
