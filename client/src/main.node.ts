// Entry of the desktop and remote extension host: the server is a process of its own.
import * as vscode from "vscode";
import { activate as activateCommon } from "./activate.ts";

export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.node.cjs").fsPath;
  activateCommon(context, async (options) => {
    // Loaded with the first manifest: it takes most of the time, and other YAML has no use for it.
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      "podLifecycle",
      "Pod Lifecycle",
      { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
      options,
    );
  });
}
