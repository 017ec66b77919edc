// Labels and other free maps: the labels that a selector and its template share, and the keys that everybody uses.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { usualKeys } from "../../knowledge/usual.ts";
import { along, type TypeAtPath } from "../typeAt.ts";
import { type Insert, item, quoted } from "./insert.ts";
import { type MapAt, mapAt } from "./legal.ts";
import { labelsFor } from "./names.ts";
import type { ObjectAt } from "./object.ts";

export function freeKeyItems(insert: Insert, object: ObjectAt, { owner, field }: TypeAtPath): CompletionItem[] {
  const { place } = insert;
  if (!owner || !field || (place.holds && !place.named)) return [];
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

export function labelValueItems(insert: Insert, object: ObjectAt, key: string): CompletionItem[] {
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
