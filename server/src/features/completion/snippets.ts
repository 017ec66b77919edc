// The project's snippets where they are legal: nothing in them is there already, ruled out, or unknown to the version.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { fieldAvailability, kindFacts, type TypeRef } from "../../knowledge/schema.ts";
import { describeSnippet, type Snippet, type SnippetPlace, snippetsFor } from "../../knowledge/snippets.ts";
import { along } from "../typeAt.ts";
import { climb } from "./climb.ts";
import { type Insert, item } from "./insert.ts";
import { legalFields, type MapAt } from "./legal.ts";
import { bodyLines, fitted, withoutStops } from "./snippetText.ts";

const byType: Readonly<Record<string, SnippetPlace>> = {
  "v1.PodSpec": "pod-spec",
  "v1.Container": "container",
  "v1.Lifecycle": "lifecycle",
};

/** Snippets of fields that the map may still get, or of the item that begins here. */
export function snippetsAt(insert: Insert, map: MapAt, dash: "" | "- "): CompletionItem[] {
  const { place, file } = insert;
  if (place.notation !== "block" || place.named || place.holds || place.quote !== "") return [];
  const fresh = map.fields.size === 0 && place.path.at(-1) === 0;
  const items =
    map.under === "v1.PodSpec.initContainers" && (dash !== "" || fresh)
      ? snippetItems(insert, "init-container", { root: { kind: "array", item: { kind: "ref", type: map.facts.name } } })
      : [];
  const own = byType[map.facts.name];
  if (own === undefined || dash !== "") return items;
  const legal = new Set(legalFields(map, file.options.minor).map(({ field }) => field.name));
  return [
    ...items,
    ...snippetItems(insert, own, { root: { kind: "ref", type: map.facts.name }, mayHave: (name) => legal.has(name) }),
  ];
}

interface Wanted {
  /** What the snippets are a piece of; by their own kind where absent. */
  readonly root?: TypeRef;
  readonly dash?: "" | "- ";
  mayHave?(field: string): boolean;
}

export function snippetItems(
  insert: Insert,
  where: SnippetPlace,
  { root, dash = "", mayHave = () => true }: Wanted,
): CompletionItem[] {
  const { place, context, file } = insert;
  if (place.named) return [];
  return snippetsFor(where).flatMap((snippet, index) => {
    if (!isLegal(snippet, root ?? rootOf(snippet), file.options.minor, mayHave)) return [];
    // Behind a dash that stands there already the body comes without its own.
    const behindDash = root?.kind === "array" && place.path.at(-1) === 0;
    const text = dash + fitted(snippet.body, place.column + dash.length - (behindDash ? 2 : 0), insert.style());
    return item(insert, {
      label: snippet.label,
      text: behindDash ? text.replace(/^- /, "") : text,
      stops: true,
      kind: CompletionItemKind.Snippet,
      sort: `2${String(index).padStart(3, "0")}`,
      detail: describeSnippet(snippet, context.locale),
      documentation: `\`\`\`yaml\n${withoutStops(snippet.body.join("\n").replaceAll("\t", "  "))}\n\`\`\``,
    });
  });
}

function rootOf({ body }: Snippet): TypeRef {
  const kind = body.find((line) => line.startsWith("kind: "))?.slice("kind: ".length) ?? "";
  return { kind: "ref", type: kindFacts(kind)?.type ?? "" };
}

function isLegal({ body }: Snippet, root: TypeRef, minor: number, mayHave: (field: string) => boolean): boolean {
  const lines = bodyLines(body);
  const text = lines.map(({ raw }) => raw).join("\n");
  return lines.every(({ line }) => {
    if (line.key === undefined) return true;
    const way = climb(text, line.start, line.column, line.dashes);
    if (!way) return false;
    const found = along(root, [...way.path, line.key]);
    if (!found) return false;
    if (way.path.length === 0 && !mayHave(line.key)) return false;
    // A label of the user's own has no facts of its own.
    return found.owner === undefined || !found.field || fieldAvailability(found.field, minor).state === "available";
  });
}
