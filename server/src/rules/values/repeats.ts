// Things that stand twice in a pod, or without their other half, so that one of them has no effect.
import * as l10n from "@vscode/l10n";
import { asText, children, field, present, type TypedMap } from "../../model/typed.ts";
import { removeItem, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { isIp } from "../classes/address.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { canonicalIp } from "./canonicalIp.ts";
import { isUnknown, placeOf, textOf, without } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

export function warnOfRepeats(scope: Scope): void {
  for (const { map, ports } of scope.pod.containers) {
    warnOfEnv(scope, map);
    for (const port of ports) warnOfHostIp(scope, port.map);
  }
  warnOfPullSecrets(scope);
  warnOfAddresses(scope);
}

function warnOfEnv({ report, parsed }: Scope, container: TypedMap): void {
  const first = new Map<string, TypedMap>();
  const list = present(container, "env");
  for (const variable of children(container, "env")) {
    const name = textOf(variable, "name");
    if (!name) continue;
    const earlier = first.get(name);
    if (!earlier) {
      first.set(name, variable);
      continue;
    }
    // A value that builds on the earlier one is meant.
    const value = field(variable, "value", asText, { fallback: "" });
    const itself = `$(${name})`;
    const builds = value.value !== itself && (value.value === undefined || value.value.includes(itself));
    if ((builds && !present(variable, "valueFrom")) || isUnknown(variable, "valueFrom")) continue;
    report(
      { path: variable.path, span: placeOf(variable, "name").span },
      l10n.t(
        "“{0}” is set above already. The container gets this value, and kubectl apply may drop one of the two.",
        name,
      ),
    ).fix(l10n.t("Remove the earlier one"), () =>
      list?.kind === "sequence" && earlier.index !== undefined ? removeItem(parsed, list, earlier.index) : undefined,
    );
  }
}

function warnOfHostIp(scope: Scope, port: TypedMap): void {
  const { pod, partial } = scope;
  // There the server fills the hostPort in.
  if (!pod.inTemplate && pod.hostNetwork.value !== false) return;
  const hostPort = field(port, "hostPort", (node) => (node.kind === "scalar" ? String(node.value) : undefined));
  if (
    !textOf(port, "hostIP") ||
    hostPort.origin === "templated" ||
    (hostPort.value !== undefined && hostPort.value !== "0") ||
    (partial && !hostPort.entry)
  )
    return;
  scope
    .report(
      { path: port.path, span: placeOf(port, "hostIP").span },
      l10n.t("hostIP says on which address of the node hostPort listens; without a hostPort it has no effect."),
    )
    .fix(l10n.t("Remove {0}", "hostIP"), without(scope, port, "hostIP"));
}

function warnOfPullSecrets({ pod, report, parsed, partial }: Scope): void {
  const list = present(pod.map, "imagePullSecrets");
  if (list?.kind !== "sequence") return;
  const seen = new Set<string>();
  for (const secret of children(pod.map, "imagePullSecrets")) {
    const name = field(secret, "name", asText, { fallback: "" });
    if (name.value === undefined || (partial && !name.entry)) continue;
    const isAgain = seen.has(name.value);
    seen.add(name.value);
    if (name.value !== "" && !isAgain) continue;
    report(
      placeOf(secret, "name"),
      name.value === ""
        ? l10n.t("This pull secret has no name, so it is skipped.")
        : l10n.t("The pull secret “{0}” is in the list already.", name.value),
    ).fix(l10n.t("Remove it from the list"), () =>
      secret.index === undefined ? undefined : removeItem(parsed, list, secret.index),
    );
  }
}

function warnOfAddresses({ pod, report, parsed }: Scope): void {
  const seen = new Set<string>();
  for (const alias of children(pod.map, "hostAliases")) {
    const ip = textOf(alias, "ip");
    if (!ip) continue;
    if (seen.has(ip))
      report(
        placeOf(alias, "ip"),
        l10n.t(
          "There is another entry for {0}: write all its hostnames into one, or kubectl apply may drop one of them.",
          ip,
        ),
      );
    seen.add(ip);
  }
  const config = present(pod.map, "dnsConfig");
  const servers = config?.kind === "map" ? config.fields.get("nameservers") : undefined;
  const list = servers && resolve(servers.value);
  const addresses = [
    ...(list?.kind === "sequence"
      ? list.items.map((item, index) => ({
          node: resolve(item),
          path: [...pod.map.path, "dnsConfig", "nameservers", index],
        }))
      : []),
    ...children(pod.map, "hostAliases").flatMap((alias) => {
      const node = present(alias, "ip");
      return node ? [{ node, path: [...alias.path, "ip"] }] : [];
    }),
  ];
  for (const { node, path } of addresses) {
    const text = asText(node);
    if (text === undefined || (node.kind === "scalar" && node.templated) || !text.includes(":") || !isIp(text))
      continue;
    const canonical = canonicalIp(text);
    if (canonical !== text)
      report(
        { path, span: node.span },
        l10n.t(
          "The usual way to write this address is {0}; other programs may not see that both are the same.",
          canonical,
        ),
      ).fix(l10n.t("Change to {0}", canonical), () => setScalar(parsed, node, canonical));
  }
}
