// What is wrong with a scenario, in a sentence.
import * as l10n from "@vscode/l10n";
import type { ScenarioProblem } from "../simulate/scenarioRead.ts";
import { nearest } from "../text/nearest.ts";

export function scenarioProblemText({ path, why, expected }: ScenarioProblem): string {
  const where = path.length === 0 ? l10n.t("The scenario") : path.join(".");
  const name = String(path.at(-1) ?? "");
  const words = expected.map(String);
  switch (why) {
    case "not-a-map":
      return l10n.t("{0} takes a map.", where);
    case "not-a-list":
      return l10n.t("{0} takes a list.", where);
    case "not-a-number":
      return l10n.t("{0} takes a number.", where);
    case "not-a-word":
      return l10n.t("{0} takes a word.", where);
    case "not-true-or-false":
      return l10n.t("{0} takes true or false.", where);
    case "out-of-range":
      return l10n.t("{0} takes a number from {1} to {2}.", where, expected[0] ?? 0, expected[1] ?? 0);
    case "unknown-word":
      return l10n.t("{0} takes one of {1}.", where, words.join(", "));
    case "unknown-container": {
      const close = nearest(name, words);
      return close === undefined
        ? l10n.t("The pod has no container {0}; it has {1}.", name, words.join(", "))
        : l10n.t("The pod has no container {0}. Did you mean {1}?", name, close);
    }
    case "unknown-field": {
      const close = nearest(name, words);
      return close === undefined
        ? l10n.t("A scenario has no field {0} here; it has {1}.", where, words.join(", "))
        : l10n.t("A scenario has no field {0} here. Did you mean {1}?", where, close);
    }
  }
}
