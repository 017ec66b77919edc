// `pod-lifecycle explain WORD`: what hover says, for a field, phase, reason, exit code, signal or port, without a manifest.
import * as l10n from "@vscode/l10n";
import { lookUp, nearestWord } from "../explain/lookUp.ts";
import { environmentLocale, localeOf } from "../locale.ts";
import { readSettings } from "../settings.ts";
import { standardOutput } from "./output.ts";
import { readFlags, UsageError } from "./usage.ts";

/** @returns the exit code: 0, or 2 for an unknown word */
export async function explain(args: readonly string[]): Promise<number> {
  const { word, minor, locale } = readArguments(args);
  const found = lookUp(word, { minor, locale });
  if (found.length === 0) {
    const near = nearestWord(word);
    throw new UsageError(
      near === undefined
        ? l10n.t("Pod Lifecycle does not know “{0}”.", word)
        : l10n.t("Pod Lifecycle does not know “{0}”. Did you mean “{1}”?", word, near),
    );
  }
  await standardOutput().write(`${found.map(asText).join("\n\n\n")}\n`);
  return 0;
}

function readArguments(args: readonly string[]) {
  const flags = readFlags(args, ["kubernetes-version", "locale"]);
  const [word, ...more] = flags.positionals;
  if (word === undefined || more.length > 0)
    throw new UsageError(
      l10n.t(
        "explain takes one word: a field, phase, reason, exit code, signal or port, such as CrashLoopBackOff or 137.",
      ),
    );
  const { settings, warnings } = readSettings({ kubernetesVersion: flags.last("kubernetes-version") });
  if (warnings[0] !== undefined) throw new UsageError(warnings[0]);
  const asked = flags.last("locale");
  return {
    word,
    minor: settings.minor,
    locale: asked === undefined ? environmentLocale(process.env) : localeOf(asked),
  };
}

/** The little Markdown of our docs, as a terminal shows it. */
function asText(markdown: string): string {
  return markdown
    .split("\n\n")
    .map((paragraph) => paragraph.replace(/\*\*|`/g, "").replace(/(?<![\w*])[*_](\S[^*_]*)[*_](?![\w*])/g, "$1"))
    .join("\n");
}
