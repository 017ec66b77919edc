// Annotations that fields have replaced.
import * as l10n from "@vscode/l10n";
import { oldAnnotations } from "../../knowledge/deprecations.ts";
import { asText, child, field, present, type TypedMap } from "../../model/typed.ts";
import { removeEntry } from "../../syntax/edits.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { type Annotation, podAnnotations } from "./podAnnotations.ts";
import { textOf } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

const seccompDeadSince = 27;
const appArmorFieldSince = 30;

export function warnOfOldAnnotations(scope: Scope): void {
  const { pod, minor } = scope;
  const annotations = podAnnotations(scope);
  const security = child(pod.map, "securityContext");
  for (const [key, { dead, field }] of Object.entries(oldAnnotations)) warn(scope, annotations.get(key), dead, field);
  // The fields may come from elsewhere.
  if (scope.partial) return;
  if (!hasProfile(security, "seccompProfile"))
    warn(
      scope,
      annotations.get("seccomp.security.alpha.kubernetes.io/pod"),
      seccompDeadSince,
      "securityContext.seccompProfile",
    );
  for (const container of pod.containers) {
    const name = container.name.value;
    const own = child(container.map, "securityContext");
    if (name === undefined) continue;
    if (!hasProfile(own, "seccompProfile"))
      warn(
        scope,
        annotations.get(`container.seccomp.security.alpha.kubernetes.io/${name}`),
        seccompDeadSince,
        "securityContext.seccompProfile",
      );
    const annotation = annotations.get(`container.apparmor.security.beta.kubernetes.io/${name}`);
    if (!annotation || minor < appArmorFieldSince || hasProfile(own, "appArmorProfile") || isSame(security, annotation))
      continue;
    if (isWindows(pod.map) && !pod.inTemplate) continue;
    scope.report(
      annotation,
      l10n.t(
        "This annotation is deprecated since Kubernetes 1.{0}; the field {1} of the container says the same.",
        appArmorFieldSince,
        "securityContext.appArmorProfile",
      ),
    );
  }
}

const hasProfile = (security: TypedMap | undefined, name: string): boolean =>
  security !== undefined && present(security, name) !== undefined;

const isWindows = (spec: TypedMap): boolean => {
  const os = child(spec, "os");
  return os !== undefined && textOf(os, "name") === "windows";
};

/** The pod's own profile is what the annotation says. */
function isSame(security: TypedMap | undefined, { text }: Annotation): boolean {
  const profile = security && child(security, "appArmorProfile");
  if (!profile || text === undefined) return text === undefined;
  const { value: type } = field(profile, "type", asText);
  const { value: file } = field(profile, "localhostProfile", asText);
  if (text.startsWith("localhost/")) return type === "Localhost" && text === `localhost/${file}`;
  const words: Readonly<Record<string, string>> = { "runtime/default": "RuntimeDefault", unconfined: "Unconfined" };
  return Object.hasOwn(words, text) && words[text] === type && file === undefined;
}

function warn({ report, parsed }: Scope, annotation: Annotation | undefined, dead: number, instead: string): void {
  if (!annotation) return;
  const { parent, entry } = annotation;
  report(
    annotation,
    l10n.t("This annotation has no effect since Kubernetes 1.{0}; the field {1} took its place.", dead, instead),
    { unnecessary: true },
  ).fix(l10n.t("Remove the annotation"), () => removeEntry(parsed, parent, entry), { preferred: false });
}
