// How a command reads its flags, and what it does when they are wrong.
import { parseArgs } from "node:util";
import * as l10n from "@vscode/l10n";
import { nearest } from "../text/nearest.ts";

/** A mistake in how the command line was called: shown as one sentence, exit code 2. */
export class UsageError extends Error {}

export interface Flags {
  readonly positionals: readonly string[];
  /** Every value of a flag, in order. */
  all(name: string): readonly string[];
  /** The last one. */
  last(name: string): string | undefined;
}

/** @param names of the flags, each with a value: `--name value` or `--name=value` */
export function readFlags(args: readonly string[], names: readonly string[]): Flags {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string", multiple: true } as const]));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!names.includes(token.name)) throw unknownFlag(token.rawName, names);
    if (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))
      throw new UsageError(l10n.t("{0} needs a value.", token.rawName));
    values.set(token.name, [...(values.get(token.name) ?? []), token.value]);
  }
  const all = (name: string): readonly string[] => values.get(name) ?? [];
  return { positionals, all, last: (name) => all(name).at(-1) };
}

function unknownFlag(written: string, names: readonly string[]): UsageError {
  const close = nearest(written.replace(/^-+/, ""), names);
  return new UsageError(
    close === undefined
      ? l10n.t("There is no option {0}.", written)
      : l10n.t("There is no option {0}. Did you mean --{1}?", written, close),
  );
}
