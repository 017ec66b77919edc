// Sentences one behind the other: with a blank between them, or without, as the language has it.
import * as l10n from "@vscode/l10n";

/** Empty ones are left out. */
export function sentences(...all: readonly string[]): string {
  return all
    .filter((each) => each !== "")
    .reduce((told, next) => (told === "" ? next : l10n.t("{0} {1}", told, next)), "");
}
