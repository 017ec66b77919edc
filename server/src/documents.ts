// The documents that the editor has open: their text after each edit, how they are read, and when their diagnostics are sent.
import type { TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { offsetAt } from "./text/lines.ts";
import type { FileClass } from "./workspace/classify.ts";
import { editFile, type FileOptions, openFile, type SourceFile } from "./workspace/file.ts";

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  file: SourceFile;
  fileClass: FileClass;
  /** Settled once it is known how to read the file; nothing is said of it before. */
  ready: Promise<void>;
  /** Counts how often that was asked. */
  turn: number;
  /** A timer that will publish. */
  pending: ReturnType<typeof setTimeout> | undefined;
  /** No publishing before this time. */
  restUntilMs: number;
}

export interface DocumentsHost {
  classify(uri: string, languageId: string): Promise<FileClass>;
  optionsFor(uri: string, fileClass: FileClass): FileOptions;
  publish(document: OpenDocument): void;
}

/** Edits that follow each other closely are answered together: after each answer a file rests as long as that took, at most this. */
const longestRestMs = 200;

export function openDocuments(host: DocumentsHost) {
  const documents = new Map<string, OpenDocument>();
  const isOpen = (document: OpenDocument): boolean => documents.get(document.uri) === document;

  /** Finds out what kind of file it is, then reads it so. The last one asked wins. */
  function read(document: OpenDocument): Promise<void> {
    const turn = ++document.turn;
    document.ready = host.classify(document.uri, document.languageId).then((fileClass) => {
      if (document.turn !== turn) return;
      document.fileClass = fileClass;
      reopen(document);
    });
    return document.ready;
  }

  function reopen(document: OpenDocument): void {
    document.file = openFile(document.file.chunked.lines.text, host.optionsFor(document.uri, document.fileClass));
    publishSoon(document);
  }

  function publishSoon(document: OpenDocument): void {
    clearTimeout(document.pending);
    if (!isOpen(document)) return;
    document.pending = setTimeout(
      () => {
        document.pending = undefined;
        const start = performance.now();
        host.publish(document);
        const end = performance.now();
        document.restUntilMs = end + Math.min(end - start, longestRestMs);
      },
      Math.max(0, document.restUntilMs - performance.now()),
    );
  }

  return {
    open({ uri, languageId, version, text }: TextDocumentItem): void {
      clearTimeout(documents.get(uri)?.pending);
      const fileClass: FileClass = { template: false, patch: false };
      const file = openFile(text, host.optionsFor(uri, fileClass));
      const common = { uri, languageId, version, file, fileClass };
      const document = { ...common, ready: Promise.resolve(), turn: 0, pending: undefined, restUntilMs: 0 };
      documents.set(uri, document);
      void read(document);
    },

    async change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Promise<void> {
      const document = documents.get(uri);
      if (!document) return;
      document.version = version;
      document.file = changes.reduce(changed, document.file);
      await document.ready;
      publishSoon(document);
    },

    close(uri: string): void {
      clearTimeout(documents.get(uri)?.pending);
      documents.delete(uri);
    },

    /** The document once it can be read; undefined when it is not open, or no longer. */
    async get(uri: string): Promise<OpenDocument | undefined> {
      const document = documents.get(uri);
      await document?.ready;
      return document && isOpen(document) ? document : undefined;
    },

    /** Sends its diagnostics anew: what others draw there has changed. */
    async publishAgain(uri: string): Promise<void> {
      const document = documents.get(uri);
      await document?.ready;
      if (document) publishSoon(document);
    },

    /** Reads all anew: other settings. */
    async reopenAll(): Promise<void> {
      await Promise.all(
        [...documents.values()].map(async (document) => {
          await document.ready;
          reopen(document);
        }),
      );
    },

    /** Finds out anew what kinds of files they are: something beside them changed. */
    async readAll(): Promise<void> {
      await Promise.all([...documents.values()].map(read));
    },
  };
}

function changed(file: SourceFile, change: TextDocumentContentChangeEvent): SourceFile {
  if (!("range" in change)) return openFile(change.text, file.options);
  const { lines } = file.chunked;
  const [from, to] = [offsetAt(lines, change.range.start), offsetAt(lines, change.range.end)];
  return editFile(file, { span: { start: Math.min(from, to), end: Math.max(from, to) }, newText: change.text });
}

/** The file's name as people read it; a URI that is no proper one is shown as it is. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
