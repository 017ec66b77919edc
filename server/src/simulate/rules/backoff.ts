// The back-off of one container: 10 s, doubled by every restart, 300 s at most, forgotten after ten quiet minutes.
import type { Cell, Machine } from "./machine.ts";

/** The back-off that an exit has to wait for, by the entry that the last restart made. */
export function delayAt(m: Machine, cell: Cell, exitMs: number): number {
  const { backoff } = cell;
  if (!backoff || exitMs - backoff.setMs > 2 * m.node.backoffLimitMs) return 0;
  return backoff.delayMs;
}

/** A restart makes the next entry: 10 s, then twice the last, up to the limit; anew after ten quiet minutes. */
export function nextBackoff(m: Machine, cell: Cell): void {
  const { backoffFirstMs, backoffLimitMs } = m.node;
  const last = delayAt(m, cell, cell.exitedMs ?? m.now.atMs);
  cell.backoff = { delayMs: Math.min(last === 0 ? backoffFirstMs : last * 2, backoffLimitMs), setMs: m.now.atMs };
  cell.countsBackoff = false;
}
