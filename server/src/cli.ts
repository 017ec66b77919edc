// The command line: what the editors show, without an editor. Exit 0: clean; 1: findings of error severity; 2: usage, or input that cannot be read.
import * as l10n from "@vscode/l10n";
import { check } from "./cli/check.ts";
import { explain } from "./cli/explain.ts";
import { reindent } from "./cli/reindent.ts";
import { server } from "./cli/server.ts";
import { timeline } from "./cli/timeline.ts";
import { UsageError } from "./cli/usage.ts";
import { bundleOf, environmentLocale, localeOf } from "./locale.ts";

interface Command {
  /** How it is called. */
  readonly usage: string;
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  check: {
    usage:
      "check [PATH…] [--format text|json] [--kubernetes-version 1.NN] [--locale en|zh-cn] [--rule ID=SEVERITY] [--max-warnings N]",
    run: check,
  },
  reindent: { usage: "reindent [FILE|-] [--locale en|zh-cn]", run: reindent },
  timeline: {
    usage: "timeline [FILE|-] [--pod NAME] [--scenario PRESET|FILE] [--format text|json] [--locale en|zh-cn]",
    run: timeline,
  },
  explain: { usage: "explain WORD [--kubernetes-version 1.NN] [--locale en|zh-cn]", run: explain },
  server: { usage: "server --stdio", run: server },
};

const usageOf = ({ usage }: Command): string => `  pod-lifecycle ${usage}`;
const usage = (): string => [l10n.t("Usage:"), ...Object.values(commands).map(usageOf)].join("\n");

/** Before anything speaks: one locale a process, by --locale or the environment. */
async function loadLocale(args: readonly string[]): Promise<void> {
  const at = args.findIndex((each) => each === "--locale" || each.startsWith("--locale="));
  const flag = args[at]?.startsWith("--locale=") ? args[at].slice("--locale=".length) : args[at + 1];
  const contents = await bundleOf(at < 0 ? environmentLocale(process.env) : localeOf(flag ?? ""));
  if (contents) l10n.config({ contents });
}

async function main(args: readonly string[]): Promise<number> {
  await loadLocale(args);
  const [name = "", ...rest] = args;
  const asksHelp = (word: string | undefined): boolean => word === "--help" || word === "-h";
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name === "help" || asksHelp(name) || (command && asksHelp(rest[0]))) {
    console.log(command ? `${l10n.t("Usage:")}\n${usageOf(command)}` : usage());
    return 0;
  }
  try {
    if (!command)
      throw new UsageError(name === "" ? usage() : `${l10n.t("There is no command “{0}”.", name)}\n${usage()}`);
    return await command.run(rest);
  } catch (error) {
    if (error instanceof UsageError) console.error(error.message);
    // Our own mistake: its trace is what a report of it needs.
    else
      console.error(l10n.t("Pod Lifecycle failed: {0}", error instanceof Error ? (error.stack ?? "") : String(error)));
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
