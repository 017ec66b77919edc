// How a sentence calls the place of a value: a field, an item of a list, or a pair of a free map.
import * as l10n from "@vscode/l10n";
import type { Entry } from "../../syntax/nodes.ts";
import type { Part } from "./violation.ts";

export function partName(field: string, part: Part, entry: Entry | undefined): string {
  if (part === "item") return l10n.t("an item of {0}", field);
  if (part === "key") return l10n.t("a key of {0}", field);
  return part === "value" && entry ? entry.name : field;
}
