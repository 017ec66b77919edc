// Fields as completion items: the name, and what follows it, so that the value can be typed at once.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { fieldDoc, typeName } from "../../explain/field.ts";
import { type FieldFacts, type TypeRef, typeFacts } from "../../knowledge/schema.ts";
import { isUsuallyEmpty } from "../../knowledge/usual.ts";
import { type Insert, item, quoted } from "./insert.ts";
import { legalFields, type MapAt } from "./legal.ts";
import type { Begins } from "./place.ts";
import { isClosed, newestVersion } from "./values.ts";

/** @param dash `- ` where the fields begin a new item */
export function fieldItems(insert: Insert, map: MapAt, dash: "" | "- "): CompletionItem[] {
  const { place, file, context } = insert;
  return legalFields(map, file.options.minor).flatMap(({ field, availability, rank }) => {
    const holdsMore = field.type.kind === "ref" || field.type.kind === "array" || field.type.kind === "map";
    if (place.holds && !place.named && dash === "" && !canHold(map, field.type, place.holds)) return [];
    const key = quoted(place, field.name);
    return item(insert, {
      label: dash + field.name,
      filter: field.name,
      text: dash + key + (place.named ? "" : opening(insert, map, field, dash.length)),
      stops: place.notation !== "block",
      kind: holdsMore ? CompletionItemKind.Module : CompletionItemKind.Property,
      sort: rank,
      type: typeName(field.type),
      detail: availability.state === "gated" ? `${availability.gate} (${availability.stage})` : undefined,
      documentation: fieldDoc(map.facts.name, field.name, context.locale),
      deprecated: field.deprecated,
      suggest: !place.named && isClosed({ owner: map.facts, field, type: field.type }),
    });
  });
}

/** Whether a line can be what the field holds: an item, a field of its type, in a free map whatever is no field of the map around. */
function canHold(map: MapAt, type: TypeRef, { key, dash }: Begins): boolean {
  if (type.kind === "array") return dash && (key === undefined || canHold(map, type.item, { key, dash: false }));
  if (dash || (type.kind !== "map" && type.kind !== "ref")) return false;
  if (key === undefined || key === "<<") return true;
  return type.kind === "map" ? !map.facts.fields.has(key) : typeFacts(type.type)?.fields.has(key) === true;
}

function opening(insert: Insert, map: MapAt, { name, type }: FieldFacts, dash: number): string {
  const { place } = insert;
  if (place.notation !== "block") return `: ${flowValue(insert, type.kind)}`;
  if (type.kind !== "ref" && type.kind !== "array" && type.kind !== "map")
    return `: ${map.under === undefined && name === "apiVersion" ? newestVersion(map.kind, insert.file.options.minor) : ""}`;
  if (place.holds && dash === 0) return ":";
  if (isUsuallyEmpty(map.facts.name, name)) return ": {}";
  const style = insert.style();
  const column = place.column + dash;
  return type.kind === "array"
    ? `:${style.lineBreak}${" ".repeat(column + style.dash)}- `
    : `:${style.lineBreak}${" ".repeat(column + style.step)}`;
}

function flowValue({ place }: Insert, kind: FieldFacts["type"]["kind"]): string {
  if (kind === "ref" || kind === "map") return "{$0\\}";
  if (kind === "array") return "[$0]";
  return kind === "string" && place.notation === "json" ? '"$0"' : "";
}
