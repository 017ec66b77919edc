// Texts with a cursor in them, `<|>`, and the files that features are asked about.
import { newest } from "../../server/src/knowledge/versions.ts";
import { builtInCustomResources } from "../../server/src/model/objects.ts";
import { type Lines, linesOf, type Position, positionAt } from "../../server/src/text/lines.ts";
import { type FileOptions, openFile, type SourceFile } from "../../server/src/workspace/file.ts";

export interface WithCursor {
  readonly file: SourceFile;
  readonly position: Position;
  readonly lines: Lines;
}

export function fileOf(text: string, options: Partial<FileOptions> = {}): SourceFile {
  return openFile(text, {
    minor: newest,
    severities: {},
    customResources: builtInCustomResources,
    template: false,
    patch: false,
    onError: (rule, error) => {
      throw new Error(rule, { cause: error });
    },
    ...options,
  });
}

/** @param marked text with exactly one `<|>` */
export function withCursor(marked: string, options: Partial<FileOptions> = {}): WithCursor {
  const offset = marked.indexOf("<|>");
  if (offset < 0 || marked.indexOf("<|>", offset + 1) >= 0) throw new Error(`not one cursor in: ${marked}`);
  const text = marked.replace("<|>", "");
  const lines = linesOf(text);
  return { file: fileOf(text, options), position: positionAt(lines, offset), lines };
}
