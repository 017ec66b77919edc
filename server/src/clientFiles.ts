// The editor's own file system, asked through the connection: works for every scheme, in the browser too.
import type { Connection } from "vscode-languageserver";
import { existsRequest, readRequest } from "./protocol.ts";
import type { Files } from "./workspace/classify.ts";

export function clientFiles(connection: Connection): Files {
  return {
    exists: (uri) => connection.sendRequest<boolean>(existsRequest, { uri }),
    read: async (uri) => (await connection.sendRequest<string | null>(readRequest, { uri })) ?? undefined,
  };
}
