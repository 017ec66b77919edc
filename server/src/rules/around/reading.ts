// What the rules here ask of a map again and again, and the one way out that is always there.
import * as l10n from "@vscode/l10n";
import { asInteger, asText, entryOf, field, present, type TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { type ResolvedNode, resolve } from "../../syntax/nodes.ts";
import type { Path, Segment } from "../../syntax/path.ts";
import type { Reported, RuleContext } from "../rule.ts";

/** undefined where nobody knows; "" when absent. */
export const textOf = (map: TypedMap, name: string): string | undefined =>
  field(map, name, asText, { fallback: "" }).value;

/** undefined where nobody knows, and when absent. */
export const numberOf = (map: TypedMap, name: string): number | undefined =>
  field(map, name, asInteger, { fallback: null }).value;

/** What stands in a list of texts; undefined for an item that nobody knows. */
export interface Item extends Place {
  readonly text: string | undefined;
  readonly node: ResolvedNode;
}

/** @param as the name that the API server gives the list in its errors */
export function textsOf(map: TypedMap, name: string, as = name): Item[] {
  const node = present(map, name);
  if (node?.kind !== "sequence") return [];
  return node.items.map((item, index) => {
    const at = resolve(item);
    const text = at.kind === "scalar" && at.value === null ? "" : asText(at);
    const known = !(at.kind === "scalar" && at.templated);
    return { text: known ? text : undefined, node: at, path: [...map.path, as, index], span: item.span };
  });
}

/** The field's key, under the name that the server gives it. */
export function placeOf(map: TypedMap, name: string, ...path: Segment[]): Place {
  const entry = entryOf(map, name);
  const at: Path = [...map.path, ...(path.length > 0 ? path : [name])];
  return { path: at, span: entry?.key.span ?? map.span };
}

/** What was meant instead nobody knows, so taking it out is an offer only. */
export function offerRemoval(
  { parsed }: RuleContext,
  reported: Reported,
  map: TypedMap,
  name: string,
  preferred = false,
): void {
  const entry = entryOf(map, name);
  if (entry) reported.fix(l10n.t("Remove {0}", name), () => removeEntry(parsed, map.node, entry), { preferred });
}
