// Blogs and chats lose indentation. What is left has one mistake, not thirty: said once, and put right as a whole.
import * as l10n from "@vscode/l10n";
import { findFlattened } from "../../reindent/flattened.ts";
import { restoreIndentation } from "../../reindent/reindent.ts";
import { rule } from "../rule.ts";

export const flattenedManifest = rule({
  id: "flattened-manifest",
  severity: "error",
  on: "document",
  alone: true,
  check({ parsed, report }) {
    const found = parsed.json ? undefined : findFlattened(parsed.text);
    if (!found) return;
    report(
      { path: [found.key], span: found.span },
      l10n.t(
        "This manifest has lost its indentation: kubectl takes “{0}” and the keys below it for fields of the {1} itself, and the API server refuses them. The order of the keys still tells where each belongs.",
        found.key,
        found.kind,
      ),
    ).fix(l10n.t("Re-indent the whole document"), () => {
      // The text goes on behind a line such as `-----BEGIN CERTIFICATE-----`, which kubectl takes for a separator.
      if (parsed.problems.some((each) => each.code === "separator-content")) return undefined;
      const { outcome, edits } = restoreIndentation(parsed.text);
      return outcome === "restored" ? edits : undefined;
    });
  },
});
