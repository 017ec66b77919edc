// The server as a process of its own: talks over the transport that the command line names (--node-ipc, --stdio).
import { access, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientFiles } from "./clientFiles.ts";
import type { InitializationOptions } from "./protocol.ts";
import { startServer } from "./server.ts";
import type { Files } from "./workspace/classify.ts";

/** Other editors do not lend us their file system: then the disk is read, files of the workspace only ever by their neighbours' names. */
const disk: Files = {
  exists: async (uri) =>
    uri.startsWith("file:") &&
    access(fileURLToPath(uri)).then(
      () => true,
      () => false,
    ),
  read: async (uri) =>
    uri.startsWith("file:") ? readFile(fileURLToPath(uri), "utf8").catch(() => undefined) : undefined,
};

const connection = createConnection(ProposedFeatures.all);
startServer(connection, (options: InitializationOptions) => (options.fileAccess ? clientFiles(connection) : disk));
