// Lends the server the editor's file system: neighbours of open files, for every scheme and in the browser too.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { existsRequest, type FileParams, readRequest } from "../../server/src/protocol.ts";

export function answerFileRequests(client: BaseLanguageClient): void {
  const inWorkspace = (uri: vscode.Uri): boolean => vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  client.onRequest<boolean, void>(existsRequest, async ({ uri }: FileParams): Promise<boolean> => {
    const target = vscode.Uri.parse(uri);
    if (!inWorkspace(target)) return false;
    return Promise.resolve(vscode.workspace.fs.stat(target)).then(
      () => true,
      () => false,
    );
  });
  client.onRequest<string | null, void>(readRequest, async ({ uri }: FileParams) => {
    const target = vscode.Uri.parse(uri);
    if (!inWorkspace(target)) return null;
    return Promise.resolve(vscode.workspace.fs.readFile(target)).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => null,
    );
  });
}
