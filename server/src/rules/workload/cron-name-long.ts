// The controller puts 11 characters behind a CronJob's name to name its Jobs, so the API server takes 52 at most.
import * as l10n from "@vscode/l10n";
import { asText, child, field } from "../../model/typed.ts";
import { utf8Length } from "../classes/expressions.ts";
import { rule } from "../rule.ts";

const longest = 52;
/** What the server appends to a generateName, of which it keeps 58 characters. */
const suffixLength = 5;

export const cronNameLong = rule({
  id: "cron-name-long",
  severity: "error",
  on: "object",
  supersedes: ["name-invalid", "value-invalid", "server-warning"],
  check({ object, report }) {
    // What is in the cluster already keeps its name.
    if (object.facts?.type !== "batch/v1.CronJob" || object.exported) return;
    const metadata = object.root && child(object.root, "metadata");
    if (!metadata) return;
    const name = field(metadata, "name", asText);
    const prefix = field(metadata, "generateName", asText);
    if (name.value !== undefined && name.value !== "") {
      const length = utf8Length(name.value);
      if (length > longest)
        report(
          name,
          l10n.t(
            "This name has {0} characters. A CronJob's may have {1}, for its Jobs get 11 more; the API server refuses it.",
            length,
            longest,
          ),
        );
      return;
    }
    if (name.origin === "templated" || prefix.value === undefined) return;
    const length = utf8Length(prefix.value);
    if (length + suffixLength > longest)
      report(
        { path: name.path, span: prefix.span },
        l10n.t(
          "This generateName has {0} characters. A CronJob's may have {1}: {2} are added to it, and 11 more for its Jobs.",
          length,
          longest - suffixLength,
          suffixLength,
        ),
      );
  },
});
