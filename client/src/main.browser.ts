// Entry of the browser's extension host: the server is a web worker.
import * as vscode from "vscode";
import { activate as activateCommon } from "./activate.ts";

export function activate(context: vscode.ExtensionContext): void {
  const worker = vscode.Uri.joinPath(context.extensionUri, "dist", "server.browser.js").toString(true);
  activateCommon(context, async (options) => {
    // Loaded with the first manifest: it takes most of the time, and other YAML has no use for it.
    const { LanguageClient } = await import("vscode-languageclient/browser");
    return new LanguageClient("podLifecycle", "Pod Lifecycle", new Worker(worker), options);
  });
}
