// Splits a file as kubectl does: on raw lines that start with `---`, wherever they stand, before any parsing.

export interface DocumentText {
  /** File offsets of the document's own text, half-open: without the separator lines around it. */
  readonly start: number;
  readonly end: number;
  /** The separator line in front (or the one that ends the file) holds something: the whole file is refused there. */
  readonly badSeparator: { readonly start: number; readonly end: number } | undefined;
}

const separator = /^---[^\r\n]*/gm;

/** Nothing, blanks or a comment may stand behind `---`; a separator before any text stays in its document, harmless. */
export function splitDocuments(text: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    const at = match.index;
    // `^` also matches after a lone CR and the Unicode breaks; kubectl splits at LF only.
    if (at > 0 && text[at - 1] !== "\n" && !(at === 1 && text[0] === "\uFEFF")) continue;
    const end = at + match[0].length;
    const good = /^---[ \t]*(?:#.*)?$/.test(match[0]);
    documents.push({ start, end: at, badSeparator: good ? undefined : { start: at, end } });
    start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length);
  }
  documents.push({ start, end: text.length, badSeparator: undefined });
  return documents;
}
