// Times of a trace in words: `0.6 s`, `12 s`, `1 min 30 s`, `10–21 s`.
import * as l10n from "@vscode/l10n";

/** Tenths below ten seconds, whole seconds above. */
export function duration(ms: number): string {
  const tenths = Math.round(Math.abs(ms) / 100);
  if (tenths < 100) return l10n.t("{0} s", tenths / 10);
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 60) return l10n.t("{0} s", seconds);
  const minutes = Math.floor(seconds / 60);
  return seconds % 60 === 0 ? l10n.t("{0} min", minutes) : l10n.t("{0} min {1} s", minutes, seconds % 60);
}

export function durationBetween(fromMs: number, toMs: number): string {
  const [from, to] = [duration(fromMs), duration(toMs)];
  if (from === to) return to;
  const seconds = (ms: number) => (ms < 9950 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000));
  return toMs < 59_500 ? l10n.t("{0} s", `${seconds(fromMs)}–${seconds(toMs)}`) : `${from} – ${to}`;
}

/** As kubectl writes ages: `45s`, `3m20s`, `25m`, `3h5m`, `2d4h`. */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m${seconds % 60}s`;
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return minutes % 60 === 0 ? `${hours}h` : `${hours}h${minutes % 60}m`;
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  return days < 8 && hours % 24 !== 0 ? `${days}d${hours % 24}h` : `${days}d`;
}
