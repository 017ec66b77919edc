// Finds a handler's named port among its own container's ports, and offers what may have been meant.
import * as l10n from "@vscode/l10n";
import type { Container } from "../../model/pod.ts";
import type { Handler } from "../../model/probe.ts";
import { insertEntry, insertItem, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { nearest } from "../../text/nearest.ts";
import type { RuleContext } from "../rule.ts";

/** @param consequence what comes of it, as a sentence of its own */
export function checkNamedPort(
  { report, parsed, container }: RuleContext & { readonly container: Container },
  { port }: Handler,
  consequence: () => string,
): void {
  const wanted = port?.value;
  const entry = port?.entry;
  if (!port || !entry || typeof wanted !== "string" || !/[a-z]/.test(wanted)) return;
  // A templated name may be the one.
  if (container.ports.some((each) => each.name.value === wanted || each.name.origin === "templated")) return;
  const portsNode = container.map.node.fields.get("ports");
  if (
    portsNode &&
    resolve(portsNode.value).kind !== "sequence" &&
    container.ports.length === 0 &&
    isUnknown(portsNode.value)
  )
    return;
  const names = container.ports.flatMap((each) => each.name.value ?? []);
  const closest = nearest(wanted, names) ?? names[0];
  const reported = report(port, `${l10n.t("No port of this container is named “{0}”.", wanted)} ${consequence()}`);
  if (closest !== undefined)
    reported.fix(l10n.t("Use the port “{0}”", closest), () => setScalar(parsed, entry, closest));
  const unnamed = container.ports.find(
    (each) => each.name.origin === "absent" && each.containerPort.value !== undefined,
  );
  if (unnamed) {
    reported.fix(l10n.t("Name port {0} “{1}”", unnamed.containerPort.value ?? 0, wanted), () =>
      insertEntry(parsed, unnamed.map.node, "name", wanted, { first: true }),
    );
  } else if (names.length === 0) {
    reported.fix(l10n.t("Declare the port “{0}”", wanted), () => {
      const list = portsNode && resolve(portsNode.value);
      const item = { name: wanted, containerPort: 8080 };
      return list?.kind === "sequence"
        ? insertItem(parsed, list, item)
        : insertEntry(parsed, container.map.node, "ports", [item], { after: "image" });
    });
  }
}

const isUnknown = (node: Parameters<typeof resolve>[0]): boolean => {
  const value = resolve(node);
  return value.kind === "scalar" && value.templated;
};
