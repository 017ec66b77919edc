// Mounts of volumes and devices that the API server refuses: unknown volumes, places taken twice, switches that need others.
import * as l10n from "@vscode/l10n";
import { asText, child, children, field, inForce, type TypedMap } from "../../model/typed.ts";
import { insertEntry, setScalar } from "../../syntax/edits.ts";
import { hasDotDot } from "../classes/paths.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { isUnknown, mayBeOn, placeOf, textOf, without } from "./reading.ts";
import { checkVolumeDevices } from "./volumeDevices.ts";
import { checkVolumeName } from "./volumeName.ts";

type Scope = Targets["container"] & RuleContext;

export const volumeMountInvalid = rule({
  id: "volume-mount-invalid",
  severity: "error",
  on: "container",
  supersedes: ["value-invalid"],
  check(scope) {
    const { container, partial } = scope;
    const mounts = children(container.map, "volumeMounts");
    for (const mount of mounts) {
      checkSubPath(scope, mount);
      checkReadOnly(scope, mount);
      if (partial) continue;
      checkVolumeName(scope, mount);
      checkPropagation(scope, mount);
    }
    checkTwice(scope, mounts);
    checkVolumeDevices(scope, mounts);
  },
});

function checkTwice({ report }: Scope, mounts: readonly TypedMap[]): void {
  const taken = new Set<string>();
  for (const mount of mounts) {
    const path = textOf(mount, "mountPath");
    if (path && taken.has(path))
      report(placeOf(mount, "mountPath"), l10n.t("Another volume is already mounted at {0} in this container.", path));
    if (path !== undefined) taken.add(path);
  }
}

function checkSubPath(scope: Scope, mount: TypedMap): void {
  const { report, parsed, container } = scope;
  for (const name of ["subPath", "subPathExpr"]) {
    const text = textOf(mount, name);
    if (!text || (!text.startsWith("/") && !hasDotDot(text))) continue;
    const reported = report(
      placeOf(mount, name, [...container.map.path, "volumeMounts", name]),
      l10n.t("{0} is a path inside the volume: it begins without “/” and has no “..” in it.", name),
    );
    const entry = mount.node.fields.get(name);
    const relative = text.replace(/^\/+/, "");
    if (entry && relative !== "" && !hasDotDot(relative))
      reported.fix(l10n.t("Set {0} to {1}", name, relative), () => setScalar(parsed, entry, relative));
  }
  if (!textOf(mount, "subPath") || !textOf(mount, "subPathExpr")) return;
  report(placeOf(mount, "subPathExpr"), l10n.t("A mount has either subPath or subPathExpr; both together are refused."))
    .fix(l10n.t("Keep only {0}", "subPath"), without(scope, mount, "subPathExpr"), { preferred: false })
    .fix(l10n.t("Keep only {0}", "subPathExpr"), without(scope, mount, "subPath"), { preferred: false });
}

function checkPropagation(scope: Scope, mount: TypedMap): void {
  const { container, report, parsed } = scope;
  if (textOf(mount, "mountPropagation") !== "Bidirectional") return;
  const security = child(container.map, "securityContext");
  if (security ? mayBeOn(security, "privileged") : isUnknown(container.map, "securityContext")) return;
  const entry = mount.node.fields.get("mountPropagation");
  const reported = report(
    placeOf(mount, "mountPropagation", [...container.map.path, "volumeMounts", "mountPropagation"]),
    l10n.t(
      "Bidirectional lets the container mount things on the node: the API server takes it only in a privileged container.",
    ),
  );
  if (entry)
    reported.fix(
      l10n.t("Set {0} to {1}", "mountPropagation", "HostToContainer"),
      () => setScalar(parsed, entry, "HostToContainer"),
      { preferred: false },
    );
}

function checkReadOnly(scope: Scope, mount: TypedMap): void {
  const { container, report, parsed, minor, partial } = scope;
  const value = textOf(mount, "recursiveReadOnly");
  if ((value !== "Enabled" && value !== "IfPossible") || !inForce(mount, "recursiveReadOnly", minor)) return;
  const place = placeOf(mount, "recursiveReadOnly", [...container.map.path, "volumeMounts", "recursiveReadOnly"]);
  const propagation = field(mount, "mountPropagation", asText);
  if (!mayBeOn(mount, "readOnly") && !(partial && !mount.node.fields.has("readOnly")))
    report(place, l10n.t("recursiveReadOnly makes a read-only mount stricter; it needs readOnly: true beside it.")).fix(
      l10n.t("Set {0} to {1}", "readOnly", "true"),
      () => {
        const entry = mount.node.fields.get("readOnly");
        return entry
          ? setScalar(parsed, entry, true)
          : insertEntry(parsed, mount.node, "readOnly", true, { after: "mountPath" });
      },
    );
  else if (propagation.value !== undefined && propagation.value !== "None")
    report(place, l10n.t("recursiveReadOnly does not go with mountPropagation {0}.", propagation.value)).fix(
      l10n.t("Remove {0}", "mountPropagation"),
      without(scope, mount, "mountPropagation"),
      { preferred: false },
    );
}
