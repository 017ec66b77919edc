// Puts what is missing where it belongs, and takes empty list items away.
import * as l10n from "@vscode/l10n";
import { present, type TypedMap } from "../../model/typed.ts";
import { insertEntry, type Json, removeItem, replaceEntry, setScalar } from "../../syntax/edits.ts";
import type { TextEdit } from "../../text/span.ts";
import type { Reported, RuleContext } from "../rule.ts";
import { proposalFor } from "./proposals.ts";
import type { Missing } from "./violation.ts";

export function missingFixes(scope: RuleContext, violation: Missing, reported: Reported): void {
  const { how, map, field, entry } = violation;
  if (how === "null-item") {
    reported.fix(l10n.t("Remove the empty item"), () => removeNullItem(scope, violation));
    return;
  }
  const proposal = how === "union" ? undefined : proposalFor(map, field);
  if (!proposal) return;
  const { value, certain } = proposal;
  const title =
    typeof value === "object" ? l10n.t("Insert {0}", field) : l10n.t("Insert {0}: {1}", field, String(value));
  reported.fix(title, () => write(scope, map, field, entry, value), { preferred: certain });
}

function write(
  { parsed }: RuleContext,
  map: TypedMap,
  field: string,
  entry: Missing["entry"],
  value: Json,
): readonly TextEdit[] | undefined {
  if (!entry) return insertEntry(parsed, map.node, field, value, placeOf(field));
  if (typeof value === "string" || typeof value === "number") return setScalar(parsed, entry, value);
  return replaceEntry(parsed, map.node, entry, field, value);
}

/** Names and metadata stand before the rest. */
function placeOf(field: string): { first?: boolean; after?: string } {
  if (field === "metadata") return { after: "kind" };
  return field === "name" ? { first: true } : field === "selector" ? { after: "replicas" } : {};
}

function removeNullItem({ parsed }: RuleContext, { map, field, at }: Missing): TextEdit[] | undefined {
  const list = present(map, field);
  if (list?.kind !== "sequence") return undefined;
  const index = list.items.findIndex((item) => item.span.start === at.span.start);
  return index < 0 ? undefined : removeItem(parsed, list, index);
}
