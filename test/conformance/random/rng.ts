// Chance from a seed: the same manifests at every run.

export interface Rng {
  /** A whole number from 0, below `n`. */
  below(n: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** undefined from an empty list. */
  pick<T>(from: readonly T[]): T | undefined;
  chance(share: number): boolean;
}

export function seeded(seed: number): Rng {
  let state = (seed * 2654435761) >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    // The overloads differ only in what an empty list gives.
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    chance: (share) => next() < share,
  };
}
