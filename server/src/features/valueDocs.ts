// Which hand-written entries speak of a value: phases, reasons, exit codes, ports, policies.
import type { KubeObject } from "../model/objects.ts";
import type { ScalarNode } from "../syntax/nodes.ts";
import type { Segment } from "../syntax/path.ts";
import type { TypeAtPath } from "./typeAt.ts";

const portFields = new Set(["containerPort", "hostPort", "port"]);
const policyFields = new Set(["restartPolicy", "imagePullPolicy", "concurrencyPolicy", "terminationMessagePolicy"]);

/** Ids for knowledge/docs.ts, the most specific first; ids without an entry are simply not found there. */
export function valueDocIds(
  object: KubeObject,
  known: TypeAtPath | undefined,
  path: readonly Segment[],
  node: ScalarNode,
): string[] {
  const name = known?.field?.name ?? String(path.at(-1));
  const text = String(node.value);
  if (name === "phase") return [`phase ${text}`, `status ${text}`];
  if (name === "reason") return [`status ${text}`];
  if (name === "exitCode") return [`exit ${text}`];
  if (name === "signal") return [`exit ${128 + Number(node.value)}`];
  if (name === "stopSignal") return [`signal ${text}`];
  if (name === "type" && path.includes("conditions")) return [`condition ${text}`];
  if (portFields.has(name)) return typeof node.value === "number" ? [`port ${text}`] : [];
  if (policyFields.has(name)) return [`${name} ${text}`];
  if (name === "kind" && path.length === 1) return [`kind ${text}`];
  return path[0] === "status" || object.exported ? [`status ${text}`] : [];
}
