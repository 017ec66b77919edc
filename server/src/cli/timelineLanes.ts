// One container's life as a line of blocks, and the axis below.
import type { Trace } from "../simulate/trace.ts";

type Sign = " " | "·" | "▁" | "█" | "▒";

/** What the container is at the end of each column; an end inside a column is marked. */
export function lane(trace: Trace, container: string, untilMs: number, width: number): string {
  const signs: string[] = Array.from({ length: width }, () => " ");
  let sign: Sign = " ";
  let from = 0;
  const columnOf = (ms: number): number => Math.min(width, Math.max(0, Math.floor((ms / untilMs) * width)));
  const fill = (to: number): void => {
    for (let column = from; column < to; column++) if (signs[column] === " ") signs[column] = sign;
    from = Math.max(from, to);
  };
  for (const event of trace.events) {
    const next: Sign =
      event.container === container ? after(event.kind, sign) : event.kind === "pod-removed" ? " " : sign;
    const ends = event.container === container && (event.kind === "exited" || event.kind === "killed");
    if (next === sign && !ends) continue;
    fill(columnOf(event.typicalMs));
    if (ends) signs[Math.min(width - 1, columnOf(event.typicalMs))] = "×";
    sign = next;
  }
  fill(width);
  return signs.join("");
}

function after(kind: string, sign: Sign): Sign {
  switch (kind) {
    case "state":
      return sign === " " ? "·" : sign;
    case "container-started":
    case "ready-false":
      return kind === "ready-false" && sign !== "█" ? sign : "▁";
    case "ready-true":
      return sign === "▁" ? "█" : sign;
    case "stop-begins":
      return sign === "▁" || sign === "█" ? "▒" : sign;
    case "exited":
    case "killed":
      return "·";
    default:
      return sign;
  }
}

/** Labels at round times, as far apart as they need. */
export function axis(untilMs: number, width: number): string {
  const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400];
  const step = steps.find((each) => (each * 1000 * width) / untilMs >= 9) ?? 28_800;
  let line = "";
  for (let second = 0; second * 1000 <= untilMs; second += step) {
    const label = second < 60 || second % 60 !== 0 ? `${second}s` : `${second / 60}m`;
    const column = Math.floor(((second * 1000) / untilMs) * width);
    if (column + label.length <= width) line = line.padEnd(column) + label;
  }
  return line;
}
