// `pod-lifecycle reindent`: prints a manifest with the indentation that it lost on its way through a web page or a chat.
import { resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import { restoreFile } from "../reindent/reindent.ts";
import { type Input, inputs } from "./inputs.ts";
import { standardOutput } from "./output.ts";
import { readFlags, UsageError } from "./usage.ts";

/** @returns the exit code: 0, or 2 for a text that is no manifest of ours or cannot be read as one; then nothing is printed */
export async function reindent(args: readonly string[]): Promise<number> {
  const path = readArguments(args);
  const input = await only(path);
  const { text, outcomes } = restoreFile(input.text);
  const unreadable = outcomes.indexOf("unreadable");
  if (unreadable >= 0)
    throw new UsageError(
      l10n.t(
        "Document {0} cannot be re-indented: some of its lines are no YAML, or have no place in the object that it names.",
        unreadable + 1,
      ),
    );
  if (outcomes.every((each) => each === "foreign"))
    throw new UsageError(
      l10n.t(
        "There is nothing to re-indent: no document names a kind with a pod, a Service or the like (apiVersion, kind).",
      ),
    );
  await standardOutput().write(text);
  return 0;
}

async function only(path: string): Promise<Input> {
  const complain = (sentence: string): never => {
    throw new UsageError(sentence);
  };
  for await (const input of inputs([path], complain))
    if (path === "-" || input.path === resolve(path)) return input;
    else break;
  throw new UsageError(l10n.t("{0} is a folder; reindent takes one file, or - for standard input.", path));
}

function readArguments(args: readonly string[]): string {
  const [path = "-", ...more] = readFlags(args, ["locale"]).positionals;
  if (more.length > 0) throw new UsageError(l10n.t("reindent takes one file, or - for standard input."));
  return path;
}
