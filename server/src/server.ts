// The language server without its transport: documents in, diagnostics and answers out. main.node.ts and main.browser.ts give it a connection.
import * as l10n from "@vscode/l10n";
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { nameOf, type OpenDocument, openDocuments } from "./documents.ts";
import { type CodeActionContext, codeActionKinds, codeActions } from "./features/codeActions.ts";
import { type CompletionContext, complete, completionTriggers } from "./features/completion.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { hover } from "./features/hover.ts";
import { documentSymbols } from "./features/symbols.ts";
import { liveSettings } from "./liveSettings.ts";
import { type Locale, localeOf } from "./locale.ts";
import { type InitializationOptions, rulePageUri } from "./protocol.ts";
import { listenForSchemaFiles } from "./schemaFiles.ts";
import { classify, type Files, isMarkerFile, markerGlob } from "./workspace/classify.ts";
import type { FileOptions, SourceFile } from "./workspace/file.ts";

/** What the process around the server gives it. */
export interface Host {
  files(options: InitializationOptions): Files;
  /** For clients that tell no locale. */
  readonly locale: Locale;
  /** Translations, for clients that bring none. */
  bundle(locale: Locale): Promise<Record<string, string> | undefined>;
}

export function startServer(connection: Connection, host: Host): void {
  const told = new Set<string>();
  let files: Files = { exists: async () => false, read: async () => undefined };
  let locale: Locale = host.locale;
  let canConfigure = false;
  let lamp: Pick<CodeActionContext, "turnRuleOffCommand"> = {};
  let editor: Omit<CompletionContext, "locale"> = {};
  const registrations: (() => Promise<unknown>)[] = [];
  let pageOf = (_rule: string): string | undefined => undefined;

  connection.onInitialize(
    async ({ capabilities: { workspace, textDocument }, ...params }): Promise<InitializeResult> => {
      const given = (params.initializationOptions ?? {}) as InitializationOptions;
      const wanted = given.locale ?? params.locale;
      if (wanted !== undefined) locale = localeOf(wanted);
      const contents = given.l10n ?? (await host.bundle(locale));
      if (contents) l10n.config({ contents: { ...contents } });
      files = host.files(given);
      if (given.fileAccess) pageOf = rulePageUri;
      if (given.turnRuleOffCommand !== undefined) lamp = { turnRuleOffCommand: given.turnRuleOffCommand };
      canConfigure = workspace?.configuration === true;
      editor = {
        snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
        ...(given.suggestCommand === undefined ? {} : { suggestCommand: given.suggestCommand }),
      };
      const { client } = connection;
      if (workspace?.didChangeConfiguration?.dynamicRegistration)
        registrations.push(() => client.register(DidChangeConfigurationNotification.type, { section: "podLifecycle" }));
      // Our own client watches by itself.
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration && !given.fileAccess)
        registrations.push(() =>
          client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: markerGlob }] }),
        );
      return {
        serverInfo: { name: "pod-lifecycle" },
        capabilities: {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          hoverProvider: true,
          completionProvider: { triggerCharacters: completionTriggers },
          documentSymbolProvider: true,
          codeActionProvider: { codeActionKinds },
        },
      };
    },
  );

  connection.onInitialized(
    logged("start", async () => {
      await settings.settle();
      await Promise.all(registrations.map((register) => register()));
    }),
  );
  connection.onDidChangeConfiguration(
    logged("settings", async (change) => {
      await settings.load((change.settings as { podLifecycle?: unknown } | null)?.podLifecycle);
      await documents.reopenAll();
    }),
  );

  function tellOnce(sentence: string, key = sentence): void {
    if (told.has(key)) return;
    told.add(key);
    // Not window.showWarningMessage: that asks, and a client that does not answer would be an error.
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: sentence });
  }

  /** Our own mistakes: each place once, with its trace. */
  function log(what: string, error: unknown): void {
    if (told.has(`log ${what}`)) return;
    told.add(`log ${what}`);
    connection.console.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
  }

  /** Nobody waits for a notification's promise: what goes wrong in it would end the process. */
  function logged<T>(what: string, handle: (params: T) => Promise<void>): (params: T) => Promise<void> {
    return (params) => handle(params).catch((error: unknown) => log(what, error));
  }

  const settings = liveSettings(connection, {
    canAsk: () => canConfigure,
    warn: (sentence) => tellOnce(sentence),
    log,
  });
  const documents = openDocuments({
    async classify(uri, languageId) {
      await settings.settle();
      return classify(uri, languageId, files).catch((error: unknown) => {
        log("classification", error);
        return { template: false, patch: false };
      });
    },
    optionsFor: (uri, fileClass): FileOptions => ({
      ...fileClass,
      minor: settings.current.minor,
      severities: settings.current.severities,
      customResources: settings.current.customResources,
      fromEditor: true,
      schemaFindings: settings.current.schemaDiagnostics !== "off",
      onError: (rule, error) => log(`${rule} (${uri})`, error),
    }),
    publish(document) {
      const { file, uri, version } = document;
      if (file.skipped !== undefined && settings.current.enable)
        tellOnce(`${nameOf(uri)}: ${file.skipped}`, `${uri} ${file.skipped}`);
      const drawnElsewhere = settings.current.schemaDiagnostics === "auto" && schemaFiles.cover(document);
      const found = answer("diagnostics", document, [], () => diagnostics(file, pageOf, drawnElsewhere));
      void connection.sendDiagnostics({ uri, version, diagnostics: found }).catch(() => undefined);
    },
  });

  const schemaFiles = listenForSchemaFiles(connection, documents.publishAgain);
  connection.onDidOpenTextDocument(({ textDocument }) => documents.open(textDocument));
  connection.onDidChangeTextDocument(
    logged("edit", ({ textDocument, contentChanges }) =>
      documents.change(textDocument.uri, textDocument.version, contentChanges),
    ),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  });
  connection.onDidChangeWatchedFiles(
    logged("watching", async ({ changes }) => {
      if (changes.some((each) => isMarkerFile(each.uri))) await documents.readAll();
    }),
  );

  /** A feature that fails on one document answers empty for it and says so; the others go on. */
  function answer<T>(feature: string, document: OpenDocument, empty: T, question: (file: SourceFile) => T): T {
    if (!settings.current.enable) return empty;
    try {
      return question(document.file);
    } catch (error) {
      log(`${feature} (${document.uri})`, error);
      return empty;
    }
  }

  async function ask<T>(feature: string, uri: string, empty: T, question: (file: SourceFile) => T): Promise<T> {
    const document = await documents.get(uri);
    return document ? answer(feature, document, empty, question) : empty;
  }

  connection.onHover(({ textDocument, position }) =>
    ask("hover", textDocument.uri, null, (file) => hover(file, position, { locale })),
  );
  connection.onCompletion(({ textDocument, position }) =>
    ask("completion", textDocument.uri, null, (file) => complete(file, position, { ...editor, locale })),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    ask("symbols", textDocument.uri, [], (file) => documentSymbols(file)),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    ask("code actions", textDocument.uri, [], (file) =>
      codeActions(file, range, { ...lamp, uri: textDocument.uri, only: context.only, pageOf }),
    ),
  );
  connection.listen();
}
