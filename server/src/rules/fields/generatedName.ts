// The name that the API server will make of a generateName, held against what it takes as a name.
import type { TypedMap } from "../../model/typed.ts";
import { asText, present } from "../../model/typed.ts";
import { badText } from "./badText.ts";
import { type TableScope, tableFact } from "./tableFacts.ts";
import type { BadText } from "./violation.ts";

/** Characters that the server keeps of a generateName, and the letters that it adds. */
const kept = 58;
const added = "x".repeat(5);

/** undefined when there is a name, or when the generated one is right. */
export function badGeneratedName(metadata: TypedMap, scope: TableScope): BadText | undefined {
  if (metadata.type !== "meta/v1.ObjectMeta") return undefined;
  const prefix = present(metadata, "generateName");
  const name = present(metadata, "name");
  const text = prefix?.kind === "scalar" && !prefix.templated ? asText(prefix) : undefined;
  if (prefix?.kind !== "scalar" || !text || (name && !(name.kind === "scalar" && name.value === ""))) return undefined;
  const [ofName, ofPrefix] = ["name", "generateName"].map((field) => {
    const facts = metadata.facts.fields.get(field);
    return facts && tableFact(metadata, facts, scope);
  });
  const bad = ofName && badText(ofName, text.slice(0, kept) + added);
  if (!bad) return undefined;
  return {
    kind: "text",
    node: prefix,
    text,
    part: "field",
    required: false,
    // The same words where the prefix itself is refused: it is the same mistake.
    ...((ofPrefix && badText(ofPrefix, text)) ?? bad),
    at: { path: [...metadata.path, "name"], span: prefix.span },
    echoes: [],
    map: metadata,
    field: "generateName",
    entry: metadata.node.fields.get("generateName"),
  };
}
