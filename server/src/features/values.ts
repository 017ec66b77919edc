// The values that are legal for a field here: enums, defaults, and names that the same pod declares.
import * as l10n from "@vscode/l10n";
import type { Container, Pod } from "../model/pod.ts";
import { asText, children, field } from "../model/typed.ts";
import type { FileChunk, SourceFile } from "../workspace/file.ts";
import type { TypeAtPath } from "./typeAt.ts";

export interface OfferedValue {
  readonly text: string;
  readonly detail?: string;
  readonly preselect?: boolean;
}

export interface ValueQuestion {
  readonly file: SourceFile;
  readonly at: FileChunk;
  readonly found: TypeAtPath;
  /** Kind of the object around. */
  readonly kind: string;
  readonly path: readonly (string | 0)[];
  readonly key: string;
  readonly offset: number;
}

const keepRunning = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController"]);

export function valuesFor(question: ValueQuestion): OfferedValue[] {
  const { found, file } = question;
  const facts = found.field;
  const owner = found.owner?.name;
  if (owner === "v1.PodSpec" && facts?.name === "restartPolicy") return restartPolicies(question.kind);
  const names = namesFor(question);
  if (names.length > 0) return names;
  if (facts?.enum) {
    return [...facts.enum]
      .filter(([, since]) => since <= file.options.minor)
      .map(([text]) => ({ text, ...defaultMark(facts.default === text) }));
  }
  if (found.type.kind === "boolean")
    return ["true", "false"].map((text) => ({ text, ...defaultMark(String(facts?.default) === text) }));
  const value = facts?.default;
  return typeof value === "string" || typeof value === "number" ? [{ text: String(value), ...defaultMark(true) }] : [];
}

const defaultMark = (isDefault: boolean) => (isDefault ? { detail: l10n.t("default") } : {});

function restartPolicies(kind: string): OfferedValue[] {
  if (keepRunning.has(kind)) return [{ text: "Always", detail: l10n.t("default") }];
  if (kind === "Job" || kind === "CronJob") return [{ text: "OnFailure" }, { text: "Never" }];
  return [{ text: "Always", detail: l10n.t("default") }, { text: "OnFailure" }, { text: "Never" }];
}

/** Names written elsewhere in the same pod: ports of this container, volumes, containers. */
function namesFor({ at, found, path, offset }: ValueQuestion): OfferedValue[] {
  const pod =
    at.objects.find(({ node, pod }) => pod && offset >= node.span.start && offset <= node.span.end + 1)?.pod ??
    at.objects[0]?.pod;
  if (!pod) return [];
  const owner = found.owner?.name;
  const name = found.field?.name;
  if (
    name === "port" &&
    (owner === "v1.HTTPGetAction" || owner === "v1.TCPSocketAction" || owner === "v1.GRPCAction")
  ) {
    const container = containerAt(pod, path, offset);
    return (container?.ports ?? []).flatMap((port) => {
      const number = port.containerPort.value;
      const byName = owner === "v1.GRPCAction" ? undefined : port.name.value;
      return [
        ...(byName === undefined
          ? []
          : [{ text: byName, ...(number === undefined ? {} : { detail: String(number) }) }]),
        ...(number === undefined
          ? []
          : [{ text: String(number), ...(port.name.value === undefined ? {} : { detail: port.name.value }) }]),
      ];
    });
  }
  if ((owner === "v1.VolumeMount" || owner === "v1.VolumeDevice") && name === "name")
    return texts(children(pod.map, "volumes").map((volume) => field(volume, "name", asText).value));
  if (name === "containerName") return texts(pod.containers.map((each) => each.name.value));
  return [];
}

const texts = (values: readonly (string | undefined)[]): OfferedValue[] =>
  values.flatMap((text) => (text === undefined ? [] : { text }));

/** The container whose text holds the cursor; half-typed text may end its node early, so the last one that starts before counts. */
function containerAt(pod: Pod, path: readonly (string | 0)[], offset: number): Container | undefined {
  const list = pod.containers.filter((each) => path.includes(each.list) && each.map.node.span.start <= offset);
  return list.at(-1);
}
