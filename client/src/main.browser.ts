// Entry of the browser's extension host: the server is a web worker.
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activate as activateCommon } from "./activate.ts";

export function activate(context: vscode.ExtensionContext): void {
  const worker = vscode.Uri.joinPath(context.extensionUri, "dist", "server.browser.js").toString(true);
  activateCommon(
    context,
    (options) => new LanguageClient("podLifecycle", "Pod Lifecycle", new Worker(worker), options),
  );
}
