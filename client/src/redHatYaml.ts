// Tells the server in which open files Red Hat's YAML extension marks what Kubernetes' JSON schema gives.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type SchemaFiles, schemaFilesNotification } from "../../server/src/protocol.ts";
import { isCoveredBySchema } from "./schemaCoverage.ts";

/** Typing in a comment changes nothing until it rests. */
const restMs = 300;

export function tellSchemaFiles(client: BaseLanguageClient): vscode.Disposable {
  let told = "";
  let pending: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(pending);
    const uris = vscode.workspace.textDocuments.filter(isCovered).map(({ uri }) => uri.toString());
    if (uris.join("\n") === told) return;
    told = uris.join("\n");
    void client.sendNotification(schemaFilesNotification, { uris } satisfies SchemaFiles);
  };
  const tellSoon = (): void => {
    clearTimeout(pending);
    pending = setTimeout(tell, restMs);
  };
  tell();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(tell),
    vscode.workspace.onDidCloseTextDocument(tell),
    vscode.workspace.onDidChangeTextDocument(() => isThere() && tellSoon()),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("yaml") && tell()),
    vscode.extensions.onDidChange(tell),
    { dispose: () => clearTimeout(pending) },
  );
}

/** Since 1.24 it reads modelines and URLs of Kubernetes' schema as Kubernetes'. */
function isThere(): boolean {
  const version: unknown = vscode.extensions.getExtension("redhat.vscode-yaml")?.packageJSON.version;
  const [major = 0, minor = 0] = String(version ?? "")
    .split(".")
    .map(Number);
  return major > 1 || (major === 1 && minor >= 24);
}

function isCovered(document: vscode.TextDocument): boolean {
  if (document.languageId !== "yaml" || !isThere()) return false;
  const settings = vscode.workspace.getConfiguration("yaml");
  return isCoveredBySchema(document.getText(), document.uri.with({ query: "", fragment: "" }).toString(true), {
    // This one alone may be set for the language.
    validate: vscode.workspace.getConfiguration("yaml", document).get("validate"),
    schemas: settings.get("schemas"),
    disableSchemaDetection: settings.get("disableSchemaDetection"),
  });
}
