// Scenarios that people ask for, fitted to the pod at hand.
import type { ContainerScenario, Scenario } from "./scenario.ts";
import type { ProbeKind, SimContainer, SimPod, SimProbe } from "./types.ts";

export const presetNames = [
  "healthy",
  "slow-start",
  "hang",
  "crash-loop",
  "exits-0",
  "ignores-term",
  "bad-image",
  "delete",
] as const;
export type PresetName = (typeof presetNames)[number];

export function presetScenario(name: PresetName, pod: SimPod): Scenario {
  const grace = pod.terminationGracePeriodSeconds;
  switch (name) {
    case "healthy":
      return {};
    case "slow-start":
      return { containers: each(pod, (container) => slow(container)), horizonSeconds: 120 };
    case "hang":
      return { containers: each(pod, (container) => hangs(container, 30)), horizonSeconds: 180 };
    case "crash-loop":
      return { containers: first(pod, { lives: [{ exitAfterSeconds: 3, exitCode: 1 }] }), horizonSeconds: 300 };
    case "exits-0":
      return {
        containers: each(pod, ({ kind }) =>
          kind === "main" ? { lives: [{ exitAfterSeconds: 10, exitCode: 0 }] } : {},
        ),
      };
    case "ignores-term":
      return {
        containers: each(pod, () => ({ onTerm: "ignore" })),
        deleteAfterSeconds: 30,
        horizonSeconds: 60 + 2 * grace,
      };
    case "bad-image":
      return { containers: first(pod, { image: "ErrImagePull" }), horizonSeconds: 180 };
    case "delete":
      return { deleteAfterSeconds: 30, horizonSeconds: 60 + 2 * grace };
  }
}

function each(pod: SimPod, told: (container: SimContainer) => ContainerScenario): Record<string, ContainerScenario> {
  return Object.fromEntries(pod.containers.map((container) => [container.name, told(container)]));
}

/** The first main container. */
function first(pod: SimPod, told: ContainerScenario): Record<string, ContainerScenario> {
  const main = pod.containers.find(({ kind }) => kind === "main");
  return main ? { [main.name]: told } : {};
}

/** Up after half of what its startup probe allows, or after 20 s. */
function slow({ probes }: SimContainer): ContainerScenario {
  const { startup } = probes;
  const untilSeconds = startup ? Math.max(1, Math.round((startup.failureThreshold * startup.periodSeconds) / 2)) : 20;
  const results = [{ untilSeconds, result: "failure" as const }, { result: "success" as const }];
  return { probes: present(probes, ["startup", "readiness"], { results }) };
}

function hangs({ probes }: SimContainer, untilSeconds: number): ContainerScenario {
  const results = [{ untilSeconds, result: "success" as const }, { result: "timeout" as const }];
  return { probes: present(probes, ["liveness", "readiness"], { results }) };
}

function present<T>(
  probes: { readonly [kind in ProbeKind]?: SimProbe },
  kinds: readonly ProbeKind[],
  told: T,
): { [kind in ProbeKind]?: T } {
  return Object.fromEntries(kinds.filter((kind) => probes[kind]).map((kind) => [kind, told]));
}
