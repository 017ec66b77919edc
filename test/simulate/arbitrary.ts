// Random pods and scenarios, within what the API server accepts.
import fc from "fast-check";
import type { ContainerScenario, Scenario } from "../../server/src/simulate/scenario.ts";
import type { ContainerKind, SimContainer, SimHook, SimPod, SimProbe } from "../../server/src/simulate/types.ts";

const few = (least: number, most: number) => fc.integer({ min: least, max: most });
const tenths = (most: number) => few(0, most * 10).map((each) => each / 10);

function probe(path: readonly (string | number)[], thresholds: boolean): fc.Arbitrary<SimProbe> {
  return fc.record(
    {
      handler: fc.constantFrom("exec" as const, "httpGet" as const, "tcpSocket" as const),
      initialDelaySeconds: few(0, 12),
      periodSeconds: few(1, 12),
      timeoutSeconds: few(1, 6),
      successThreshold: thresholds ? few(1, 3) : fc.constant(1),
      failureThreshold: few(1, 4),
      terminationGracePeriodSeconds: thresholds ? fc.constant(1) : few(1, 6),
      path: fc.constant(path),
    },
    {
      requiredKeys: [
        "handler",
        "initialDelaySeconds",
        "periodSeconds",
        "timeoutSeconds",
        "successThreshold",
        "failureThreshold",
        "path",
      ],
    },
  );
}

function hook(path: readonly (string | number)[], sleeps: boolean): fc.Arbitrary<SimHook> {
  return fc.record({
    handler: fc.constantFrom("exec" as const, "httpGet" as const, ...(sleeps ? (["sleep"] as const) : [])),
    sleepSeconds: few(0, 8),
    path: fc.constant(path),
  });
}

function container(name: string, kind: ContainerKind): fc.Arbitrary<SimContainer> {
  const path = ["spec", kind === "main" ? "containers" : "initContainers", name];
  const rare = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
  const none = fc.constant(undefined);
  const plain = kind === "init";
  return fc
    .record({
      policy:
        kind === "sidecar"
          ? none
          : fc.option(fc.constantFrom("Always" as const, "OnFailure" as const, "Never" as const), {
              nil: undefined,
              freq: 1,
            }),
      startup: plain ? none : rare(probe([...path, "startupProbe"], false)),
      liveness: plain ? none : rare(probe([...path, "livenessProbe"], false)),
      readiness: plain ? none : rare(probe([...path, "readinessProbe"], true)),
      postStart: plain
        ? none
        : fc.option(hook([...path, "lifecycle", "postStart"], false), { nil: undefined, freq: 1 }),
      preStop: plain ? none : rare(hook([...path, "lifecycle", "preStop"], true)),
      rule: fc.option(fc.constantFrom("Restart" as const, "RestartAllContainers" as const), {
        nil: undefined,
        freq: 1,
      }),
    })
    .map(({ policy, startup, liveness, readiness, postStart, preStop, rule }) => ({
      name,
      kind,
      imagePullPolicy: "IfNotPresent" as const,
      ...(policy ? { restartPolicy: policy } : {}),
      restartRules: rule && policy ? [{ action: rule, operator: "In" as const, values: [42] }] : [],
      probes: {
        ...(startup ? { startup } : {}),
        ...(liveness ? { liveness } : {}),
        ...(readiness ? { readiness } : {}),
      },
      ...(postStart ? { postStart } : {}),
      ...(preStop ? { preStop } : {}),
      path,
    }));
}

const anyContainers: fc.Arbitrary<SimContainer[]> = fc
  .tuple(fc.array(fc.constantFrom("init" as const, "sidecar" as const), { maxLength: 2 }), few(1, 3))
  .chain(([inits, mains]) => {
    const kinds: ContainerKind[] = [...inits, ...Array.from({ length: mains }, () => "main" as const)];
    return fc.tuple(...kinds.map((kind, index) => container(`${kind}${index}`, kind)));
  });

export const anyPod: fc.Arbitrary<SimPod> = fc
  .record({
    restartPolicy: fc.constantFrom("Always" as const, "Always" as const, "OnFailure" as const, "Never" as const),
    terminationGracePeriodSeconds: few(0, 10),
    deadline: fc.option(few(5, 60), { nil: undefined, freq: 1 }),
    containers: anyContainers,
  })
  .map(({ deadline, ...pod }) => ({
    ...pod,
    ...(deadline === undefined ? {} : { activeDeadlineSeconds: deadline }),
    workload: { kind: "Pod", path: [] },
    path: ["spec"],
    notes: [],
  }));

const containerScenario: fc.Arbitrary<ContainerScenario> = fc.record(
  {
    image: fc.constantFrom("present", "present", "ErrImagePull", "InvalidImageName"),
    start: fc.constantFrom("ok", "ok", "RunContainerError", "CreateContainerConfigError"),
    lives: fc.array(
      fc.record({
        exitAfterSeconds: tenths(20),
        exitCode: fc.constantFrom(0, 1, 42),
        oomKilled: fc.constantFrom(false, false, true),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    onTerm: fc.oneof(
      fc.constant("ignore" as const),
      fc.record({ exitAfterSeconds: tenths(12), exitCode: fc.constantFrom(0, 1) }),
    ),
    postStart: fc.record({
      takesSeconds: tenths(5),
      result: fc.constantFrom("success" as const, "failure" as const, "never-ends" as const),
    }),
    preStop: fc.record({ takesSeconds: tenths(12), result: fc.constantFrom("success" as const, "failure" as const) }),
    probes: fc.record(
      Object.fromEntries(["startup", "liveness", "readiness"].map((kind) => [kind, probeScenario()])) as never,
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

function probeScenario() {
  const result = fc.constantFrom("success" as const, "failure" as const, "error" as const, "timeout" as const);
  return fc.record({
    takesSeconds: tenths(3),
    results: fc.array(fc.record({ untilSeconds: few(1, 40), result }), { minLength: 1, maxLength: 3 }),
  });
}

export const anyScenario = (pod: SimPod): fc.Arbitrary<Scenario> =>
  fc
    .record(
      {
        deleteAfterSeconds: tenths(60),
        deleteGracePeriodSeconds: few(0, 12),
        containers: fc.record(
          Object.fromEntries(pod.containers.map(({ name }) => [name, containerScenario])) as Record<
            string,
            typeof containerScenario
          >,
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    )
    .map((scenario) => ({ ...scenario, horizonSeconds: 90 }) as Scenario);

/** Small, fast, and the same everywhere. */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
