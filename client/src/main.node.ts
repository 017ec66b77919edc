// Entry of the desktop and remote extension host: the server is a process of its own.
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activate as activateCommon } from "./activate.ts";

export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.node.cjs").fsPath;
  activateCommon(context, (options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      "podLifecycle",
      "Pod Lifecycle",
      { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
      options,
    );
  });
}
