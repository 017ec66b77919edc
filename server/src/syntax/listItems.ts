// The items of a `kind: List` by their lines alone: each is a chunk of its own, so that a long export is judged item by item.

export interface ListItems {
  /** Offsets in the document: where the first item's line starts, and where the items end. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

/** undefined: no List of block items, an alias that may reach from one item into another, or indentation that is lost: then its items hold nothing. */
export function itemsOf(text: string): ListItems | undefined {
  if (!/^(?:kind|"kind"):[ \t]+"?List"?[ \t]*(?:#.*)?\r?$/m.test(text)) return undefined;
  const head = /^items:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*?(?=( *)-(?:[ \t\r\n]|$))/m.exec(text);
  if (!head) return undefined;
  if (hasAlias(text)) return undefined;
  const column = (head[1] ?? "").length;
  const start = head.index + head[0].length;
  const starts: number[] = [];
  let end = text.length;
  // Every line that is not deeper than the dashes is an item's start, or ends the list.
  for (let at = start; at < text.length; at = text.indexOf("\n", at) + 1 || text.length) {
    let indent = 0;
    while (indent <= column && text[at + indent] === " ") indent++;
    const first = text[at + indent];
    if (indent > column || first === undefined || first === "\n" || first === "\r" || first === "#") continue;
    if (indent < column || first !== "-" || !/^[ \t\r\n]?$/.test(text[at + indent + 1] ?? "")) {
      end = at;
      break;
    }
    starts.push(at);
  }
  if (hasStrayKeys(text.slice(0, head.index)) || hasStrayKeys(text.slice(end))) return undefined;
  return { start, end, items: starts.map((at, index) => ({ start: at, end: starts[index + 1] ?? end })) };
}

/** Keys at the left edge that no List has: they belong to its items. */
function hasStrayKeys(text: string): boolean {
  return /^(?!(?:apiVersion|kind|metadata)["']?[ \t]*:)[\w."'/-]+[ \t]*:(?:[ \t\r\n]|$)/m.test(
    text.replace(/^["']/gm, ""),
  );
}

/** Something that may be an alias. A search for the sign is much faster than one expression over a long export. */
function hasAlias(text: string): boolean {
  for (let at = text.indexOf("*"); at >= 0; at = text.indexOf("*", at + 1)) {
    const before = text[at - 1] ?? "\n";
    if (/[\s[{,:-]/.test(before) && /[A-Za-z0-9_-]/.test(text[at + 1] ?? "")) return true;
  }
  return false;
}
