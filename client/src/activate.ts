// What both hosts (Node and web worker) share: when the server starts, and everything the extension adds to the editor.
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { registerCommands } from "./commands.ts";
import { answerFileRequests } from "./fileAccess.ts";
import { couldHoldPod, couldHoldPodNow, languages } from "./relevance.ts";
import { registerRulePages } from "./rulePages.ts";
import type { Running } from "./running.ts";

/** Makes the client for this host; not started. */
export type MakeClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export function activate(context: vscode.ExtensionContext, makeClient: MakeClient): void {
  const output = vscode.window.createOutputChannel("Pod Lifecycle", { log: true });
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;
  let schemaFiles: vscode.Disposable | undefined;

  const start = (): Promise<void> => {
    starting ??= (async () => {
      client = await makeClient(clientOptions(output));
      answerFileRequests(client);
      await client.start();
      schemaFiles = (await import("./redHatYaml.ts")).tellSchemaFiles(client);
      output.info("The language server is running.");
    })().catch((error: unknown) => {
      output.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t("Pod Lifecycle could not start its language server. The output channel says why."),
      );
    });
    return starting;
  };
  const running: Running = {
    output,
    client: () => client,
    async restart() {
      schemaFiles?.dispose();
      await client?.dispose();
      client = undefined;
      starting = undefined;
      await start();
    },
  };

  context.subscriptions.push(
    output,
    { dispose: () => void client?.dispose() },
    { dispose: () => schemaFiles?.dispose() },
  );
  registerRulePages(context);
  registerCommands(context, running);
  startWhenNeeded(context, start);
}

/** The server's process is only worth its memory once a document may hold a pod. Nothing polls: documents announce themselves. */
function startWhenNeeded(context: vscode.ExtensionContext, start: () => Promise<void>): void {
  if (vscode.workspace.textDocuments.some(couldHoldPod)) {
    void start();
    return;
  }
  const found = (): void => {
    watching.dispose();
    void start();
  };
  const watching = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => couldHoldPod(document) && found()),
    vscode.workspace.onDidChangeTextDocument((change) => couldHoldPodNow(change) && found()),
  );
  context.subscriptions.push(watching);
}

function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: vscode.env.language,
    fileAccess: true,
    suggestCommand: "editor.action.triggerSuggest",
    turnRuleOffCommand: "podLifecycle.turnRuleOff",
    ...(vscode.l10n.bundle ? { l10n: vscode.l10n.bundle as Record<string, string> } : {}),
  };
  return {
    documentSelector: languages.map((language) => ({ language })),
    initializationOptions,
    outputChannel: output,
    synchronize: {
      fileEvents: vscode.workspace.createFileSystemWatcher(
        "**/{Chart.yaml,kustomization.yaml,kustomization.yml,Kustomization}",
      ),
    },
  };
}
