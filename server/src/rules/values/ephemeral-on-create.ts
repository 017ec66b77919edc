// Ephemeral containers join a pod that runs already: none may stand in what is created.
import * as l10n from "@vscode/l10n";
import { children, entryOf, present } from "../../model/typed.ts";
import { removeEntry } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";
import { placeOf, textOf } from "./reading.ts";

export const ephemeralOnCreate = rule({
  id: "ephemeral-on-create",
  severity: "error",
  on: "pod",
  check({ object, pod, report, parsed, partial }) {
    const entry = entryOf(pod.map, "ephemeralContainers");
    const list = present(pod.map, "ephemeralContainers");
    // An export shows what `kubectl debug` added later.
    if (!entry || list?.kind !== "sequence" || list.items.length === 0 || object.exported) return;
    report(
      { path: [...pod.map.path, "ephemeralContainers"], span: entry.key.span },
      pod.inTemplate
        ? l10n.t(
            "A template cannot have ephemeral containers: they are added to a pod that runs, with kubectl debug. The API server refuses them here.",
          )
        : l10n.t(
            "A pod is not created with ephemeral containers: they are added once it runs, with kubectl debug. The API server refuses them here.",
          ),
    ).fix(l10n.t("Remove {0}", "ephemeralContainers"), () => removeEntry(parsed, pod.map.node, entry));

    const names = pod.containers.flatMap((each) => (each.kind === "ephemeral" ? [] : (each.name.value ?? [])));
    const known = !partial && pod.containers.every((each) => each.name.origin !== "templated");
    for (const { kind, map } of pod.containers) {
      if (kind !== "ephemeral") continue;
      const target = textOf(map, "targetContainerName");
      if (target && known && !names.includes(target))
        report(placeOf(map, "targetContainerName"), l10n.t("No container of this pod is named “{0}”.", target));
      for (const mount of children(map, "volumeMounts"))
        for (const name of ["subPath", "subPathExpr"])
          if (textOf(mount, name))
            report(
              placeOf(mount, name),
              l10n.t("An ephemeral container can only mount whole volumes, without {0}.", name),
            );
    }
  },
});
