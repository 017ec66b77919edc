// An ignore that hits nothing hides the next mistake at its place: it goes when its reason has gone.
import * as l10n from "@vscode/l10n";
import type { ParsedChunk } from "../../syntax/chunk.ts";
import { lineStart, nextLine } from "../../syntax/style.ts";
import { nearest } from "../../text/nearest.ts";
import type { TextEdit } from "../../text/span.ts";
import { rule, type Targets } from "../rule.ts";
import { ignoreWord } from "./ignores.ts";

export const unusedIgnore = rule({
  id: "unused-ignore",
  severity: "warning",
  on: "ignore",
  check({ parsed, report, ...scope }) {
    const { ignore, name, known } = scope;
    const remove = (): TextEdit[] | undefined => removal(parsed, scope);
    const removeTitle = l10n.t("Remove it");
    if (ignore.scope === "unknown") {
      report({ path: [], span: ignore.comment.span }, unknownScope()).fix(removeTitle, remove);
    } else if (!name) {
      report({ path: [], span: ignore.comment.span }, noName()).fix(removeTitle, remove);
    } else if (known.includes(name.id)) {
      const message = l10n.t("“{0}” finds nothing here, so there is nothing to ignore.", name.id);
      report({ path: [], span: name.span }, message, { unnecessary: true }).fix(removeTitle, remove);
    } else {
      const close = nearest(name.id, known);
      const message =
        close === undefined
          ? l10n.t("There is no rule “{0}”, so this ignores nothing.", name.id)
          : l10n.t("There is no rule “{0}”, so this ignores nothing. Did you mean “{1}”?", name.id, close);
      const reported = report({ path: [], span: name.span }, message);
      if (close !== undefined)
        reported.fix(l10n.t("Change it to “{0}”", close), () => [{ span: name.span, newText: close }]);
      reported.fix(removeTitle, remove);
    }
  },
});

const unknownScope = (): string =>
  l10n.t(
    "This ignores nothing. Write {0} for one line, {0}-block for what the next key holds, or {0}-file for the whole file.",
    ignoreWord,
  );
const noName = (): string =>
  l10n.t(
    "No rule is named here, so nothing is ignored. Write “{0} rule-id: why”; the id stands behind each finding.",
    ignoreWord,
  );

/** The name with its comma, or the whole comment, with its line where it is alone there. */
function removal({ text, ignored }: ParsedChunk, { ignore, name, useful }: Targets["ignore"]): TextEdit[] | undefined {
  const { comment, names } = ignore;
  // An action in it may open or close a block.
  if (comment.text.includes("{{")) return undefined;
  // Without the comment, what kubectl drops behind it might go on with the text before it.
  if (ignored.length > 0) return undefined;
  if (name && useful) {
    const index = names.indexOf(name);
    const before = names[index - 1];
    const start = before ? before.span.end : name.span.start;
    const end = before ? name.span.end : (names[index + 1]?.span.start ?? name.span.end);
    return [{ span: { start, end }, newText: "" }];
  }
  const line = lineStart(text, comment.span.start);
  const lead = text.slice(line, comment.span.start);
  if (lead.trim() === "") return [{ span: { start: line, end: nextLine(text, comment.span.end) }, newText: "" }];
  return [{ span: { start: line + lead.trimEnd().length, end: comment.span.end }, newText: "" }];
}
