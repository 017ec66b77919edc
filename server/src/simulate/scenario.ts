// What happens to a pod beside its manifest: what its programs do, and when it is deleted. Everything is optional.
import type { AnswerStep, Behaviour, HookBehaviour, Life, OnTerm, ProbeBehaviour } from "./behaviour.ts";
import { seconds } from "./edges/span.ts";
import { type ProbeKind, probeKinds, type SimContainer, type SimHook, type SimPod, type SimProbe } from "./types.ts";

/** Seconds may have decimals. */
export interface Scenario {
  /** Default 120, at most a day. */
  readonly horizonSeconds?: number;
  /** Since the first container's start. */
  readonly deleteAfterSeconds?: number | undefined;
  /** `kubectl delete --grace-period`; the pod's own where absent. */
  readonly deleteGracePeriodSeconds?: number;
  readonly containers?: Readonly<Record<string, ContainerScenario>>;
}

export interface ContainerScenario {
  /** `present`, a pull, or the reason why there is none: ErrImagePull, InvalidImageName, ErrImageNeverPull … */
  readonly image?: string | { readonly pullSeconds: number };
  /** `ok`, or the reason why it cannot start: RunContainerError, CreateContainerConfigError … */
  readonly start?: string;
  /** By life; the last repeats. */
  readonly lives?: readonly LifeScenario[];
  readonly onTerm?: "ignore" | { readonly exitAfterSeconds: number; readonly exitCode?: number };
  readonly postStart?: HookScenario;
  readonly preStop?: HookScenario;
  readonly probes?: { readonly [kind in ProbeKind]?: ProbeScenario };
}

export interface LifeScenario {
  /** Absent: it does not end by itself. */
  readonly exitAfterSeconds?: number;
  readonly exitCode?: number;
  readonly oomKilled?: boolean;
}

export const hookResults = ["success", "failure", "never-ends"] as const;
export interface HookScenario {
  readonly takesSeconds?: number;
  readonly result?: (typeof hookResults)[number];
}

export const probeResults = ["success", "failure", "error", "timeout"] as const;
export interface ProbeScenario {
  readonly takesSeconds?: number;
  /** From each life's start; the last one stays. */
  readonly results?: readonly { readonly untilSeconds?: number; readonly result: (typeof probeResults)[number] }[];
}

export const longestHorizonSeconds = 86_400;

export const horizonMs = ({ horizonSeconds }: Scenario): number =>
  seconds(Math.min(Math.max(horizonSeconds ?? 120, 1), longestHorizonSeconds));

export function behavioursOf(pod: SimPod, scenario: Scenario): Behaviour[] {
  return pod.containers.map((container) => behaviourOf(container, scenario.containers?.[container.name] ?? {}));
}

function behaviourOf(container: SimContainer, told: ContainerScenario): Behaviour {
  const { image, start } = told;
  const probe = (kind: ProbeKind): ProbeBehaviour => probeOf(container.probes[kind], told.probes?.[kind]);
  const [startup, liveness, readiness] = probeKinds.map(probe) as [ProbeBehaviour, ProbeBehaviour, ProbeBehaviour];
  return {
    image:
      image === undefined || image === "present"
        ? undefined
        : typeof image === "string"
          ? { reason: image }
          : { pullMs: seconds(image.pullSeconds) },
    ...(start !== undefined && start !== "ok" ? { startFails: start } : {}),
    lives: livesOf(container, told),
    onTerm: onTermOf(told),
    deafMs: 0,
    postStart: hookOf(container.postStart, told.postStart),
    preStop: hookOf(container.preStop, told.preStop),
    probes: { startup, liveness, readiness },
  };
}

/** Without a word, an init container is done after a second; everything else runs until it is told to stop. */
function livesOf({ kind }: SimContainer, { lives }: ContainerScenario): Life[] {
  if (lives === undefined || lives.length === 0) {
    return [{ exitCode: 0, oomKilled: false, ...(kind === "init" ? { exitAfterMs: 1000 } : {}) }];
  }
  return lives.map(({ exitAfterSeconds, exitCode = 0, oomKilled = false }) => ({
    exitCode: oomKilled && exitCode === 0 ? 137 : exitCode,
    oomKilled,
    ...(exitAfterSeconds === undefined ? {} : { exitAfterMs: seconds(exitAfterSeconds) }),
  }));
}

function onTermOf({ onTerm }: ContainerScenario): OnTerm {
  if (onTerm === "ignore") return "ignore";
  return { afterMs: seconds(onTerm?.exitAfterSeconds ?? 0), exitCode: onTerm?.exitCode ?? 0 };
}

/** A `sleep` takes its own time; other hooks half a second where nothing is said. tcpSocket hooks always fail. */
function hookOf(hook: SimHook | undefined, told: HookScenario = {}): HookBehaviour {
  if (hook?.handler === "sleep") return { takesMs: seconds(hook.sleepSeconds ?? 0), succeeds: true };
  if (hook?.handler === "tcpSocket" || hook?.handler === "none") return { takesMs: 0, succeeds: false };
  if (told.result === "never-ends") return { takesMs: Number.POSITIVE_INFINITY, succeeds: false };
  return { takesMs: seconds(told.takesSeconds ?? 0.5), succeeds: told.result !== "failure" };
}

function probeOf(probe: SimProbe | undefined, told: ProbeScenario = {}): ProbeBehaviour {
  const takesMs = seconds(told.takesSeconds ?? 0.05);
  if (probe?.handler === "none") return { steps: [{ answer: "error", takesMs: 0 }], outlivesTimeout: false };
  const results = told.results?.length ? told.results : [{ result: "success" as const }];
  const steps = results.map(
    ({ result, untilSeconds }, index): AnswerStep => ({
      answer: result === "timeout" ? "failure" : result,
      takesMs: result === "timeout" ? seconds(probe?.timeoutSeconds ?? 1) : takesMs,
      ...(untilSeconds === undefined || index === results.length - 1 ? {} : { untilMs: seconds(untilSeconds) }),
    }),
  );
  return { steps, outlivesTimeout: false };
}
