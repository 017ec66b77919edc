// Where an object begins and nobody knows yet which: whole manifests, kinds, apiVersions.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { doc } from "../../knowledge/docs.ts";
import { kinds, typeFacts } from "../../knowledge/schema.ts";
import { served } from "../../knowledge/served.ts";
import type { Insert } from "./insert.ts";
import { item, quoted } from "./insert.ts";
import type { UnknownObject } from "./object.ts";
import { snippetItems } from "./snippets.ts";
import { fitted } from "./snippetText.ts";
import { byUse, kindsOf } from "./values.ts";

/**
 * @param alone nothing but comments stands in the document or item beside the word at the cursor
 * @param dash where the object begins a new item of a List
 */
export function unknownItems(
  insert: Insert,
  { path, fields }: UnknownObject,
  alone: boolean,
  dash: "" | "- " = "",
): CompletionItem[] {
  const { place, file } = insert;
  if (path.length > 0) return [];
  const apiVersion = fields.get("apiVersion") || undefined;
  const names = kindsOf(apiVersion, file.options.customResources).map(({ text }) => text);
  if (place.typing.kind === "value") {
    if (place.typing.key === "kind") return values(insert, names, "kind");
    return place.typing.key === "apiVersion" && !fields.get("kind")
      ? values(insert, apiVersions(file.options.minor))
      : [];
  }
  if (fields.get("kind") === "List") return fields.has("items") ? [] : [listItems(insert)];
  if (apiVersion !== undefined)
    return fields.get("kind") || names.length === 0 ? [] : [key(insert, "kind"), ...kindLines(insert, names)];
  if (alone && place.notation === "block")
    return [...headers(insert, dash), ...snippetItems(insert, "manifest", { dash })];
  if (!fields.has("metadata") && !fields.has("spec")) return [];
  return ["apiVersion", "kind"].filter((name) => !fields.has(name)).map((name) => key(insert, name));
}

const apiVersions = (minor: number): string[] => [
  ...new Set(
    byUse(kinds()).flatMap(({ kind }) =>
      served(kind)
        .filter(({ since, removed }) => minor >= since && (removed === undefined || minor < removed))
        .map((each) => each.apiVersion),
    ),
  ),
];

function values(insert: Insert, names: readonly string[], about?: string): CompletionItem[] {
  return names.map((name, index) =>
    item(insert, {
      label: name,
      text: quoted(insert.place, name),
      kind: CompletionItemKind.EnumMember,
      sort: String(index).padStart(3, "0"),
      documentation: about && doc(`${about} ${name}`, insert.context.locale),
    }),
  );
}

function key(insert: Insert, name: string): CompletionItem {
  const { place } = insert;
  return item(insert, {
    label: name,
    text: quoted(place, name) + (place.named ? "" : ": "),
    kind: CompletionItemKind.Property,
    sort: `0${name}`,
    suggest: !place.named,
  });
}

function kindLines(insert: Insert, names: readonly string[]): CompletionItem[] {
  if (insert.place.named || insert.place.notation !== "block") return [];
  return names.map((name, index) =>
    item(insert, {
      label: name,
      filter: `kind ${name}`,
      text: `kind: ${name}`,
      kind: CompletionItemKind.Class,
      sort: `1${String(index).padStart(3, "0")}`,
    }),
  );
}

function listItems(insert: Insert): CompletionItem {
  const { place } = insert;
  const { lineBreak, dash } = insert.style();
  const block = place.notation === "block" && !place.named;
  return item(insert, {
    label: "items",
    text:
      quoted(place, "items") + (block ? `:${lineBreak}${" ".repeat(place.column + dash)}- ` : place.named ? "" : ": "),
    kind: CompletionItemKind.Module,
    sort: "0",
  });
}

/** The fields that every object of a kind begins with. */
function headers(insert: Insert, dash: "" | "- "): CompletionItem[] {
  if (insert.place.named) return ["apiVersion", "kind"].map((name) => key(insert, name));
  return byUse(kinds()).map(({ apiVersion, kind, type }, index) => {
    const content = typeFacts(type)?.fields.has("spec") ? "spec" : "template";
    const body = [
      `apiVersion: ${apiVersion}`,
      `kind: ${kind}`,
      "metadata:",
      `\tname: \${1:name}`,
      `${content}:`,
      "\t$0",
    ];
    return item(insert, {
      label: kind,
      filter: `apiVersion kind ${kind}`,
      text: dash + fitted(body, insert.place.column + dash.length, insert.style()),
      stops: true,
      kind: CompletionItemKind.Class,
      sort: `0${String(index).padStart(3, "0")}`,
      type: apiVersion,
    });
  });
}
