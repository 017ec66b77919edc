// `{{ … }}` in a file that nothing renders: kubectl reads it as YAML and refuses it, or takes it for a map.
import * as l10n from "@vscode/l10n";
import { rule } from "../rule.ts";

export const templateUnrendered = rule({
  id: "template-unrendered",
  severity: "error",
  on: "document",
  supersedes: ["yaml-syntax"],
  check({ parsed, report, partial }) {
    if (partial || parsed.problems.length === 0) return;
    const found = /\{\{-?|\{%-?/.exec(withoutComments(parsed.text, parsed.comments));
    if (!found) return;
    const line = /^[^\r\n]*/.exec(parsed.text.slice(found.index))?.[0] ?? "";
    const close = /\}\}|%\}/.exec(line);
    const length = close ? close.index + 2 : line.length;
    report(
      { path: [], span: { start: found.index, end: found.index + length } },
      l10n.t(
        "This looks like a template, and nothing has filled it in: kubectl refuses the text as it stands. Render it first (helm template), or keep it in a chart's templates folder, where it is judged as a template.",
      ),
    );
  },
});

/** Same length, comments blanked: a `{{` in a comment harms nobody. */
function withoutComments(
  text: string,
  comments: readonly { readonly span: { readonly start: number; readonly end: number } }[],
): string {
  let result = "";
  let at = 0;
  for (const { span } of comments) {
    result += text.slice(at, span.start) + " ".repeat(span.end - span.start);
    at = span.end;
  }
  return result + text.slice(at);
}
