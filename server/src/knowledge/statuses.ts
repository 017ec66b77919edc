// Every word that a pod, its containers, its events or kubectl may say, in the sources of Kubernetes 1.36 and 1.37. What they mean is in docs/statuses.md.
import { containers } from "./statuses/containers.ts";
import { events } from "./statuses/events.ts";
import type { StatusFacts } from "./statuses/facts.ts";
import { past } from "./statuses/past.ts";
import { pods } from "./statuses/pods.ts";
import { workloads } from "./statuses/workloads.ts";

export type { SeenIn, SetBy, StatusFacts } from "./statuses/facts.ts";

export const statuses: readonly StatusFacts[] = [...containers, ...pods, ...workloads, ...events, ...past];

let byWord: ReadonlyMap<string, StatusFacts> | undefined;

/** Also `Init:CrashLoopBackOff`, `Init:1/2`, `Signal:9`, `ExitCode:3` and `OutOf` before any resource; an `Init:` word as the word behind it. */
export function statusFacts(word: string): StatusFacts | undefined {
  byWord ??= new Map(statuses.map((each) => [each.word, each]));
  const known = byWord.get(word);
  if (known) return known;
  for (const [pattern, as] of patterns) if (pattern.test(word)) return byWord.get(as);
  return word.startsWith("Init:") ? statusFacts(word.slice("Init:".length)) : undefined;
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^Init:\d+\/\d+$/, "Init:N/M"],
  [/^ExitCode:\d+$/, "ExitCode:N"],
  [/^Signal:\d+$/, "Signal:N"],
  [/^OutOf\S+$/, "OutOfmemory"],
];
