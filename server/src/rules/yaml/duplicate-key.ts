// A key twice in one map: kubectl keeps the last one without a word.
import * as l10n from "@vscode/l10n";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { eachMap } from "./eachMap.ts";

export const duplicateKey = rule({
  id: "duplicate-key",
  severity: "warning",
  on: "document",
  schema: true,
  check({ parsed, root, report }) {
    eachMap(root, [], (map, path) => {
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
