// Lists of a Job's indexes, `0,2-4`, as the API server reads them.

export interface IndexList {
  readonly problem: "unreadable" | "order" | "outside" | undefined;
  /** Where the problem is. */
  readonly part: string;
  /** How many indexes it names, when there is no problem. */
  readonly total: number;
}

/** @param completions the number of indexes; undefined: unknown, so no index is too large */
export function indexListProblem(text: string, completions: number | undefined): IndexList {
  let total = 0;
  let last = -1;
  for (const part of text === "" ? [] : text.split(",")) {
    const ends = part.split("-");
    const [from = Number.NaN, to = from] = ends.map((end) => (/^\+?[0-9]{1,18}$/.test(end) ? Number(end) : Number.NaN));
    const failed = (problem: IndexList["problem"]) => ({ problem, part, total: 0 });
    if (ends.length > 2 || Number.isNaN(from) || Number.isNaN(to)) return failed("unreadable");
    if (completions !== undefined && Math.max(from, to) >= completions) return failed("outside");
    if (from <= last || (ends.length === 2 && from >= to)) return failed("order");
    total += to - from + 1;
    last = to;
  }
  return { problem: undefined, part: "", total };
}
