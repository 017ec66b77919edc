// Fields and values that are legal at the cursor. The place comes from the lines (indentation.ts, flow.ts), the tree only adds names.
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import { doc } from "../knowledge/docs.ts";
import { fieldRank } from "../knowledge/fieldOrder.ts";
import {
  type FieldFacts,
  fieldAvailability,
  kindFacts,
  kinds,
  type TypeFacts,
  typeFacts,
} from "../knowledge/schema.ts";
import { styleOf } from "../syntax/style.ts";
import { offsetAt, type Position, rangeOf } from "../text/lines.ts";
import { chunkAt, type FileChunk, type SourceFile } from "../workspace/file.ts";
import { flowPlaceAt } from "./flow.ts";
import { type CursorPlace, placeAt } from "./indentation.ts";
import { along, type TypeAtPath, typeName } from "./typeAt.ts";
import { valuesFor } from "./values.ts";

/** A blank after a colon or dash, a line break, quotes: where the next thing to choose begins. */
export const completionTriggers = [" ", ":", "-", '"', "\n"];

export interface CompletionContext {
  readonly locale: string;
}

export function complete(file: SourceFile, position: Position, { locale }: CompletionContext): CompletionItem[] {
  const { lines } = file.chunked;
  const offset = offsetAt(lines, position);
  const at = chunkAt(file, offset);
  if (!at) return [];
  const own = offset - at.start;
  const { text } = at.chunk.content;
  if (at.parsed.comments.some(({ span }) => own > span.start && own <= span.end && text[span.start] === "#")) return [];
  const place = flowPlaceAt(text, own) ?? placeAt(text, own);
  if (!place) return [];
  const root = rootType(at, place, own);
  if (root === undefined) return text.trim() === "" || isHeaderOnly(text) ? headerItems(file, at, place) : [];
  const found = along({ kind: "ref", type: root.type }, root.path);
  if (!found) return [];
  const range = rangeOf(lines, { start: place.word.start + at.start, end: place.word.end + at.start });
  const insert = { file, at, place, range, locale };
  if (place.typing.kind === "value") return valueItems(insert, found, place.typing.key, root.kind, own);
  if (found.type.kind === "array") return itemItems(insert, found, root.kind, own);
  const facts = found.type.kind === "ref" ? typeFacts(found.type.type) : undefined;
  return facts ? fieldItems(insert, facts, "") : [];
}

interface Insert {
  readonly file: SourceFile;
  readonly at: FileChunk;
  readonly place: CursorPlace & { readonly flow?: boolean; readonly json?: boolean };
  readonly range: ReturnType<typeof rangeOf>;
  readonly locale: string;
}

/** The object around the cursor, by what it says of itself, and the path inside of it. */
function rootType(
  { chunk, objects }: FileChunk,
  place: CursorPlace,
  offset: number,
): { type: string; kind: string; path: (string | 0)[] } | undefined {
  const isList = chunk.content.kind === "item";
  const path = isList ? place.path.slice(1) : [...place.path];
  const object =
    objects.find(({ node }) => offset >= node.span.start && offset <= node.span.end) ??
    (objects.length === 1 ? objects[0] : undefined);
  if (object?.root)
    return { type: object.root.type, kind: object.kind, path: isList ? path : path.slice(object.path.length) };
  if (object?.template) {
    const inner = object.template.path.slice(object.path.length);
    if (inner.some((segment, index) => segment !== path[index])) return undefined;
    return { type: "v1.PodTemplateSpec", kind: object.kind, path: path.slice(inner.length) };
  }
  const written = /^(?:- +)? *"?kind"?:[ \t]+["']?(\w+)/m.exec(chunk.content.text)?.[1];
  const facts = written === undefined ? undefined : kindFacts(written);
  return facts && { type: facts.type, kind: facts.kind, path };
}

/** So little is there that it may still become anything: `apiVersion` and `kind` are offered. */
const isHeaderOnly = (text: string): boolean =>
  text.length < 2_000 &&
  text.split(/\r?\n/).every((line) => /^(?:#.*|[a-zA-Z]*|(?:apiVersion|kind):.*)?\s*$/.test(line));

function headerItems(file: SourceFile, { start }: FileChunk, place: CursorPlace): CompletionItem[] {
  if (place.path.length > 0) return [];
  const range = rangeOf(file.chunked.lines, { start: start + place.word.start, end: start + place.word.end });
  if (place.typing.kind === "value") {
    const { key } = place.typing;
    if (key !== "kind" && key !== "apiVersion") return [];
    const names =
      key === "kind" ? kinds().map((each) => each.kind) : [...new Set(kinds().map((each) => each.apiVersion))];
    return names.map((label) => ({ label, kind: CompletionItemKind.EnumMember, textEdit: { range, newText: label } }));
  }
  const rank = ["Deployment", "Pod", "Job", "CronJob", "StatefulSet", "DaemonSet"];
  return kinds().map(({ apiVersion, kind }) => ({
    label: kind,
    labelDetails: { description: apiVersion },
    kind: CompletionItemKind.Class,
    filterText: `apiVersion kind ${kind}`,
    sortText: `${String((rank.indexOf(kind) + 20) % 20).padStart(2, "0")}${kind}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range,
      newText: place.present.has("apiVersion")
        ? `kind: ${kind}\n$0`
        : `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: \${1:name}\n$0`,
    },
  }));
}

/** Behind `list:` without a dash yet: the items' fields, dash included; or the items' values. */
function itemItems(insert: Insert, found: TypeAtPath, kind: string, offset: number): CompletionItem[] {
  if (found.type.kind !== "array") return [];
  const { item } = found.type;
  const facts = item.kind === "ref" ? typeFacts(item.type) : undefined;
  if (insert.place.flow) return facts ? [] : valueItems(insert, { ...found, type: item }, "", kind, offset);
  return facts ? fieldItems(insert, facts, "- ") : [];
}

function fieldItems({ file, at, place, range, locale }: Insert, facts: TypeFacts, dash: string): CompletionItem[] {
  const { minor } = file.options;
  const style = styleOf(at.parsed);
  const column = place.column + dash.length;
  const present = dash === "" ? place.present : new Set<string>();
  return [...facts.fields.values()].flatMap((field) => {
    const availability = fieldAvailability(field, minor);
    if (present.has(field.name) || availability.state === "later" || field.name === "status") return [];
    const required = field.required || field.requiredBy !== undefined;
    const rank = `${required ? 0 : availability.state === "gated" ? 2 : 1}${String(fieldRank(facts.name, field.name)).padStart(3, "0")}`;
    const documentation = doc(`${facts.name}.${field.name}`, locale);
    return {
      label: field.name,
      kind:
        field.type.kind === "ref" || field.type.kind === "array"
          ? CompletionItemKind.Module
          : CompletionItemKind.Property,
      labelDetails: { description: typeName(field.type) },
      sortText: `${rank}${field.name}`,
      filterText: dash + field.name,
      insertTextMode: InsertTextMode.asIs,
      ...(availability.state === "gated" ? { detail: `${availability.gate} (${availability.stage})` } : {}),
      ...(documentation === undefined ? {} : { documentation: { kind: "markdown" as const, value: documentation } }),
      textEdit: {
        range,
        newText: place.json
          ? `"${field.name}"`
          : dash + field.name + opening(field, column, style, place.flow ?? false),
      },
    };
  });
}

/** What follows a field's name, so that the value can be typed at once. */
function opening({ type }: FieldFacts, column: number, style: ReturnType<typeof styleOf>, flow: boolean): string {
  if (flow || (type.kind !== "ref" && type.kind !== "array" && type.kind !== "map")) return ": ";
  if (type.kind === "array") return `:${style.lineBreak}${" ".repeat(column + style.dash)}- `;
  return `:${style.lineBreak}${" ".repeat(column + style.step)}`;
}

function valueItems(
  { file, at, range, locale, place }: Insert,
  parent: TypeAtPath,
  key: string,
  kind: string,
  offset: number,
): CompletionItem[] {
  const found =
    key === ""
      ? parent
      : parent.type.kind === "ref" || parent.type.kind === "map"
        ? along(parent.type, [key])
        : undefined;
  if (!found) return [];
  const quote = place.json && found.type.kind === "string" ? '"' : "";
  return valuesFor({ file, at, found, kind, path: place.path, key, offset }).map(
    ({ text, detail, preselect }, index) => {
      const documentation = doc(`value ${key} ${text}`, locale) ?? doc(`${key} ${text}`, locale);
      return {
        label: text,
        kind: CompletionItemKind.EnumMember,
        sortText: String(index).padStart(3, "0"),
        ...(detail === undefined ? {} : { detail }),
        ...(preselect ? { preselect } : {}),
        ...(documentation === undefined ? {} : { documentation: { kind: "markdown" as const, value: documentation } }),
        textEdit: { range, newText: quote + text + quote },
      };
    },
  );
}
