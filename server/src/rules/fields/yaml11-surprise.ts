// Accepted, but kubectl's YAML 1.1 reads it as something else than it looks like.
import * as l10n from "@vscode/l10n";
import { renameKey, setPlain, setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { violationsOf } from "./tableCheck.ts";
import type { Surprise } from "./violation.ts";

export const yaml11Surprise = rule({
  id: "yaml11-surprise",
  severity: "warning",
  on: "object",
  check({ object, minor, parsed, report }) {
    for (const violation of violationsOf(object, minor)) {
      if (violation.kind !== "surprise") continue;
      const { at, node, why, read, meant, pair } = violation;
      const span = why === "key" ? node.span : at.span;
      const reported = report({ path: at.path, span }, message(violation));
      if (why === "key")
        reported.fix(l10n.t("Put {0} in quotes", node.source), () => pair && renameKey(parsed, pair, node.source));
      else if (why === "boolean")
        reported.fix(l10n.t("Write {0}", read), () => setScalar(parsed, node, read === "true"));
      else {
        const written = meant ?? read;
        reported.fix(l10n.t("Write {0}", written), () => setPlain(parsed, node, written));
        // Somebody may have wanted the octal number after all.
        if (why === "octal") reported.fix(l10n.t("Write {0}", read), () => setPlain(parsed, node, read));
      }
    }
  },
});

function message({ why, node: { source }, read, meant, label }: Surprise): string {
  switch (why) {
    case "octal":
      return l10n.t(
        "A leading 0 makes the number octal: the API server gets {0} as {1}, not {2}.",
        read,
        label,
        meant ?? "",
      );
    case "decimal-mode":
      return l10n.t(
        "Without a leading 0 this {0} is decimal: the permissions become {1}, not {2}.",
        label,
        `0${Number(read).toString(8).padStart(3, "0")}`,
        meant ?? "",
      );
    case "boolean":
    case "underscore":
      return l10n.t("kubectl reads {0} as {1}; other YAML readers see a text. Write what it means.", source, read);
    case "key":
      return l10n.t(
        "Without quotes YAML does not read {0} as a text: the API server gets the key “{1}”.",
        source,
        read,
      );
  }
}
