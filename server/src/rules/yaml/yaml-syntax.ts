// Text that kubectl cannot read as YAML. Only the first problem of a chunk is told: what follows is often its echo.
import * as l10n from "@vscode/l10n";
import type { SyntaxProblem } from "../../syntax/chunk.ts";
import { isRefusedAsYaml12 } from "../../syntax/yaml12.ts";
import { rule } from "../rule.ts";
import { tidyIndentation } from "./tidy.ts";

export const yamlSyntax = rule({
  id: "yaml-syntax",
  severity: "error",
  on: "document",
  check({ parsed, report }) {
    const [problem] = parsed.problems;
    if (!problem) return;
    const reported = report(
      { path: [], span: problem.span },
      sentence(problem),
      problem.code === "not-followed" ? { severity: "warning" } : { schema: isRefusedAsYaml12(parsed.text) },
    );
    if (problem.code === "tab-indentation") {
      reported.fix(l10n.t("Replace tabs with spaces"), () => tidyIndentation(parsed.text));
    }
    if (problem.code === "unclosed-quote" || problem.code === "unclosed-bracket") {
      const { detail } = problem;
      if (detail !== undefined)
        reported.fix(l10n.t("Add the missing {0}", detail), () =>
          closeAtLineEnd(parsed.text, problem.span.start, detail),
        );
    }
  },
});

/** Most people forget the closing sign at the end of the line they were typing. */
function closeAtLineEnd(text: string, from: number, sign: string) {
  const rest = text.slice(from);
  const length = /^[^\r\n]*?(?=[ \t]*(?:\r|\n|$))/.exec(rest)?.[0].length ?? rest.length;
  return [{ span: { start: from + length, end: from + length }, newText: sign }];
}

function sentence({ code, detail = "" }: SyntaxProblem): string {
  switch (code) {
    case "tab-indentation":
      return l10n.t("YAML does not take a tab as indentation; kubectl refuses the file here. Use spaces.");
    case "control-character":
      return l10n.t("kubectl refuses the invisible character {0} in YAML. Delete it.", detail);
    case "unclosed-quote":
      return l10n.t("This quote is never closed, so the text cannot be read from here on.");
    case "unclosed-bracket":
      return l10n.t("This bracket is never closed, so the text cannot be read from here on.");
    case "bad-indentation":
      return l10n.t("This line's indentation fits no line above it. Line it up with the keys that it belongs to.");
    case "unknown-alias":
      return l10n.t("There is no anchor &{0} above this alias.", detail);
    case "recursive-alias":
      return l10n.t("The alias *{0} stands inside its own anchor; kubectl refuses that.", detail);
    case "bad-anchor":
      return l10n.t("An anchor's name has only letters, digits, “-” and “_”.");
    case "bad-escape":
      return l10n.t(
        "“{0}” is no escape that kubectl's YAML knows. Write the character itself, or use single quotes.",
        detail,
      );
    case "bad-key":
      return l10n.t("A key has to be a text or a number: kubectl refuses a list, a map or nothing as a key.");
    case "bad-tag":
      return l10n.t("The value does not fit its tag {0}; kubectl refuses it.", detail);
    case "bad-merge":
      return l10n.t("“<<” takes a map, or aliases of maps.");
    case "not-a-json-number":
      return l10n.t(
        "{0} is infinite or no number, which JSON cannot carry; kubectl refuses it. Put it in quotes if a text is meant.",
        detail,
      );
    case "directive":
      return l10n.t("kubectl refuses a file with a “%” directive before “---”. Delete the line.");
    case "separator-content":
      return l10n.t(
        "A line that starts with “---” must hold nothing else: kubectl refuses the whole file. Start the text on the next line.",
      );
    case "long-key":
      return l10n.t("A key has at most 1,024 bytes and stands on one line; kubectl refuses this one.");
    case "missing-colon":
      return l10n.t("A “:” and a blank are missing here, after the key.");
    case "missing-comma":
      return l10n.t("A “,” or a closing “{0}” is missing before this.", detail);
    case "too-many-aliases":
      return l10n.t("The aliases multiply to more values than kubectl takes; it refuses the document.");
    case "too-deep":
      return l10n.t("The nesting goes deeper than {0} levels; kubectl refuses the document.", detail);
    case "not-followed":
      return l10n.t(
        "The nesting is too deep to follow: no Kubernetes object has over {0} levels. Nothing in this document is checked.",
        detail,
      );
    case "unexpected":
      return l10n.t("kubectl cannot read the YAML from here on.");
  }
}
