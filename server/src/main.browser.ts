// The server in a web worker: the client lends it the workspace's file system.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientFiles } from "./clientFiles.ts";
import { startServer } from "./server.ts";

// In a worker `self` is the scope that posts messages; the library's types name it by its DOM name.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
startServer(connection, {
  files: () => clientFiles(connection),
  locale: "en",
  // The client brings its translations along.
  bundle: async () => undefined,
});
