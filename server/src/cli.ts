// The command line: the same checks without an editor. Exit 0: clean; 1: findings of error severity; 2: usage, or input that cannot be read.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as l10n from "@vscode/l10n";
import { check } from "./cli/check.ts";
import { UsageError } from "./cli/usage.ts";

const commands: Record<string, (args: readonly string[]) => Promise<number>> = { check };

function usage(): string {
  return l10n.t(
    "Usage: pod-lifecycle check [PATH…] [--format text|json] [--kubernetes-version 1.NN] [--locale en|zh-cn] [--rule ID=SEVERITY] [--max-warnings N]",
  );
}

/** Before anything speaks: one locale a process, by --locale or the environment. */
function loadLocale(args: readonly string[]): void {
  const at = args.findIndex((each) => each === "--locale" || each.startsWith("--locale="));
  const wanted =
    at < 0
      ? process.env["LC_ALL"] || process.env["LC_MESSAGES"] || process.env["LANG"] || ""
      : (args[at]?.split("=")[1] ?? args[at + 1] ?? "");
  if (!/^zh([-_](cn|hans|sg))?\b/i.test(wanted)) return;
  const bundle = join(dirname(fileURLToPath(import.meta.url)), "..", "l10n", "bundle.l10n.zh-cn.json");
  l10n.config({ contents: readFileSync(bundle, "utf8") });
}

async function main(args: readonly string[]): Promise<number> {
  loadLocale(args);
  const [name = "", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    console.log(usage());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(name === "" ? usage() : l10n.t("There is no command “{0}”. {1}", name, usage()));
    return 2;
  }
  try {
    return await command(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
