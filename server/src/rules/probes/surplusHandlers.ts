// One handler only: what probes and hooks have in common where there are several.
import * as l10n from "@vscode/l10n";
import type { Handler, HandlerName } from "../../model/probe.ts";
import { removeEntry } from "../../syntax/edits.ts";
import type { MapNode } from "../../syntax/nodes.ts";
import type { Reported, RuleContext } from "../rule.ts";

/**
 * Marks every handler but the one that the API server looks at first, and offers to keep any of them.
 * @param order the server's order of looking: the first present one is kept, the others are named in its errors
 */
export function reportSurplus(
  { report, parsed }: RuleContext,
  map: MapNode,
  handlers: readonly Handler[],
  order: readonly HandlerName[],
  message: (kept: HandlerName) => string,
): void {
  const byOrder = order.flatMap((name) => handlers.find((each) => each.name === name) ?? []);
  const [kept, ...surplus] = byOrder;
  if (!kept) return;
  const keepOnly = (chosen: Handler) => () => {
    const edits = byOrder
      .filter((each) => each !== chosen)
      .map((each) => {
        const entry = map.fields.get(each.name);
        return entry && removeEntry(parsed, map, entry);
      });
    return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
  };
  for (const extra of surplus) {
    const reported: Reported = report(extra, message(kept.name));
    for (const each of byOrder)
      reported.fix(l10n.t("Keep only {0}", each.name), keepOnly(each), { preferred: each === kept });
  }
}
