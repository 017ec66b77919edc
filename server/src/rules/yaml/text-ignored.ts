// Text that kubectl drops without a word: what stands there never reaches the cluster.
import * as l10n from "@vscode/l10n";
import { losesManifest } from "../mayHoldObject.ts";
import { rule } from "../rule.ts";

export const textIgnored = rule({
  id: "text-ignored",
  severity: "warning",
  on: "document",
  check({ parsed, report, objects }) {
    const isRefused = objects.length === 0 && losesManifest(parsed);
    for (const span of parsed.ignored) {
      const text = parsed.text.slice(span.start, span.end);
      const firstLine = /^[^\r\n]*/.exec(text)?.[0].length ?? 0;
      const afterEnd = /^\.\.\./m.test(parsed.text.slice(0, span.start));
      const message = afterEnd
        ? l10n.t(
            "kubectl drops everything from here on without a word: the document ends at “...”. Put “---” before it to make it a document of its own.",
          )
        : l10n.t(
            "kubectl drops everything from here on without a word: the line stands left of the document's first key. Line it up, or put “---” before it.",
          );
      report({ path: [], span: { start: span.start, end: span.start + Math.max(1, firstLine) } }, message, {
        unnecessary: true,
        // Of what is left kubectl says that it has no kind.
        ...(isRefused && { severity: "error" as const }),
      });
    }
  },
});
