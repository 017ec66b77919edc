// The server as a process of its own: talks over the transport that the command line names (--node-ipc, --stdio).
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientFiles } from "./clientFiles.ts";
import { diskFiles } from "./diskFiles.ts";
import { bundleOf, environmentLocale } from "./locale.ts";
import { startServer } from "./server.ts";

const connection = createConnection(ProposedFeatures.all);
// One file that cannot be judged must not take the others down.
process.on("unhandledRejection", (error) =>
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
startServer(connection, {
  // Other editors do not lend us their file system.
  files: (options) => (options.fileAccess ? clientFiles(connection) : diskFiles),
  locale: environmentLocale(process.env),
  bundle: bundleOf,
});
