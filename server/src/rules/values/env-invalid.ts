// Environment variables whose parts do not go together, or that older versions do not take.
import * as l10n from "@vscode/l10n";
import { child, children, inForce, present, type TypedMap } from "../../model/typed.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { checkDivisor } from "./divisor.ts";
import { isUnknown, placeOf, textOf, without } from "./reading.ts";
import { volumesOf } from "./volumesOf.ts";

type Scope = Targets["container"] & RuleContext;

export const envInvalid = rule({
  id: "env-invalid",
  severity: "error",
  on: "container",
  supersedes: ["name-invalid", "value-invalid"],
  check(scope) {
    const { map } = scope.container;
    for (const variable of children(map, "env")) {
      checkOldName(scope, variable, "name");
      checkSources(scope, variable);
    }
    for (const source of children(map, "envFrom")) {
      checkOldName(scope, source, "prefix");
      if (!present(source, "configMapRef") || !present(source, "secretRef")) continue;
      scope
        .report(
          // The server counts no items here.
          { path: [...map.path, "envFrom"], span: source.span },
          l10n.t("One item of envFrom takes one source: configMapRef or secretRef. For both, write two items."),
        )
        .fix(l10n.t("Keep only {0}", "configMapRef"), without(scope, source, "secretRef"), { preferred: false })
        .fix(l10n.t("Keep only {0}", "secretRef"), without(scope, source, "configMapRef"), { preferred: false });
    }
  },
});

const sources = ["configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef"];

function checkSources(scope: Scope, variable: TypedMap): void {
  const { minor, report } = scope;
  const from = child(variable, "valueFrom");
  if (!from) return;
  const written = sources.filter((name) => present(from, name) && inForce(from, name, minor));
  const value = textOf(variable, "value");
  const place = { path: from.path, span: from.span };
  if (written.length > 0 && value) {
    report(place, l10n.t("A variable has either a value or a valueFrom; with both, the API server refuses it."))
      .fix(l10n.t("Keep only {0}", "valueFrom"), without(scope, variable, "value"), { preferred: false })
      .fix(l10n.t("Keep only {0}", "value"), without(scope, variable, "valueFrom"), { preferred: false });
  } else if (written.length > 1) {
    const reported = report(
      place,
      l10n.t("valueFrom takes one source; here are {0}: {1}.", written.length, written.join(", ")),
    );
    for (const kept of written)
      reported.fix(l10n.t("Keep only {0}", kept), without(scope, from, ...written.filter((name) => name !== kept)), {
        preferred: false,
      });
  }
  const resource = child(from, "resourceFieldRef");
  if (resource) checkDivisor(scope, resource, [...resource.path, "divisor"]);
  const file = child(from, "fileKeyRef");
  if (file && inForce(from, "fileKeyRef", minor)) checkFile(scope, file);
}

/** The file with the value lies in an emptyDir of the pod. */
function checkFile(scope: Scope, file: TypedMap): void {
  const { report, pod, object, partial } = scope;
  const name = textOf(file, "volumeName");
  if (!name || partial) return;
  const volumes = volumesOf(pod, object);
  const volume = volumes.get(name);
  if (volume ? volume.kinds.length === 0 || volume.kinds.includes("emptyDir") : !volumes.complete) return;
  report(
    placeOf(file, "volumeName"),
    volume
      ? l10n.t("The file with the value must lie in an emptyDir; the volume “{0}” is of another kind.", name)
      : l10n.t("No volume of this pod is named “{0}”.", name),
  );
}

/** Source: the server's feature gate RelaxedEnvironmentVariableValidation, on by default from then. */
const anyNameSince = 32;

function checkOldName({ report, minor }: Scope, map: TypedMap, field: "name" | "prefix"): void {
  const text = textOf(map, field);
  if (minor >= anyNameSince || !text || isUnknown(map, field)) return;
  if (/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text) && text !== "." && !text.startsWith("..")) return;
  report(
    placeOf(map, field),
    l10n.t(
      "Before Kubernetes 1.{0} the name of a variable takes letters, digits, “-”, “_” and “.” only, and begins with no digit: “{1}” is refused.",
      anyNameSince,
      text,
    ),
  );
}
