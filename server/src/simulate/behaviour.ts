// What the programs do, in milliseconds: the scenario with every default filled in. Both uses read it: the simulation
// follows it, the monitor compares with it. `unknown` is for recorded programs that nobody can foresee.
import type { ProbeKind } from "./types.ts";

export type ProbeAnswer = "success" | "failure" | "error" | "unknown";

export interface AnswerStep {
  /** Since the start of the life; absent in the last step. */
  readonly untilMs?: number;
  readonly answer: ProbeAnswer;
  /** How long the probe runs, before its timeout is applied. */
  readonly takesMs: number;
}

export interface ProbeBehaviour {
  readonly steps: readonly AnswerStep[];
  /** An exec whose child keeps stdout open is waited for beyond its timeout. */
  readonly outlivesTimeout: boolean;
}

export interface Life {
  /** Since the start; absent for a program that does not end by itself. */
  readonly exitAfterMs?: number;
  readonly exitCode: number;
  /** Ended for using too much memory: a failure even with exit code 0. */
  readonly oomKilled: boolean;
}

export type OnTerm = { readonly afterMs: number; readonly exitCode: number } | "ignore" | "unknown";

export interface HookBehaviour {
  /** Infinity never ends. */
  readonly takesMs: number;
  readonly succeeds: boolean;
}

export interface Behaviour {
  /** `undefined` is there already. */
  readonly image: { readonly pullMs: number } | { readonly reason: string } | undefined;
  /** The waiting reason of a container that cannot be started. */
  readonly startFails?: string;
  /** By life, the last repeats; never empty. */
  readonly lives: readonly Life[];
  readonly onTerm: OnTerm;
  /** A program that does one thing after another hears TERM as much later, at most. */
  readonly deafMs: number;
  readonly postStart: HookBehaviour;
  readonly preStop: HookBehaviour;
  readonly probes: { readonly [kind in ProbeKind]: ProbeBehaviour };
}

export function lifeOf(behaviour: Behaviour, life: number): Life {
  const { lives } = behaviour;
  return lives[Math.min(life, lives.length - 1)] ?? { exitCode: 0, oomKilled: false };
}

export function answerAt(behaviour: ProbeBehaviour, sinceStartMs: number): AnswerStep {
  for (const step of behaviour.steps) {
    if (step.untilMs === undefined || sinceStartMs < step.untilMs) return step;
  }
  return behaviour.steps.at(-1) ?? { answer: "success", takesMs: 0 };
}

/** The answers that a probe may give which starts somewhere between the two moments of a life. */
export function answersBetween(behaviour: ProbeBehaviour, fromMs: number, toMs: number): AnswerStep[] {
  let begins = Number.NEGATIVE_INFINITY;
  const found: AnswerStep[] = [];
  for (const step of behaviour.steps) {
    const until = step.untilMs ?? Number.POSITIVE_INFINITY;
    if (begins <= toMs && until >= fromMs) found.push(step);
    begins = until;
  }
  return found;
}
