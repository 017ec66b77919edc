// The one kind of range used below LSP: offsets into some text. Everything from syntax to rules speaks it.

/** Half-open range of UTF-16 offsets. Inside a chunk's tree, findings and edits: relative to the chunk's start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `span` by `newText`. Edits of one change never overlap; all spans refer to the text before the change. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits in any given order. Two insertions at one offset keep the order in which they are given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
