// What all completion items share: where they go, and how their text is fitted to the line.
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import { renderText } from "../../syntax/render.ts";
import type { Style } from "../../syntax/style.ts";
import type { Range } from "../../text/lines.ts";
import type { FileChunk, SourceFile } from "../../workspace/file.ts";
import type { Place } from "./place.ts";
import { withoutStops } from "./snippetText.ts";

export interface CompletionContext {
  readonly locale: string;
  /** The editor takes tab stops. */
  readonly snippets?: boolean;
  /** The editor's command that asks for completion again; it follows a key whose value is one of a few words. */
  readonly suggestCommand?: string;
}

export interface Insert {
  readonly file: SourceFile;
  readonly at: FileChunk;
  readonly place: Place;
  readonly range: Range;
  readonly offset: number;
  readonly context: CompletionContext;
  style(): Style;
}

export interface Offer {
  readonly label: string;
  /** Fitted to the place already, tab stops only where `stops` says so. */
  readonly text: string;
  readonly stops?: boolean;
  readonly kind: CompletionItemKind;
  readonly sort: string;
  /** What typing finds it by; the label where absent. */
  readonly filter?: string;
  readonly type?: string;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  readonly deprecated?: boolean;
  readonly suggest?: boolean;
}

export function item({ place, range, context }: Insert, offer: Offer): CompletionItem {
  const { lead, tail, typedLead, quote } = place;
  const withStops = offer.stops === true && context.snippets === true;
  const text = offer.stops && !withStops ? withoutStops(offer.text) : offer.text;
  return {
    label: offer.label,
    kind: offer.kind,
    sortText: offer.sort,
    filterText: typedLead + quote + (offer.filter ?? offer.label),
    insertTextMode: InsertTextMode.asIs,
    ...(withStops ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(offer.type === undefined ? {} : { labelDetails: { description: offer.type } }),
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(offer.documentation === undefined
      ? {}
      : { documentation: { kind: "markdown" as const, value: offer.documentation } }),
    ...(offer.deprecated ? { tags: [1 as const] } : {}),
    ...(offer.suggest && context.suggestCommand !== undefined
      ? { command: { title: "", command: context.suggestCommand } }
      : {}),
    textEdit: { range, newText: lead + text + tail },
  };
}

/** A text as key or value, in the quotes that were typed, or those that it needs. */
export function quoted({ notation, quote }: Place, text: string): string {
  if (notation === "json") return JSON.stringify(text);
  if (quote === '"') return JSON.stringify(text);
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  return renderText(text, notation === "flow");
}

export { CompletionItemKind };
