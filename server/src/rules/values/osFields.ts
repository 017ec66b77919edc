// Fields of one operating system in a pod that says it runs on the other.
import * as l10n from "@vscode/l10n";
import { child, inForce, present, type TypedMap } from "../../model/typed.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { isOn, placeOf, textOf, without } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

const linuxOnly = {
  container: [
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "capabilities",
    "readOnlyRootFilesystem",
    "privileged",
    "allowPrivilegeEscalation",
    "procMount",
    "runAsUser",
    "runAsGroup",
  ],
  pod: [
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "fsGroup",
    "fsGroupChangePolicy",
    "sysctls",
    "runAsUser",
    "runAsGroup",
    "supplementalGroups",
    "supplementalGroupsPolicy",
    "seLinuxChangePolicy",
  ],
  spec: ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace", "resources"],
};

export function checkOs(scope: Scope): void {
  const { map, containers } = scope.pod;
  const os = child(map, "os");
  const name = os && textOf(os, "name");
  const security = child(map, "securityContext");
  const ofContainers = containers.flatMap((container) => child(container.map, "securityContext") ?? []);
  if (name === "linux") {
    for (const each of security ? [security, ...ofContainers] : ofContainers)
      refuse(scope, each, "windowsOptions", name);
  } else if (name === "windows") {
    for (const field of linuxOnly.spec) refuse(scope, map, field, name);
    if (security) for (const field of linuxOnly.pod) refuse(scope, security, field, name);
    for (const each of ofContainers) for (const field of linuxOnly.container) refuse(scope, each, field, name);
  }
}

function refuse(scope: Scope, map: TypedMap, name: string, os: string): void {
  const node = present(map, name);
  if (!node || !inForce(map, name, scope.minor)) return;
  // Off and empty count as not there in these.
  if ((name === "hostPID" || name === "hostIPC") && !isOn(map, name)) return;
  if (name === "sysctls" && node.kind === "sequence" && node.items.length === 0) return;
  scope
    .report(
      placeOf(map, name),
      l10n.t(
        "{0} does not exist on {1}, which os.name says this pod runs on.",
        name,
        os === "windows" ? "Windows" : "Linux",
      ),
    )
    .fix(l10n.t("Remove {0}", name), without(scope, map, name), { preferred: false });
}
