// A key twice in one map: kubectl keeps the last one without a word.
import * as l10n from "@vscode/l10n";
import { removeEntry } from "../../syntax/edits.ts";
import type { MapNode, Node } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";
import { rule } from "../rule.ts";

export const duplicateKey = rule({
  id: "duplicate-key",
  severity: "warning",
  on: "document",
  check({ parsed, report }) {
    eachMap(parsed.root, [], (map, path) => {
      for (const entry of map.written) {
        if (entry.role !== "duplicate") continue;
        report(
          { path: [...path, entry.name], span: entry.key.span },
          l10n.t(
            "“{0}” stands twice in this map. kubectl keeps the last one and drops this one without a word; Helm and kustomize refuse the file.",
            entry.name,
          ),
          { unnecessary: true },
        ).fix(l10n.t("Remove this “{0}”", entry.name), () => removeEntry(parsed, map, entry));
      }
    });
  },
});

/** Every map as written, each once: aliases are not followed. */
export function eachMap(node: Node | undefined, path: Path, visit: (map: MapNode, path: Path) => void): void {
  if (node?.kind === "sequence") {
    for (const [index, item] of node.items.entries()) eachMap(item, [...path, index], visit);
  } else if (node?.kind === "map") {
    visit(node, path);
    for (const entry of node.written) eachMap(entry.value, [...path, entry.name], visit);
  }
}
