// The language server without its transport: documents in, diagnostics and answers out. main.node.ts and main.browser.ts give it a connection.
import * as l10n from "@vscode/l10n";
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { codeActionKinds, codeActions } from "./features/codeActions.ts";
import { complete, completionTriggers } from "./features/completion.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { hover } from "./features/hover.ts";
import { documentSymbols } from "./features/symbols.ts";
import { type InitializationOptions, rulePageUri } from "./protocol.ts";
import { defaultSettings, readSettings, type Settings } from "./settings.ts";
import { linesOf, offsetAt } from "./text/lines.ts";
import { applyEdits } from "./text/span.ts";
import { classify, type Files, isMarkerFile } from "./workspace/classify.ts";
import { editFile, type FileOptions, openFile, type SourceFile, skipReason } from "./workspace/file.ts";

interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  text: string;
  file: SourceFile;
  /** A timer that will publish; edits that arrive together are answered once. */
  pending: ReturnType<typeof setTimeout> | undefined;
}

/** @param diskFiles how to read files when the client does not offer it */
export function startServer(connection: Connection, makeFiles: (options: InitializationOptions) => Files): void {
  const open = new Map<string, OpenDocument>();
  const told = new Set<string>();
  let settings: Settings = defaultSettings;
  let initialization: InitializationOptions = {};
  let files: Files = { exists: async () => false, read: async () => undefined };
  let canConfigure = false;
  let canRegister = false;
  let hasPages = false;

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    initialization = (initializationOptions ?? {}) as InitializationOptions;
    if (initialization.l10n) l10n.config({ contents: { ...initialization.l10n } });
    files = makeFiles(initialization);
    hasPages = initialization.fileAccess === true;
    canConfigure = capabilities.workspace?.configuration === true;
    canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
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
  });

  connection.onInitialized(async () => {
    if (canRegister)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "podLifecycle" });
    await loadSettings();
  });
  connection.onDidChangeConfiguration(async (change) => {
    await loadSettings((change.settings as { podLifecycle?: unknown } | null)?.podLifecycle);
  });

  /** One warning for each wrong value, once; the rest of the settings counts. */
  async function loadSettings(pushed?: unknown): Promise<void> {
    const raw = canConfigure ? await connection.workspace.getConfiguration("podLifecycle") : pushed;
    const read = readSettings(raw);
    settings = read.settings;
    for (const warning of read.warnings) tellOnce(warning);
    for (const document of open.values()) await reread(document);
  }

  function tellOnce(sentence: string): void {
    if (told.has(sentence)) return;
    told.add(sentence);
    connection.window.showWarningMessage(sentence);
  }

  const pageOf = (rule: string): string | undefined => (hasPages ? rulePageUri(rule) : undefined);

  async function optionsFor(uri: string, languageId: string): Promise<FileOptions> {
    const { template, patch } = await classify(uri, languageId, files);
    const onError = (rule: string, error: unknown) =>
      connection.console.error(`${rule}: ${error instanceof Error ? error.stack : String(error)} (${uri})`);
    return {
      minor: settings.minor,
      severities: settings.severities,
      customResources: settings.customResources,
      template,
      patch,
      onError,
    };
  }

  /** Reads the file anew: settings changed, or what lies beside it. */
  async function reread(document: OpenDocument): Promise<void> {
    const options = await optionsFor(document.uri, document.languageId);
    document.file = openFile(document.text, options);
    publishSoon(document);
  }

  connection.onDidOpenTextDocument(async ({ textDocument: { uri, languageId, version, text } }) => {
    const skipped = skipReason(text);
    if (skipped !== undefined) tellOnce(`${decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1))}: ${skipped}`);
    const plain = {
      minor: settings.minor,
      severities: {},
      customResources: {},
      template: false,
      patch: false,
      onError: () => undefined,
    };
    const document: OpenDocument = { uri, languageId, version, text, file: openFile("", plain), pending: undefined };
    open.set(uri, document);
    await reread(document);
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const document = open.get(textDocument.uri);
    if (!document) return;
    document.version = textDocument.version;
    for (const change of contentChanges) {
      if (!("range" in change)) {
        document.text = change.text;
        document.file = openFile(change.text, document.file.options);
        continue;
      }
      const skipped = document.file.chunked.lines.text !== document.text;
      const lines = skipped ? linesOf(document.text) : document.file.chunked.lines;
      const edit = {
        span: { start: offsetAt(lines, change.range.start), end: offsetAt(lines, change.range.end) },
        newText: change.text,
      };
      document.text = applyEdits(document.text, [edit]);
      document.file = skipped ? openFile(document.text, document.file.options) : editFile(document.file, edit);
    }
    publishSoon(document);
  });

  connection.onDidCloseTextDocument(({ textDocument }) => {
    clearTimeout(open.get(textDocument.uri)?.pending);
    open.delete(textDocument.uri);
    void connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] });
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (!changes.some((each) => isMarkerFile(each.uri))) return;
    for (const document of open.values()) await reread(document);
  });

  function publishSoon(document: OpenDocument): void {
    clearTimeout(document.pending);
    document.pending = setTimeout(() => {
      document.pending = undefined;
      if (open.get(document.uri) !== document) return;
      const found = settings.enable ? answer("diagnostics", [], () => diagnostics(document.file, pageOf)) : [];
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: found });
    });
  }

  /** A feature that fails on one document answers empty for it and says so; the others go on. */
  function answer<T>(feature: string, empty: T, ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      connection.console.error(`${feature}: ${error instanceof Error ? error.stack : String(error)}`);
      return empty;
    }
  }

  function ask<T>(feature: string, uri: string, empty: T, question: (file: SourceFile) => T): T {
    const document = open.get(uri);
    return document && settings.enable ? answer(feature, empty, () => question(document.file)) : empty;
  }

  const locale = () => initialization.locale ?? "en";
  connection.onHover(({ textDocument, position }) =>
    ask("hover", textDocument.uri, null, (file) => hover(file, position, { locale: locale() })),
  );
  connection.onCompletion(({ textDocument, position }) =>
    ask("completion", textDocument.uri, null, (file) => complete(file, position, { locale: locale() })),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    ask("symbols", textDocument.uri, [], (file) => documentSymbols(file)),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    ask("code actions", textDocument.uri, [], (file) =>
      codeActions(file, range, { uri: textDocument.uri, only: context.only, pageOf }),
    ),
  );
  connection.listen();
}
