// Fields of a pod that exclude or need each other.
import * as l10n from "@vscode/l10n";
import { asBoolean, asText, child, children, field, inForce, present, type TypedMap } from "../../model/typed.ts";
import { removeEntry, setScalar } from "../../syntax/edits.ts";
import { resolve } from "../../syntax/nodes.ts";
import { utf8Length } from "../classes/expressions.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { podAnnotations } from "./podAnnotations.ts";
import { isOn, isUnknown, placeOf, textOf, without } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

export const podFieldsConflict = rule({
  id: "pod-fields-conflict",
  severity: "error",
  on: "pod",
  check(scope) {
    checkProcesses(scope);
    checkDns(scope);
    checkUsers(scope);
    checkHostname(scope);
    checkClaims(scope);
    checkAnnotations(scope);
  },
});

function checkProcesses(scope: Scope): void {
  const { map } = scope.pod;
  if (!isOn(map, "hostPID") || !isOn(map, "shareProcessNamespace")) return;
  scope
    .report(
      placeOf(map, "shareProcessNamespace", [...map.path, "securityContext", "shareProcessNamespace"]),
      l10n.t(
        "With hostPID the pod's containers see all processes of the node already; shareProcessNamespace beside it is refused.",
      ),
    )
    .fix(l10n.t("Remove {0}", "shareProcessNamespace"), without(scope, map, "shareProcessNamespace"), {
      preferred: false,
    })
    .fix(l10n.t("Remove {0}", "hostPID"), without(scope, map, "hostPID"), { preferred: false });
}

/** Of all search domains together, with the blanks between. */
const longestSearchList = 2048;

function checkDns(scope: Scope): void {
  const { pod, report, parsed, partial } = scope;
  const { map } = pod;
  const policy = field(map, "dnsPolicy", asText);
  const config = child(map, "dnsConfig");
  if (policy.value === "None" && !isUnknown(map, "dnsConfig") && !partial) {
    const servers = config && present(config, "nameservers");
    if (!servers || (servers.kind === "sequence" && servers.items.length === 0)) {
      const reported = report(
        { path: [...map.path, "dnsConfig", ...(config ? ["nameservers"] : [])], span: policy.span },
        l10n.t("dnsPolicy None leaves the pod without any name server: dnsConfig.nameservers must name at least one."),
      );
      const { entry } = policy;
      if (entry)
        reported.fix(
          l10n.t("Set {0} to {1}", "dnsPolicy", "ClusterFirst"),
          () => setScalar(parsed, entry, "ClusterFirst"),
          { preferred: false },
        );
    }
  }
  const searches = config && present(config, "searches");
  if (!config || searches?.kind !== "sequence") return;
  const texts = searches.items.map((item) => asText(resolve(item)));
  if (texts.some((text) => text === undefined)) return;
  const length = utf8Length(texts.join(" "));
  if (length > longestSearchList)
    report(
      placeOf(config, "searches"),
      l10n.t(
        "The search domains have {0} characters together; the API server takes at most {1}.",
        length,
        longestSearchList,
      ),
    );
}

/** Namespaces of the node that do not go with a user namespace of the pod's own, as the server spells them in its errors. */
const hostNamespaces = [
  ["hostNetwork", "hostNetwork"],
  ["hostPID", "HostPID"],
  ["hostIPC", "HostIPC"],
] as const;

function checkUsers(scope: Scope): void {
  const { pod, report, minor } = scope;
  const { map } = pod;
  if (field(map, "hostUsers", asBoolean).value !== false || !inForce(map, "hostUsers", minor)) return;
  for (const [name, asNamed] of hostNamespaces) {
    if (!isOn(map, name)) continue;
    report(
      placeOf(map, name, [...map.path, asNamed]),
      l10n.t(
        "hostUsers: false gives the pod users of its own, and {0} shares the node's: the two do not go together.",
        name,
      ),
    )
      .fix(l10n.t("Remove {0}", name), without(scope, map, name), { preferred: false })
      .fix(l10n.t("Remove {0}", "hostUsers"), without(scope, map, "hostUsers"), { preferred: false });
  }
  if (minor < devicesRefusedSince) return;
  for (const container of pod.containers) {
    const devices = present(container.map, "volumeDevices");
    if (devices?.kind !== "sequence" || devices.items.length === 0) continue;
    report(
      placeOf(container.map, "volumeDevices"),
      l10n.t("A pod with users of its own (hostUsers: false) cannot use raw block devices."),
    ).fix(l10n.t("Remove {0}", "hostUsers"), without(scope, map, "hostUsers"), { preferred: false });
  }
}
/** Source: the server's validation, by release. */
const devicesRefusedSince = 35;

function checkHostname(scope: Scope): void {
  const { pod, minor } = scope;
  const { map } = pod;
  if (
    !present(map, "hostnameOverride") ||
    isUnknown(map, "hostnameOverride") ||
    !inForce(map, "hostnameOverride", minor)
  )
    return;
  for (const name of ["setHostnameAsFQDN", "hostNetwork"]) {
    if (!isOn(map, name)) continue;
    scope
      .report(
        placeOf(map, "hostnameOverride"),
        name === "hostNetwork"
          ? l10n.t("With hostNetwork the pod has the node's hostname, so hostnameOverride is refused.")
          : l10n.t("hostnameOverride and setHostnameAsFQDN both set the hostname; only one of them is accepted."),
      )
      .fix(l10n.t("Remove {0}", "hostnameOverride"), without(scope, map, "hostnameOverride"), { preferred: false })
      .fix(l10n.t("Remove {0}", name), without(scope, map, name), { preferred: false });
  }
}

function checkClaims(scope: Scope): void {
  for (const claim of children(scope.pod.map, "resourceClaims")) {
    if (!isWrittenText(claim, "resourceClaimName") || !isWrittenText(claim, "resourceClaimTemplateName")) continue;
    scope
      .report(
        claim,
        l10n.t("A claim comes from resourceClaimName or from resourceClaimTemplateName; both together are refused."),
      )
      .fix(l10n.t("Keep only {0}", "resourceClaimName"), without(scope, claim, "resourceClaimTemplateName"), {
        preferred: false,
      })
      .fix(l10n.t("Keep only {0}", "resourceClaimTemplateName"), without(scope, claim, "resourceClaimName"), {
        preferred: false,
      });
  }
}

/** "" counts: only absent and null do not. */
const isWrittenText = (map: TypedMap, name: string): boolean => textOf(map, name) !== undefined;

function checkAnnotations(scope: Scope): void {
  const { pod, report } = scope;
  const annotations = podAnnotations(scope);
  const cost = annotations.get("controller.kubernetes.io/pod-deletion-cost");
  if (cost?.text !== undefined && !isInt32(cost.text))
    report(
      cost.at,
      l10n.t("The deletion cost is a whole number from -2147483648 to 2147483647, without “+” or leading zeros."),
    );
  const mirror = annotations.get("kubernetes.io/config.mirror");
  const node = field(pod.map, "nodeName", asText);
  if (mirror && !scope.partial && !node.value && node.origin !== "templated")
    report(
      mirror.at,
      l10n.t("This annotation marks the copy of a static pod, which the kubelet makes; such a pod has a nodeName."),
    ).fix(l10n.t("Remove the annotation"), () => removeEntry(scope.parsed, mirror.parent, mirror.entry), {
      preferred: false,
    });
}

const isInt32 = (text: string): boolean =>
  /^(0|-[0-9]+|[1-9][0-9]*)$/.test(text) && BigInt.asIntN(32, BigInt(text)) === BigInt(text);
