// Ports that get in each other's way: the same name in one container, the same port of the node, or one number for two programs.
import * as l10n from "@vscode/l10n";
import type { Container } from "../../model/pod.ts";
import { setScalar } from "../../syntax/edits.ts";
import type { TextEdit } from "../../text/span.ts";
import { isPortName } from "../classes/names.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { type PortUse, portUses, sameHostPort } from "./portUses.ts";

type Scope = Targets["pod"] & RuleContext;

export const portDuplicate = rule({
  id: "port-duplicate",
  severity: "error",
  on: "pod",
  check(scope) {
    const uses = portUses(scope.pod, scope.minor);
    for (const [index, use] of uses.entries()) {
      const before = uses.slice(0, index);
      checkName(scope, use, before, uses);
      // An ephemeral container may have no ports at all; of theirs the server looks at the names.
      if (use.container.kind !== "ephemeral" && !checkHostPort(scope, use, before)) checkNumber(scope, use, before);
    }
  },
});

function checkName(scope: Scope, use: PortUse, before: readonly PortUse[], all: readonly PortUse[]): void {
  const { name } = use.port;
  const { value, entry } = name;
  if (value === undefined || !entry || !isPortName(value)) return;
  const same = before.filter((each) => each.port.name.value === value);
  const inside = same.some((each) => each.container === use.container);
  const stays = (kind: Container["kind"]) => kind === "main" || kind === "sidecar";
  const neighbour = same.find((each) => stays(each.container.kind))?.container;
  if (!inside && (!neighbour || !stays(use.container.kind))) return;
  const better = freeName(value, all, same.length);
  const message = inside
    ? l10n.t("This container already has a port named “{0}”: the API server refuses a second one.", value)
    : l10n.t(
        "The container “{0}” has a port named “{1}” too: a Service that asks for the port by name gets that one.",
        neighbour?.name.value ?? "",
        value,
      );
  const reported = scope.report(name, message, { severity: inside ? "error" : "warning" });
  if (better !== undefined)
    reported.fix(l10n.t("Rename it to “{0}”", better), () => {
      const own = setScalar(scope.parsed, entry, better);
      // Inside one container its probes go on to mean the first port of the name.
      return own && !inside ? followedBy(own, references(scope, use.container, value, better)) : own;
    });
}

const followedBy = (edits: TextEdit[], more: TextEdit[] | undefined) => more && [...edits, ...more];

/** Probes and hooks look among their own container's ports, so they go along. */
function references({ parsed }: Scope, container: Container, name: string, better: string): TextEdit[] | undefined {
  const edits = [...container.probes, ...container.hooks]
    .flatMap((each) => each.handlers)
    .flatMap(({ port }) => (port?.value === name && port.entry ? [setScalar(parsed, port.entry, better)] : []));
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
}

/** The second port of a name becomes `name-2`, the third `name-3`: several renamed at once stay apart. */
function freeName(name: string, uses: readonly PortUse[], same: number): string | undefined {
  const taken = new Set(uses.map((each) => each.port.name.value));
  for (let count = same + 1; count < same + 10; count++) {
    const end = `-${count}`;
    const candidate = `${name.slice(0, 15 - end.length).replace(/-$/, "")}${end}`;
    if (!taken.has(candidate)) return candidate;
  }
  return undefined;
}

/** Whether it spoke. */
function checkHostPort({ report, pod }: Scope, use: PortUse, before: readonly PortUse[]): boolean {
  const { hostPort, container } = use;
  if (hostPort === undefined || hostPort === 0) return false;
  const same = before.filter((each) => sameHostPort(each, use));
  const refused = same.find(
    (each) => each.container === container || (each.container.kind === "main" && container.kind === "main"),
  );
  const other = refused ?? same.find((each) => each.container.kind !== "init" || container.kind !== "init");
  if (!other) return false;
  const written = use.port.hostPort.entry ? use.port.hostPort : use.port.containerPort;
  // For init containers the server always writes index 0.
  const path =
    container.list === "initContainers"
      ? [...pod.path, "initContainers", 0, "ports", use.index, "hostPort"]
      : [...use.port.path, "hostPort"];
  const name = other.container.name.value ?? "";
  if (refused)
    report(
      { path, span: written.span },
      use.port.hostPort.value
        ? l10n.t(
            "Port {0} of the node is taken by “{1}” already: the API server refuses the same hostPort twice.",
            hostPort,
            name,
          )
        : l10n.t(
            "With hostNetwork every containerPort is a port of the node, and {0} is taken by “{1}” already: the API server refuses it.",
            hostPort,
            name,
          ),
    );
  else
    report(
      { path: [...use.port.path, "hostPort"], span: written.span },
      l10n.t("“{1}” asks for port {0} of the node too: only one of the two programs can have it.", hostPort, name),
      { severity: "warning" },
    );
  return true;
}

function checkNumber({ report }: Scope, use: PortUse, before: readonly PortUse[]): void {
  const { container, containerPort, protocol, hostPort, hostIP } = use;
  const other = before.find((each) => {
    if (each.containerPort !== containerPort || each.protocol !== protocol) return false;
    // A plain init container is gone when the others start.
    if (each.container !== container && (each.container.kind === "init" || container.kind === "init")) return false;
    if (each.hostPort === hostPort && each.hostIP === hostIP) return true;
    if (each.hostPort === 0 || hostPort === 0) return true;
    return each.hostPort === hostPort && (each.hostIP === "" || hostIP === "");
  });
  if (!other || containerPort === undefined) return;
  report(
    use.port.containerPort,
    other.container === container
      ? l10n.t(
          "This container declares port {0} ({1}) twice. kubectl apply tells ports apart by their number, so a later change can drop one of them.",
          containerPort,
          protocol ?? "",
        )
      : l10n.t(
          "“{1}” declares port {0} ({2}) too. The containers of a pod share one network: only one of the two programs can listen on it.",
          containerPort,
          other.container.name.value ?? "",
          protocol ?? "",
        ),
    { severity: "warning" },
  );
}
