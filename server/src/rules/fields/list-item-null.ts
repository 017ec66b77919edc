// An empty item in a command: the program gets an empty argument, which nobody means.
import * as l10n from "@vscode/l10n";
import { present, type TypedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { removeItem } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { type RuleContext, rule } from "../rule.ts";
import { emptyItemSpan } from "./emptyItem.ts";

export const listItemNull = rule({
  id: "list-item-null",
  severity: "warning",
  on: "container",
  schema: true,
  check(scope) {
    const { container } = scope;
    checkList(scope, container.map, "command");
    checkList(scope, container.map, "args");
    for (const { handlers } of [...container.probes, ...container.hooks])
      for (const { name, map } of handlers) if (name === "exec" && map) checkList(scope, map, "command");
  },
});

function checkList({ parsed, report }: RuleContext, map: TypedMap, name: string): void {
  const list = present(map, name);
  if (list?.kind !== "sequence") return;
  for (const [index, item] of list.items.entries()) {
    if (!isNull(resolve(item))) continue;
    report(
      { path: [...map.path, name, index], span: emptyItemSpan(parsed.text, item) },
      l10n.t('This item of {0} is empty: the program gets an empty argument ("") for it.', name),
    ).fix(l10n.t("Remove the empty item"), () => removeItem(parsed, list, index));
  }
}
