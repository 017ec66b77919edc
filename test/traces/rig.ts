// The scenario behind a recorded pod, read from the arguments of the rig's program (docs: data/README.md).
import type { Behaviour, Life, OnTerm } from "../../server/src/simulate/behaviour.ts";
import type { SimContainer, SimPod } from "../../server/src/simulate/types.ts";
import { hookIsTold, hookOf } from "./rigHooks.ts";
import { probeOf } from "./rigProbes.ts";
import { lifeOfCommand, readShell } from "./rigShell.ts";

/** A manifest as the `yaml` package gives it. */
export interface RawContainer {
  readonly name: string;
  readonly command?: readonly (string | number)[];
  readonly lifecycle?: { readonly [hook: string]: RawHandler | undefined };
  readonly [probe: string]: unknown;
}
export interface RawHandler {
  readonly exec?: { readonly command: readonly (string | number)[] };
  readonly httpGet?: { readonly port: number | string; readonly path?: string };
  readonly tcpSocket?: { readonly port: number | string };
  readonly sleep?: { readonly seconds: number };
}
export interface RawPod {
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly containers: readonly RawContainer[];
    readonly initContainers?: readonly RawContainer[];
    readonly shareProcessNamespace?: boolean;
    readonly terminationGracePeriodSeconds?: number;
  };
}

/** What `rigc main` was told. */
export interface Program {
  readonly bootMs: number;
  readonly failMs: number | undefined;
  readonly term: string;
  readonly life: Life;
  readonly httpPort: number | undefined;
}

export interface Rigged {
  readonly behaviours: readonly Behaviour[];
  readonly tellsTerm: ReadonlySet<string>;
  readonly tellsPostStart: ReadonlySet<string>;
  readonly tellsPreStop: ReadonlySet<string>;
}

export function rigged(pod: SimPod, raw: RawPod): Rigged {
  const all = [...(raw.spec.initContainers ?? []), ...raw.spec.containers];
  const tellsTerm = new Set<string>();
  const tellsPostStart = new Set<string>();
  const tellsPreStop = new Set<string>();
  const behaviours = pod.containers.map((container) => {
    const own = all.find(({ name }) => name === container.name);
    if (!own) throw new Error(`No container ${container.name}`);
    const read = readMain(own, raw.spec.shareProcessNamespace === true);
    if (read.tellsTerm) tellsTerm.add(container.name);
    if (hookIsTold(own.lifecycle?.["postStart"])) tellsPostStart.add(container.name);
    if (hookIsTold(own.lifecycle?.["preStop"])) tellsPreStop.add(container.name);
    return behaviourOf(container, own, all, read);
  });
  return { behaviours, tellsTerm, tellsPostStart, tellsPreStop };
}

export interface Main {
  readonly program: Program | undefined;
  readonly startFails: boolean;
  readonly lives: readonly Life[];
  readonly onTerm: OnTerm;
  readonly tellsTerm: boolean;
}

function behaviourOf(_container: SimContainer, own: RawContainer, all: readonly RawContainer[], main: Main): Behaviour {
  const probe = (field: string) => probeOf(own[field] as RawHandler | undefined, own, all, main.program);
  return {
    image: undefined,
    ...(main.startFails ? { startFails: "RunContainerError" } : {}),
    lives: main.lives,
    onTerm: main.onTerm,
    deafMs: slowestAnswer(own, all),
    postStart: hookOf(own.lifecycle?.["postStart"], all),
    preStop: hookOf(own.lifecycle?.["preStop"], all),
    probes: {
      startup: probe("startupProbe"),
      liveness: probe("livenessProbe"),
      readiness: probe("readinessProbe"),
    },
  };
}

export const endless: Life = { exitCode: 0, oomKilled: false };

export function programOf(words: readonly string[]): Program | undefined {
  const at = words.indexOf("rigc");
  if (at < 0 || words[at + 1] !== "main") return undefined;
  const told = new Map<string, string>();
  for (const word of words.slice(at + 2)) {
    const [name, value] = word.split("=");
    if (value === undefined) break;
    told.set(name ?? "", value);
  }
  const ms = (name: string) => (told.has(name) ? Number(told.get(name)) * 1000 : undefined);
  const [after, code] = (told.get("exit") ?? "").split(":");
  return {
    bootMs: ms("boot") ?? 0,
    failMs: ms("fail"),
    term: told.get("term") ?? "exit",
    life: after ? { exitAfterMs: Number(after) * 1000, exitCode: Number(code ?? 0), oomKilled: false } : endless,
    httpPort: told.has("http") ? Number(told.get("http")) : undefined,
  };
}

function readMain({ command = [] }: RawContainer, shared: boolean): Main {
  const words = command.map(String);
  const none: Main = { program: undefined, startFails: false, lives: [endless], onTerm: "ignore", tellsTerm: false };
  if (words[0] === "rigc" && words[1] === "main") return asMain(programOf(words), shared);
  if (words[0] === "sh" && words[1] === "-c") return readShell(words[2] ?? "", shared);
  if (words[0]?.startsWith("/")) return { ...none, startFails: true };
  const life = lifeOfCommand(words);
  const onTerm: OnTerm = shared ? { afterMs: 0, exitCode: 143 } : "ignore";
  return { ...none, lives: [life ?? endless], onTerm: life ? onTerm : "unknown" };
}

export function asMain(program: Program | undefined, shared: boolean): Main {
  const { term = "", life = endless } = program ?? {};
  // The kernel drops TERM for the first process of a namespace that has no handler.
  const byDefault: OnTerm = shared ? { afterMs: 0, exitCode: 143 } : "ignore";
  const sleeps = /^sleep:([\d.]+)/.exec(term)?.[1];
  const onTerm: OnTerm =
    term === "exit"
      ? { afterMs: 0, exitCode: 0 }
      : sleeps
        ? { afterMs: Number(sleeps) * 1000, exitCode: 0 }
        : term === "default"
          ? byDefault
          : "ignore";
  return { program, startFails: false, lives: [life], onTerm, tellsTerm: term !== "default" };
}

/** The rig serves one request after another, and hears TERM between two. */
function slowestAnswer(own: RawContainer, all: readonly RawContainer[]): number {
  const port = programOf((own.command ?? []).map(String))?.httpPort;
  if (port === undefined) return 0;
  return Math.max(0, ...[...JSON.stringify(all).matchAll(/\/slow\/([\d.]+)/g)].map(([, each]) => Number(each) * 1000));
}
