// From a line upward to the root by indentation alone: the tree is broken exactly while somebody types.
import { type Line, linesAbove, startOf } from "./lines.ts";
import type { Way } from "./place.ts";

export interface Climb {
  readonly path: Way;
  /** For each key of the path the line that has it. */
  readonly keyLines: readonly (Line | undefined)[];
  /** Column at which the lines above of the same map (or list) start; undefined where there are none. */
  readonly level: number | undefined;
  /** Column of the parent key or dash; -1 at the root. */
  readonly parentColumn: number;
}

/**
 * @param start offset of a line; only the lines above are read, and no more of them than the path needs
 * @param column at which something stands in that line, behind dashes at the columns `dashes`
 * @returns undefined inside a scalar: deeper than a key that has its value
 */
export function climb(text: string, start: number, column: number, dashes: readonly number[]): Climb | undefined {
  const path: (string | 0)[] = [];
  const keyLines: (Line | undefined)[] = [];
  let limit = column;
  let inList = false;
  let level: number | undefined;
  let parentColumn: number | undefined;
  const enterItems = (columns: readonly number[]): void => {
    for (const dash of [...columns].reverse()) {
      if (dash >= limit) continue;
      path.unshift(0);
      keyLines.unshift(undefined);
      limit = dash;
      inList = true;
    }
  };
  enterItems(dashes);
  const ownDepth = path.length;
  const seen = (at: number): void => {
    if (path.length === ownDepth) level = Math.min(level ?? at, at);
  };
  const leave = (line: Line): void => {
    if (path.length === ownDepth) parentColumn = line.key === undefined ? line.dashes.at(-1) : line.column;
    if (line.key !== undefined) {
      path.unshift(line.key);
      keyLines.unshift(line);
      limit = line.column;
      inList = false;
    }
    enterItems(line.dashes);
  };

  for (const line of linesAbove(text, start)) {
    if (limit === 0 && !inList && (path.length > ownDepth || level === 0)) break;
    const from = startOf(line);
    if (from > limit) seen(from);
    else if (inList && line.dashes.includes(limit)) {
      seen(limit);
      enterItems(line.dashes);
    } else if (inList ? line.column <= limit : line.column < limit) {
      // The parent; a bare dash is one too.
      if (line.value !== "" || (line.key === undefined && line.dashes.length === 0)) return undefined;
      leave(line);
    } else if (inList) {
      if (!line.dashes.some((dash) => dash < limit)) return undefined;
      enterItems(line.dashes);
    } else if (line.column === limit) {
      // Below a block scalar's sign stands its text, below a closed bracket nothing.
      if (/^[|>{["'*]/.test(line.value) && line.key === undefined) return undefined;
      seen(limit);
      if (path.length === ownDepth && line.dashes.length > 0) parentColumn = line.dashes.at(-1);
      enterItems(line.dashes);
    } else if (line.dashes.some((dash) => dash < limit)) {
      // Left of the first key of the item that it stands in.
      if (line.key !== undefined) seen(line.column);
      if (path.length === ownDepth) parentColumn = line.dashes.findLast((dash) => dash < limit);
      enterItems(line.dashes);
    } else seen(limit);
  }
  return { path, keyLines, level, parentColumn: parentColumn ?? -1 };
}
