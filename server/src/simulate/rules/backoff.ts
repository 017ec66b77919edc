// The back-off of one container: 10 s, doubled by every restart, 300 s at most, forgotten after ten quiet minutes.
import type { Cell, Machine } from "./machine.ts";

/** The back-off that an exit has to wait for, by the entry that the last restart made. */
export function delayAt(m: Machine, cell: Cell, exitMs: number): number {
  const { backoff } = cell;
  if (!backoff || exitMs - backoff.setMs > 2 * m.node.backoffLimitMs) return 0;
  return backoff.delayMs;
}

/**
 * A restart makes the next entry: 10 s, then twice the last, up to the limit; anew after ten quiet minutes. It looks at
 * the exit that was asked for the wait, which for a probe's kill is the one before.
 */
export function nextBackoff(m: Machine, cell: Cell): void {
  const { backoffFirstMs, backoffLimitMs } = m.node;
  if (cell.backoffExitMs === undefined) return;
  const last = delayAt(m, cell, cell.backoffExitMs);
  cell.backoff = { delayMs: Math.min(last === 0 ? backoffFirstMs : last * 2, backoffLimitMs), setMs: m.now.atMs };
  cell.backoffExitMs = undefined;
}
