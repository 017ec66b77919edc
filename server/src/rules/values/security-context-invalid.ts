// Security settings that contradict each other, the pod's operating system or its old annotations.
import * as l10n from "@vscode/l10n";
import { asBoolean, asText, child, children, field, inForce, present, type TypedMap } from "../../model/typed.ts";
import { resolve } from "../../syntax/nodes.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { checkHostProcess } from "./hostProcess.ts";
import { checkOs } from "./osFields.ts";
import { checkProfileAnnotations } from "./profileAnnotations.ts";
import { isOn, placeOf, textOf, without } from "./reading.ts";
import { checkProfiles } from "./securityProfiles.ts";

const ofContainer = rule({
  id: "security-context-invalid",
  severity: "error",
  on: "container",
  supersedes: ["value-invalid", "missing-field"],
  check(scope) {
    const security = child(scope.container.map, "securityContext");
    if (!security) return;
    checkEscalation(scope, security);
    checkProcMount(scope, security);
    checkProfiles(scope, security);
  },
});

const ofPod = rule({
  id: "security-context-invalid",
  severity: "error",
  on: "pod",
  supersedes: ["value-invalid", "missing-field"],
  check(scope) {
    const security = child(scope.pod.map, "securityContext");
    if (security) {
      checkProfiles(scope, security);
      checkSysctls(scope, security);
    }
    checkHostProcess(scope);
    checkOs(scope);
    checkProfileAnnotations(scope);
  },
});

export const securityContextInvalid = [ofContainer, ofPod];

function checkEscalation(scope: RuleContext, security: TypedMap): void {
  const { report } = scope;
  if (field(security, "allowPrivilegeEscalation", asBoolean).value !== false) return;
  // The server points at the whole securityContext.
  const at = placeOf(security, "allowPrivilegeEscalation", security.path);
  if (isOn(security, "privileged"))
    report(
      at,
      l10n.t(
        "A privileged container can always gain more privileges: allowPrivilegeEscalation: false beside it is refused.",
      ),
    )
      .fix(l10n.t("Remove {0}", "allowPrivilegeEscalation"), without(scope, security, "allowPrivilegeEscalation"), {
        preferred: false,
      })
      .fix(l10n.t("Remove {0}", "privileged"), without(scope, security, "privileged"), { preferred: false });
  const capabilities = child(security, "capabilities");
  const added = capabilities && present(capabilities, "add");
  if (added?.kind !== "sequence") return;
  if (added.items.some((item) => asText(resolve(item)) === "CAP_SYS_ADMIN"))
    report(
      at,
      l10n.t(
        "With CAP_SYS_ADMIN a process can always gain more privileges: allowPrivilegeEscalation: false beside it is refused.",
      ),
    );
}

function checkProcMount({ pod, report, minor, partial }: Targets["container"] & RuleContext, security: TypedMap): void {
  if (textOf(security, "procMount") !== "Unmasked" || !inForce(security, "procMount", minor)) return;
  const users = field(pod.map, "hostUsers", asBoolean);
  if (users.value === false || users.origin === "templated" || users.origin === "wrong-type") return;
  if (partial && users.origin === "absent") return;
  report(
    placeOf(security, "procMount"),
    l10n.t("procMount Unmasked is only given to a pod with users of its own: set hostUsers: false in the pod."),
  );
}

/** Kernel parameters of a namespace that a pod on the node's own shares with everybody. */
const ofNetwork = /^net\./;
const ofIpc = /^(kernel\.(sem|shmall|shmmax|shmmni|shm_rmid_forced|shm|msgmax|msgmnb|msgmni|msg)$|fs\.mqueue\.)/;

function checkSysctls({ pod, report, minor }: Targets["pod"] & RuleContext, security: TypedMap): void {
  const seen = new Set<string>();
  for (const sysctl of children(security, "sysctls")) {
    const name = textOf(sysctl, "name");
    if (!name) continue;
    if (seen.has(name)) report(placeOf(sysctl, "name"), l10n.t("The kernel parameter {0} is set twice.", name));
    seen.add(name);
    if (minor < hostSysctlsRefusedSince) continue;
    const dotted = dottedName(name);
    const shared =
      ofNetwork.test(dotted) && isOn(pod.map, "hostNetwork")
        ? "hostNetwork"
        : ofIpc.test(dotted) && isOn(pod.map, "hostIPC")
          ? "hostIPC"
          : undefined;
    if (shared !== undefined)
      report(
        placeOf(sysctl, "name"),
        l10n.t(
          "With {0} the kernel parameter {1} would change for the whole node; the API server refuses it.",
          shared,
          name,
        ),
      );
  }
}
/** Source: the server's validation, by release. */
const hostSysctlsRefusedSince = 30;

/** `net/ipv4/conf/eno2.100` is `net.ipv4.conf.eno2/100`. */
function dottedName(name: string): string {
  if (/[./]/.exec(name)?.[0] !== "/") return name;
  return name.replace(/[./]/g, (sign) => (sign === "." ? "/" : "."));
}
