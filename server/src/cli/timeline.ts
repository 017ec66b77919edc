// `pod-lifecycle timeline FILE`: what will happen to the first pod of a file, and when.
import * as l10n from "@vscode/l10n";
import { scenarioProblemText } from "../explain/scenarioProblem.ts";
import { environmentLocale, localeOf } from "../locale.ts";
import type { KubeObject } from "../model/objects.ts";
import { readSettings } from "../settings.ts";
import { simPod } from "../simulate/fromModel.ts";
import { type PresetName, presetNames, presetScenario } from "../simulate/presets.ts";
import type { Scenario } from "../simulate/scenario.ts";
import { readScenario } from "../simulate/scenarioRead.ts";
import { simulate } from "../simulate/simulate.ts";
import type { SimPod } from "../simulate/types.ts";
import { nearest } from "../text/nearest.ts";
import { chunksOf, openFile } from "../workspace/file.ts";
import { inputs } from "./inputs.ts";
import { standardOutput } from "./output.ts";
import { readPlainYaml } from "./plainYaml.ts";
import { timelineText } from "./timelineText.ts";
import { readFlags, UsageError } from "./usage.ts";

/** @returns the exit code: 0, or 2 for a file, pod or scenario that cannot be used */
export async function timeline(args: readonly string[]): Promise<number> {
  const { path, podName, scenarioName, format, minor } = readArguments(args);
  const input = await readOne(path);
  const { settings } = readSettings({ kubernetesVersion: `1.${minor}` });
  const file = openFile(input.text, { ...settings, ...input.fileClass, onError: () => {} });
  if (file.skipped !== undefined) throw new UsageError(`${path}: ${file.skipped}`);
  const pods = chunksOf(file).flatMap(({ objects }) => objects.flatMap(withPod));
  const { object, pod } = choose(pods, podName, path);
  const scenario = await scenarioOf(scenarioName, pod);
  const trace = simulate(pod, scenario);
  const name = `${object.kind} ${object.name ?? ""}`.trim();
  const output = standardOutput();
  if (format === "json") await output.write(`${JSON.stringify({ name, ...trace, notes: pod.notes })}\n`);
  else
    await output.write(
      timelineText({ name, scenario: scenarioName, trace, notes: pod.notes }, process.stdout.columns ?? 80),
    );
  return 0;
}

function readArguments(args: readonly string[]) {
  const flags = readFlags(args, ["pod", "scenario", "format", "kubernetes-version", "locale"]);
  const [path, ...more] = flags.positionals;
  if (path === undefined || more.length > 0)
    throw new UsageError(l10n.t("timeline takes one file, or - for standard input."));
  const format = flags.last("format") ?? "text";
  if (format !== "text" && format !== "json")
    throw new UsageError(l10n.t("--format takes text or json, not “{0}”.", format));
  const locale = flags.last("locale") ?? environmentLocale(process.env);
  if (!/^en\b/i.test(locale) && localeOf(locale) === "en")
    throw new UsageError(l10n.t("--locale takes en or zh-cn, not “{0}”.", locale));
  const { settings, warnings } = readSettings({ kubernetesVersion: flags.last("kubernetes-version") });
  if (warnings[0] !== undefined) throw new UsageError(warnings[0]);
  return {
    path,
    podName: flags.last("pod"),
    scenarioName: flags.last("scenario") ?? "healthy",
    format,
    minor: settings.minor,
  };
}

async function readOne(path: string) {
  const complaints: string[] = [];
  for await (const input of inputs([path], (sentence) => complaints.push(sentence))) return input;
  throw new UsageError(complaints[0] ?? l10n.t("{0} has no manifest.", path));
}

interface Found {
  readonly object: KubeObject;
  readonly pod: SimPod;
}

function withPod(object: KubeObject): Found[] {
  const pod = simPod(object);
  return pod ? [{ object, pod }] : [];
}

function choose(pods: readonly Found[], name: string | undefined, path: string): Found {
  const found = name === undefined ? pods[0] : pods.find(({ object }) => object.name === name);
  if (found) return found;
  const names = pods.map(({ object }) => object.name ?? "").filter((each) => each !== "");
  if (name === undefined || names.length === 0)
    throw new UsageError(l10n.t("{0} has no pod with a container, nor a workload that makes one.", path));
  const close = nearest(name, names);
  throw new UsageError(
    close === undefined
      ? l10n.t("{0} has no pod or workload {1}; it has {2}.", path, name, names.join(", "))
      : l10n.t("{0} has no pod or workload {1}. Did you mean {2}?", path, name, close),
  );
}

/** A preset by its name, else a file. */
async function scenarioOf(name: string, pod: SimPod): Promise<Scenario> {
  if ((presetNames as readonly string[]).includes(name)) return presetScenario(name as PresetName, pod);
  if (/^[\w-]+$/.test(name)) {
    const close = nearest(name, presetNames);
    throw new UsageError(
      close === undefined
        ? l10n.t("There is no scenario {0}: take one of {1}, or a file.", name, presetNames.join(", "))
        : l10n.t("There is no scenario {0}. Did you mean {1}?", name, close),
    );
  }
  const { text } = await readOne(name);
  const plain = readPlainYaml(text);
  if (plain === undefined) throw new UsageError(l10n.t("{0} is no YAML that can be read.", name));
  const { scenario, problems } = readScenario(plain.value, pod);
  const [problem] = problems ?? [];
  if (problem) throw new UsageError(`${name}: ${scenarioProblemText(problem)}`);
  return scenario ?? {};
}
