// A small LSP client for tests: starts the built server, keeps what it says, and waits for answers instead of sleeping.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import { existsRequest, type FileParams, type InitializationOptions, readRequest } from "../../server/src/protocol.ts";

export const serverPath = join(import.meta.dirname, "../../dist/server.node.cjs");

/** Far more than any answer takes on a slow machine: a test that waits longer has failed. */
const longestWaitMs = 20_000;

export interface ClientOptions {
  readonly initializationOptions?: InitializationOptions;
  readonly capabilities?: InitializeParams["capabilities"];
  readonly locale?: string;
  /** Answers `workspace/configuration`; may throw. Without it the client does not offer that. */
  readonly configuration?: () => unknown;
  /** The workspace's files, by URI, for a client that lends them. */
  readonly files?: Readonly<Record<string, string>>;
  /** Default: the built server over --stdio. */
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Client {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Every window/showMessage so far, in order. */
  readonly messages: string[];
  /** Every window/logMessage so far. */
  readonly log: string[];
  readonly published: PublishDiagnosticsParams[];
  readonly registered: string[];
  open(uri: string, text: string, options?: { version?: number; languageId?: string }): Promise<void>;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** The newest diagnostics of that version; waits until they come. */
  diagnostics(uri: string, version: number): Promise<PublishDiagnosticsParams>;
  /** The next diagnostics from now on. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  /** Returns once everything that the server had to say by now has arrived. */
  settle(): Promise<void>;
  /** Shuts down in order; gives the exit code. */
  stop(): Promise<number | null>;
}

/** @param scope a test, or the file (`{ after }`): the server does not outlive it */
export async function startClient(
  scope: { after(end: () => void): void },
  options: ClientOptions = {},
): Promise<Client> {
  const [command = process.execPath, ...args] = options.command ?? [process.execPath, serverPath, "--stdio"];
  const child = spawn(command, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, LANG: "C", LC_ALL: "C", ...options.env },
  });
  scope.after(() => void child.kill());
  const exited = once(child, "exit");
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const messages: string[] = [];
  const log: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const registered: string[] = [];
  let waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => void messages.push(message));
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const each of waiting) each(params);
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
    items.map(() => options.configuration?.()),
  );
  connection.onRequest(
    "client/registerCapability",
    ({ registrations }: { registrations: { method: string }[] }): null => {
      registered.push(...registrations.map((each) => each.method));
      return null;
    },
  );
  connection.onRequest(existsRequest, ({ uri }: FileParams) => Object.hasOwn(options.files ?? {}, uri));
  connection.onRequest(readRequest, ({ uri }: FileParams) => options.files?.[uri] ?? null);
  connection.listen();

  const initialized: InitializeResult = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      ...options.capabilities,
      workspace: { ...options.capabilities?.workspace, configuration: options.configuration !== undefined },
    },
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    initializationOptions: { ...options.initializationOptions, fileAccess: options.files !== undefined },
  } satisfies InitializeParams);
  await connection.sendNotification("initialized", {});

  const wait = (holds: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        child.kill();
        reject(new Error(`These diagnostics never came. The server said: ${[...messages, ...log].join("; ")}`));
      }, longestWaitMs);
      const listener = (params: PublishDiagnosticsParams): void => {
        if (!holds(params)) return;
        clearTimeout(deadline);
        waiting = waiting.filter((each) => each !== listener);
        resolve(params);
      };
      waiting.push(listener);
    });

  return {
    process: child,
    connection,
    initialized,
    messages,
    log,
    published,
    registered,
    open: (uri, text, { version = 1, languageId = "yaml" } = {}) =>
      connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version, text } }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges }),
    close: (uri) => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    diagnostics: async (uri, version) => {
      const holds = (each: PublishDiagnosticsParams): boolean => each.uri === uri && each.version === version;
      return published.findLast(holds) ?? (await wait(holds));
    },
    nextDiagnostics: (uri) => wait((each) => each.uri === uri),
    settle: () => connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri: "file:///none.yaml" } }),
    stop: async () => {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const [code] = (await exited) as [number | null];
      connection.dispose();
      return code;
    },
  };
}
