// `pod-lifecycle server --stdio`: the language server for editors that start it by a command (Neovim, Helix, Emacs, Zed).
import * as l10n from "@vscode/l10n";
import { UsageError } from "./usage.ts";

/** @returns 0; the process goes on until its client says exit */
export async function server(args: readonly string[]): Promise<number> {
  if (args[0] !== "--stdio" || args.length > 1)
    throw new UsageError(l10n.t("The server talks over standard input and output: pod-lifecycle server --stdio"));
  // It takes its transport from the command line and ends the process itself. In the bundle this is the server's own file.
  await import("../main.node.ts");
  return 0;
}
