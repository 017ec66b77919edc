// Finds the cursor's place by the lines' indentation alone: the tree is broken exactly while somebody types.

/** Where the cursor stands in block text. `path` holds keys, and 0 for "an item of the list". */
export interface CursorPlace {
  readonly path: readonly (string | 0)[];
  /** Keys that the map around the cursor has already, the one being typed left out. */
  readonly present: ReadonlySet<string>;
  /** Typing a key (or an item), or the value of `key`. */
  readonly typing: { readonly kind: "key" } | { readonly kind: "value"; readonly key: string };
  /** The word at the cursor, as offsets in the chunk: what a completion replaces. */
  readonly word: { readonly start: number; readonly end: number };
  /** Column at which the key starts, or would. */
  readonly column: number;
  /** The cursor stands behind `- `: the item's first key. */
  readonly afterDash: boolean;
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** Columns of the dashes that lead the line. */
  readonly dashes: readonly number[];
  /** Column of what follows the dashes. */
  readonly column: number;
  readonly key: string | undefined;
  /** What stands behind `key:`, comment and anchor taken off. */
  readonly value: string;
  readonly blank: boolean;
}

/** @param offset in `text`, which is one chunk. undefined: in a comment, a block scalar, behind a value, or in flow text of several lines. */
export function placeAt(text: string, offset: number): CursorPlace | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const end = offset + (/^[\w$./-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const here = readLine(text, lineStart, offset);
  const valued =
    here.key === undefined
      ? undefined
      : /^([ \t]*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s#:][^#:]*?):(?: +|$))(.*)$/.exec(before);
  if (valued?.[1] !== undefined && here.key !== undefined) {
    if (!valued[1].endsWith(" ")) return undefined;
    const typed = valued[2] ?? "";
    if (/^[|>&*!]/.test(typed)) return undefined;
    const start = offset - (/["']?[^\s"',[\]{}]*$/.exec(typed)?.[0].length ?? 0);
    const parents = parentsOf(text, lineStart, here);
    return (
      parents && {
        ...parents,
        typing: { kind: "value", key: here.key },
        word: { start, end },
        column: here.column,
        afterDash: here.dashes.length > 0,
      }
    );
  }
  const word = /[^\s-][^\s]*$/.exec(before.slice(here.column)) ?? /$/.exec(before);
  const typed = before.slice(here.column);
  if (typed.includes(" ") || /^[[{|>&*!]/.test(typed)) return undefined;
  const parents = parentsOf(text, lineStart, here);
  return (
    parents && {
      ...parents,
      typing: { kind: "key" },
      word: { start: offset - typed.length, end: word ? end : offset },
      column: here.column,
      afterDash: here.dashes.length > 0,
    }
  );
}

function readLine(text: string, start: number, limit?: number): Line {
  const feed = text.indexOf("\n", start);
  const end = limit ?? (feed < 0 ? text.length : feed);
  const raw = text.slice(start, end).replace(/\r$/, "");
  const dashes: number[] = [];
  let column = /^ */.exec(raw)?.[0].length ?? 0;
  for (;;) {
    const dash = /^-(?: +|$)/.exec(raw.slice(column));
    if (!dash) break;
    dashes.push(column);
    column += dash[0].length;
  }
  const rest = raw.slice(column);
  const pair = /^(?:"([^"]*)"|'([^']*)'|([^\s#"'[\]{}:,&*!|>%@`][^#]*?)):(?:\s+(.*))?$/.exec(rest);
  const value = (pair?.[4] ?? "")
    .replace(/(?:^|\s)#.*$/, "")
    .replace(/^&[\w-]+\s*/, "")
    .trim();
  return {
    start,
    text: raw,
    dashes,
    column,
    key: pair ? (pair[1] ?? pair[2] ?? pair[3]) : undefined,
    value,
    blank: (rest.trim() === "" && dashes.length === 0) || rest.startsWith("#"),
  };
}

/** Walks the lines upward: a shallower key that has no value of its own is the parent, one at the same column a sibling. */
function parentsOf(
  text: string,
  lineStart: number,
  here: Line,
): { path: (string | 0)[]; present: Set<string> } | undefined {
  const path: (string | 0)[] = [];
  const present = new Set<string>();
  let limit = here.column;
  let ownMap = true;
  /** The place is an item: its parent key may stand at the dash's own column. */
  let inList = false;
  const enterDashes = (dashes: readonly number[]): void => {
    for (const dash of [...dashes].reverse()) {
      if (dash >= limit) continue;
      path.unshift(0);
      limit = dash;
      inList = true;
      ownMap = false;
    }
  };
  if (here.dashes.length > 0) enterDashes(here.dashes);
  for (let at = lineStart; at > 0 && (limit > 0 || inList || ownMap); ) {
    at = text.lastIndexOf("\n", at - 2) + 1;
    const line = readLine(text, at);
    if (line.blank) continue;
    if (
      line.key !== undefined &&
      (line.column < limit || (inList && line.column === limit && line.dashes.length === 0))
    ) {
      if (line.value !== "") return undefined;
      path.unshift(line.key);
      limit = line.column;
      inList = false;
      ownMap = false;
      enterDashes(line.dashes);
    } else if (line.key !== undefined && line.column === limit && !inList) {
      if (ownMap) present.add(line.key);
      enterDashes(line.dashes);
    } else if (line.column > limit && line.dashes.some((dash) => dash < limit)) {
      // `- ` with its key deeper than the cursor: the cursor stands in that item, left of its first key.
      enterDashes(line.dashes.filter((dash) => dash < limit));
    } else if (line.key === undefined && line.dashes.length === 0 && line.column < limit) return undefined;
  }
  addSiblingsBelow(text, lineStart, here, present);
  return { path, present };
}

function addSiblingsBelow(text: string, lineStart: number, here: Line, present: Set<string>): void {
  for (let at = text.indexOf("\n", lineStart) + 1; at > 0 && at < text.length; at = text.indexOf("\n", at) + 1) {
    const line = readLine(text, at);
    if (line.blank) continue;
    if (line.column < here.column || line.dashes.some((dash) => dash < here.column)) return;
    if (line.column === here.column && line.key !== undefined && line.dashes.length === 0) present.add(line.key);
  }
}
