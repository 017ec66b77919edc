// Intervals after a cause, in whole milliseconds.

export interface Span {
  readonly minMs: number;
  readonly maxMs: number;
  /** Where one ordinary run lies; always inside. */
  readonly typicalMs: number;
}

export function between(minMs: number, maxMs: number, typicalMs = minMs): Span {
  return { minMs, maxMs, typicalMs: Math.min(Math.max(typicalMs, minMs), maxMs) };
}

export const exactly = (ms: number): Span => ({ minMs: ms, maxMs: ms, typicalMs: ms });

/** One after the other. */
export function sum(...spans: readonly Span[]): Span {
  let minMs = 0;
  let maxMs = 0;
  let typicalMs = 0;
  for (const each of spans) {
    minMs += each.minMs;
    maxMs += each.maxMs;
    typicalMs += each.typicalMs;
  }
  return { minMs, maxMs, typicalMs };
}

/** A timer of exactly `ms` as two observers see it: never before 0. */
export const about = (ms: number, clockMs: number): Span => between(Math.max(0, ms - clockMs), ms + clockMs, ms);

export const seconds = (value: number): number => Math.round(value * 1000);
