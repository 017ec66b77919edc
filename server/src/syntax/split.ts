// Splits a file as kubectl does: on raw lines that start with `---`, wherever they stand, before any parsing.

export interface DocumentText {
  /** File offsets of the document's own text, half-open: without the separator lines around it. */
  readonly start: number;
  readonly end: number;
  /** The separator line behind it, when it holds more than `---`: kubectl refuses the whole file there. */
  readonly badSeparator: { readonly start: number; readonly end: number } | undefined;
  /** kubectl leaves a separator that has no text before it in the document that it begins. */
  readonly started: boolean;
}

/**
 * Nothing, blanks (of any alphabet) or a comment may stand behind `---`. Lines end at LF only, whatever YAML breaks later.
 * @param startsStarted what `started` is for the first document, when the text is a part of a file
 */
export function splitDocuments(text: string, startsStarted = false): DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  let started = startsStarted;
  for (let at = text.startsWith("---") ? 0 : nextSeparator(text, 0); at >= 0; at = nextSeparator(text, at)) {
    const feed = text.indexOf("\n", at);
    const lineEnd = feed < 0 ? text.length : feed;
    const end = text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
    const good = /^---(?:[^\S\uFEFF]|\u0085)*(?:#[\s\S]*)?$/.test(text.slice(at, end));
    documents.push({ start, end: at, badSeparator: good ? undefined : { start: at, end }, started });
    started = start === at && !started;
    start = feed < 0 ? text.length : feed + 1;
  }
  documents.push({ start, end: text.length, badSeparator: undefined, started });
  return documents;
}

function nextSeparator(text: string, from: number): number {
  const feed = text.indexOf("\n---", from);
  return feed < 0 ? -1 : feed + 1;
}
