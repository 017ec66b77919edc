// Asks for completion at a `<|>` mark and does with the answer what an editor does: filters by what is typed, sorts, inserts.
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { type CompletionContext, complete } from "../../server/src/features/completion.ts";
import { linesOf, offsetAt, positionAt } from "../../server/src/text/lines.ts";
import { withDefaults } from "../../server/src/workspace/check.ts";
import { type FileOptions, openFile } from "../../server/src/workspace/file.ts";
import { parseSnippet } from "../snippets/expand.ts";

export const mark = "<|>";

export interface Offered {
  /** In the order in which an editor shows them. */
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  /** The text after an item was chosen, every tab stop at its default. */
  choose(label: string): string;
}

export type OfferOptions = Partial<FileOptions> & { readonly context?: Partial<CompletionContext> };

export function offer(marked: string, { context, ...options }: OfferOptions = {}): Offered {
  const offset = marked.indexOf(mark);
  if (offset < 0) throw new Error(`no ${mark}`);
  const text = marked.slice(0, offset) + marked.slice(offset + mark.length);
  const lines = linesOf(text);
  const position = positionAt(lines, offset);
  const given = complete(openFile(text, withDefaults(options)), position, { locale: "en", snippets: true, ...context });
  const items = given
    .map((item) => {
      const { range } = editOf(item);
      if (range.start.line !== position.line || range.end.line !== position.line)
        throw new Error(`${item.label}: editors take edits of the cursor's line only`);
      const [start, end] = [offsetAt(lines, range.start), offsetAt(lines, range.end)];
      if (start > offset || end < offset) throw new Error(`${item.label}: the edit leaves the cursor out`);
      const match = matchOf(text.slice(start, offset).trimStart(), item.filterText ?? item.label);
      return { item, order: `${match}${item.sortText ?? item.label}`, match };
    })
    .filter(({ match }) => match < 3)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ item }) => item);
  return {
    labels: items.map((item) => item.label),
    items,
    choose(label) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`${label} is not among ${items.map((each) => each.label).join(", ") || "nothing"}`);
      const { range, newText } = editOf(item);
      const inserted = item.insertTextFormat === 2 ? parseSnippet(newText).text() : newText;
      return text.slice(0, offsetAt(lines, range.start)) + inserted + text.slice(offsetAt(lines, range.end));
    },
  };
}

function editOf(item: CompletionItem): TextEdit {
  if (!item.textEdit || !("range" in item.textEdit)) throw new Error(`${item.label} has no plain edit`);
  return item.textEdit;
}

/** 0: begins with what is typed. 1: holds it. 2: has its letters in this order. 3: no match. Editors' own scores are finer. */
function matchOf(typed: string, filter: string): 0 | 1 | 2 | 3 {
  const [wanted, text] = [typed.toLowerCase(), filter.toLowerCase()];
  if (text.startsWith(wanted)) return 0;
  if (text.includes(wanted)) return 1;
  let at = 0;
  for (const letter of text) if (letter === wanted[at]) at++;
  return at === wanted.length ? 2 : 3;
}
