// Raw block devices of a container: they come from claims, and share no name or path with a mount.
import * as l10n from "@vscode/l10n";
import { children, type TypedMap } from "../../model/typed.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { placeOf, textOf } from "./reading.ts";
import { checkVolumeName } from "./volumeName.ts";

export function checkVolumeDevices(scope: Targets["container"] & RuleContext, mounts: readonly TypedMap[]): void {
  const { report, container, partial } = scope;
  const devices = children(container.map, "volumeDevices");
  // For the server a volume's last mount counts.
  const mountPaths = byName(mounts, "mountPath");
  const devicePaths = byName(devices, "devicePath");
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const device of devices) {
    const name = textOf(device, "name");
    const path = textOf(device, "devicePath");
    const volume = partial ? undefined : checkVolumeName(scope, device);
    if (volume && !volume.kinds.some((kind) => kind === "persistentVolumeClaim" || kind === "ephemeral"))
      report(
        placeOf(device, "name"),
        l10n.t(
          "Only a persistentVolumeClaim or ephemeral volume can be a block device; “{0}” is neither.",
          volume.name,
        ),
      );
    if (name && names.has(name))
      report(placeOf(device, "name"), l10n.t("The volume “{0}” is already a device of this container.", name));
    else if (name && mountPaths.has(name))
      report(placeOf(device, "name"), l10n.t("The volume “{0}” is mounted as a file system already.", name));
    if (path && (paths.has(path) || [...mountPaths.values()].includes(path)))
      report(placeOf(device, "devicePath"), l10n.t("Something else is already at {0} in this container.", path));
    if (name) names.add(name);
    if (path) paths.add(path);
  }
  for (const mount of mounts) {
    const name = textOf(mount, "name");
    const path = textOf(mount, "mountPath");
    if (name && devicePaths.has(name))
      report(placeOf(mount, "name"), l10n.t("The volume “{0}” is a block device of this container already.", name));
    if (path && [...devicePaths.values()].includes(path))
      report(placeOf(mount, "mountPath"), l10n.t("Something else is already at {0} in this container.", path));
  }
}

function byName(items: readonly TypedMap[], pathField: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const item of items) {
    const name = textOf(item, "name");
    const path = textOf(item, pathField);
    if (name !== undefined && path !== undefined) found.set(name, path);
  }
  return found;
}
