// The open files in which another extension draws what Kubernetes' JSON schema gives: our own client tells.
import type { Connection } from "vscode-languageserver";
import type { OpenDocument } from "./documents.ts";
import { type SchemaFiles, schemaFilesNotification } from "./protocol.ts";

/** @param changed told each file that came or went */
export function listenForSchemaFiles(connection: Connection, changed: (uri: string) => Promise<void>) {
  let known: ReadonlySet<string> = new Set();
  connection.onNotification(schemaFilesNotification, async ({ uris }: SchemaFiles) => {
    const before = known;
    known = new Set(uris);
    const differing = [...known, ...before].filter((uri) => known.has(uri) !== before.has(uri));
    await Promise.all(differing.map(changed));
  });
  return {
    /** Nobody else can read a template, so nobody holds a schema against it. */
    cover: ({ uri, fileClass }: OpenDocument): boolean => known.has(uri) && !fileClass.template,
  };
}
