// A mount or device names a volume of its pod: whether there is one, and how to put it right.
import * as l10n from "@vscode/l10n";
import { entryOf, present, type TypedMap } from "../../model/typed.ts";
import { insertEntry, insertItem, setScalar } from "../../syntax/edits.ts";
import { nearest } from "../../text/nearest.ts";
import { isInClass } from "../classes/index.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { placeOf, textOf } from "./reading.ts";
import { type PodVolume, volumesOf } from "./volumesOf.ts";

/** @returns the volume, or undefined when there is none or nobody knows. */
export function checkVolumeName(
  { pod, object, report, parsed }: Targets["container"] & RuleContext,
  mount: TypedMap,
): PodVolume | undefined {
  const name = textOf(mount, "name");
  const entry = entryOf(mount, "name");
  if (!name || !entry) return undefined;
  const volumes = volumesOf(pod, object);
  const volume = volumes.get(name);
  if (volume || !volumes.complete) return volume;
  const reported = report(
    placeOf(mount, "name"),
    volumes.names.length === 0
      ? l10n.t("No volume of this pod is named “{0}”: the pod has no volumes.", name)
      : l10n.t("No volume of this pod is named “{0}”. There are: {1}.", name, volumes.names.join(", ")),
  );
  const closest = nearest(name, volumes.names);
  if (closest !== undefined)
    reported.fix(l10n.t("Use the volume “{0}”", closest), () => setScalar(parsed, entry, closest));
  // A device is a claim's, and what bears no name of a volume would be refused there too.
  if (mount.type === "v1.VolumeDevice" || isInClass("dns-label", name) === false) return undefined;
  reported.fix(
    l10n.t("Declare the volume “{0}” as emptyDir", name),
    () => {
      const list = present(pod.map, "volumes");
      const volume = { name, emptyDir: {} };
      if (list) return list.kind === "sequence" ? insertItem(parsed, list, volume) : undefined;
      return entryOf(pod.map, "volumes") ? undefined : insertEntry(parsed, pod.map.node, "volumes", [volume]);
    },
    { preferred: false },
  );
  return undefined;
}
