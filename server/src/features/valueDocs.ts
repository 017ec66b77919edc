// What a value says: phases, reasons, conditions, exit codes, signals, ports and the values of an enum.
import * as l10n from "@vscode/l10n";
import { sinceText, valueDoc } from "../explain/field.ts";
import { exitCodeText, portText, signalText } from "../explain/process.ts";
import { conditionText, phaseText, statusText, title } from "../explain/status.ts";
import { doc } from "../knowledge/docs.ts";
import { signalByNumber } from "../knowledge/exitCodes.ts";
import type { KubeObject } from "../model/objects.ts";
import type { Container, ContainerPort } from "../model/pod.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { Path } from "../syntax/path.ts";
import { codeSpan, paragraphs } from "../text/markdown.ts";
import type { TypeAtPath } from "./typeAt.ts";

const portFields = new Set(["containerPort", "hostPort", "port", "targetPort", "nodePort"]);

/** @returns Markdown; undefined when the value says no more than its field */
export function valueText(
  object: KubeObject,
  known: TypeAtPath | undefined,
  path: Path,
  node: ScalarNode,
  locale: string,
): string | undefined {
  const name = known?.field?.name ?? String(path.at(-1));
  const text = String(node.value);
  if (portFields.has(name)) return portValueText(object, name, node, locale);
  if (name === "phase") return phaseText(text, locale) ?? statusText(text, locale);
  if (name === "reason") return statusText(text, locale);
  if (name === "exitCode") return exitCodeText(Number(node.value), locale);
  if (name === "signal") return signalText(signalByNumber(Number(node.value))?.signal ?? "", locale);
  if (name === "stopSignal") return signalText(text, locale);
  if (name === "conditionType" || (name === "type" && known?.owner?.name.includes("Condition")))
    return conditionText(text, locale);
  if (name === "kind" && path.length === 1) return kindText(text, locale);
  return enumText(known, text, locale);
}

function kindText(kind: string, locale: string): string | undefined {
  const words = doc(`kind ${kind}`, locale);
  return words && paragraphs([title(kind, l10n.t("kind")), words]);
}

function enumText(known: TypeAtPath | undefined, value: string, locale: string): string | undefined {
  const { owner, field } = known ?? {};
  const since = field?.enum?.get(value);
  const words = owner && field && since !== undefined ? valueDoc(owner.name, field.name, value, locale) : undefined;
  if (!field || words === undefined) return undefined;
  const isDefault = field.default === value && field.defaultWhen === undefined;
  const kind = isDefault ? l10n.t("value of {0}, the default", field.name) : l10n.t("value of {0}", field.name);
  return paragraphs([title(value, kind), words, sinceText(since)]);
}

function portValueText(object: KubeObject, name: string, node: ScalarNode, locale: string): string | undefined {
  const { value } = node;
  const declared = name === "port" && object.pod ? declaredText(object.pod.containers, node) : undefined;
  const component = typeof value === "number" ? portText(value, locale) : undefined;
  return declared === undefined && component === undefined ? undefined : paragraphs([declared, component]);
}

/** The port that a probe or hook means: by its name in the same container only, by its number in any. */
function declaredText(containers: readonly Container[], { value, span }: ScalarNode): string | undefined {
  const own = containers.find(({ map }) => map.node.span.start <= span.start && span.end <= map.node.span.end);
  if (!own) return undefined;
  const fits = (port: ContainerPort) =>
    (typeof value === "string" ? port.name.value : port.containerPort.value) === value;
  const port = own.ports.find(fits);
  if (port) return portOf(own, port);
  if (typeof value === "string") return l10n.t("No port of this container has the name {0}.", codeSpan(value));
  const other = containers.find((each) => each.ports.some(fits));
  return (
    other &&
    l10n.t(
      "Container {0} declares this port: all containers of a pod share one network, so the probe or hook reaches that one.",
      codeSpan(other.name.value ?? "?"),
    )
  );
}

function portOf({ name }: Container, { name: portName, containerPort, protocol }: ContainerPort): string {
  const container = codeSpan(name.value ?? "?");
  const number = `\`${containerPort.value ?? "?"}/${protocol.value ?? "TCP"}\``;
  return portName.value === undefined
    ? l10n.t("Port {0} of container {1}.", number, container)
    : l10n.t("Port {0} of container {1}: {2}.", codeSpan(portName.value), container, number);
}
