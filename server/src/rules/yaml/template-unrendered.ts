// `{{ … }}` in a file that nothing renders: kubectl reads it as YAML and refuses it, or takes it for a map.
import * as l10n from "@vscode/l10n";
import type { ParsedChunk } from "../../syntax/chunk.ts";
import { parseChunk } from "../../syntax/parse.ts";
import type { Action } from "../../syntax/template/actions.ts";
import { rule } from "../rule.ts";

export const templateUnrendered = rule({
  id: "template-unrendered",
  severity: "error",
  on: "document",
  alone: true,
  check({ parsed, report, partial }) {
    const found = partial ? undefined : refusedAction(parsed);
    if (!found) return;
    const line = /^[^\r\n]*/.exec(parsed.text.slice(found.start, found.end))?.[0].length ?? 2;
    report(
      { path: [], span: { start: found.start, end: found.start + line } },
      l10n.t(
        "This looks like a template, and nothing has filled it in: kubectl refuses the text as it stands. Render it first (helm template), or keep it in a chart's templates folder, where it is judged as a template.",
      ),
    );
  },
});

/** The braces at which kubectl stops: read as a template, the text goes on there. Those in quotes and comments harm nobody. */
function refusedAction({ text, problems: [problem], comments }: ParsedChunk): Action | undefined {
  if (!problem || !/\{[{%#]/.test(text)) return undefined;
  const { renderings, problems } = parseChunk(text, { template: true });
  if ((problems[0]?.span.start ?? text.length) <= problem.span.start) return undefined;
  const actions = renderings?.template.actions.filter(
    ({ start }) => !comments.some(({ span }) => span.start <= start && start < span.end),
  );
  return actions?.findLast(({ start }) => start < problem.span.end) ?? actions?.[0];
}
