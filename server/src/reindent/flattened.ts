// Tells a manifest whose indentation is lost as a whole from one that is merely wrong or half typed.
import { kindFacts, typeFacts } from "../knowledge/schema.ts";
import type { Span } from "../text/span.ts";
import { mostLines, readLines, readToken, type Token } from "./lines.ts";
import { isListKind, valueIn } from "./roots.ts";

export interface Flattened {
  /** The object's own. */
  readonly kind: string;
  /** The first key that stands where the kind has no such field. */
  readonly key: string;
  readonly span: Span;
}

/** Fields of every object and list; the others come from the kind. */
const common = ["apiVersion", "kind", "metadata"];
/** One stray key may be a slip. */
const fewestStray = 2;

/** @param text one document. undefined: not clearly flattened. */
export function findFlattened(text: string): Flattened | undefined {
  // A key with another one further in below it: indentation is there. Nearly every manifest is done with here.
  if (/^([ \t]*)[\w."'/-]+:[ \t]*(?:#.*)?\r?\n\1[ \t]+(?:- +)?[\w."'/-]+:/m.test(text)) return undefined;
  const lines = readLines(text);
  if (lines.length > mostLines) return undefined;
  const column = lines.find((each) => each.kind === "text")?.column;
  const seen = new Set<string>();
  const values = { apiVersion: "", kind: "" };
  let fields: ReadonlySet<string> | undefined;
  let belowEmpty = false;
  let first: Omit<Flattened, "kind"> | undefined;
  let stray = 0;
  let unknown = 0;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line?.kind !== "text") {
      index++;
      continue;
    }
    const token = readToken(lines, index);
    index += token.lines;
    if (line.column !== column) return undefined;
    const { key } = token;
    if (token.dashes.length > 0 || key === undefined) continue;
    if ((key === "apiVersion" || key === "kind") && values[key] === "") values[key] = valueIn(key, line.text) ?? "";
    fields ??= fieldsOf(values);
    const isField = common.includes(key) || fields?.has(key);
    if (belowEmpty && (!isField || seen.has(key))) {
      stray++;
      if (!isField && fields) unknown++;
      first ??= { key, span: { start: line.start, end: line.start + line.text.search(/\s*:(?:\s|$)/) } };
    }
    seen.add(key);
    belowEmpty ||= opensObject(token);
  }
  return first && fields && unknown > 0 && stray >= fewestStray ? { ...first, kind: values.kind } : undefined;
}

const opensObject = ({ key, value }: Token): boolean =>
  value.kind === "none" && (key === "metadata" || key === "spec" || key === "template" || key === "items");

/** undefined until both are known, and for kinds that are not ours. */
function fieldsOf({ apiVersion, kind }: { apiVersion: string; kind: string }): ReadonlySet<string> | undefined {
  if (apiVersion === "v1" && isListKind(kind)) return new Set(["items"]);
  const facts = kindFacts(kind);
  // A custom resource's group has a dot in it, always.
  if (!facts || apiVersion === "" || /\..*\//.test(apiVersion)) return undefined;
  return new Set(typeFacts(facts.type)?.fields.keys());
}
