// The annotations that named seccomp and AppArmor profiles before there were fields: their values, and that both say the same.
import * as l10n from "@vscode/l10n";
import { asText, child, field, inForce, type TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import { hasDotDot } from "../classes/paths.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { type Annotation, podAnnotations } from "./podAnnotations.ts";
import { placeOf, textOf } from "./reading.ts";

type Scope = Targets["pod"] & RuleContext;

const seccompOfPod = "seccomp.security.alpha.kubernetes.io/pod";
const seccompOfContainer = "container.seccomp.security.alpha.kubernetes.io/";
const appArmor = "container.apparmor.security.beta.kubernetes.io/";

export function checkProfileAnnotations(scope: Scope): void {
  const { pod, report, partial } = scope;
  const annotations = podAnnotations(scope);
  const names = pod.containers.flatMap((each) => each.name.value ?? []);
  const allKnown = pod.containers.every((each) => each.name.origin !== "templated");
  for (const annotation of annotations.values()) {
    const { key, text, at } = annotation;
    if (text === undefined) continue;
    if ((key === seccompOfPod || key.startsWith(seccompOfContainer)) && !isSeccomp(text))
      report(
        { ...at, path: annotation.dotted },
        l10n.t("“{0}” is no seccomp profile: it can be runtime/default, unconfined or localhost/FILE.", text),
      );
    if (!key.startsWith(appArmor)) continue;
    const name = key.slice(appArmor.length);
    if (allKnown && !partial && !names.includes(name))
      report(at, l10n.t("The annotation is about a container “{0}”, and the pod has none of that name.", name));
    if (!/^(|runtime\/default|unconfined|localhost\/.*)$/s.test(text))
      report(
        at,
        l10n.t("“{0}” is no AppArmor profile: it can be runtime/default, unconfined or localhost/NAME.", text),
      );
  }
  checkMatches(scope, annotations);
}

const isSeccomp = (text: string): boolean =>
  ["runtime/default", "docker/default", "unconfined"].includes(text) ||
  (text.startsWith("localhost/") && !text.startsWith("localhost//") && !hasDotDot(text.slice("localhost/".length)));

function checkMatches(scope: Scope, annotations: ReadonlyMap<string, Annotation>): void {
  const { pod, minor } = scope;
  const security = child(pod.map, "securityContext");
  const seccomp = security && child(security, "seccompProfile");
  if (seccomp) match(scope, seccomp, seccomp.path, annotations.get(seccompOfPod), "docker/default");
  const os = child(pod.map, "os");
  const isWindows = os !== undefined && textOf(os, "name") === "windows";
  for (const container of pod.containers) {
    const name = container.name.value;
    const own = child(container.map, "securityContext");
    if (name === undefined) continue;
    const ownSeccomp = own && child(own, "seccompProfile");
    if (ownSeccomp)
      match(scope, ownSeccomp, ownSeccomp.path, annotations.get(seccompOfContainer + name), "docker/default");
    const holder = own && child(own, "appArmorProfile") ? own : security;
    const armor = holder && child(holder, "appArmorProfile");
    if (!armor || isWindows || !inForce(holder, "appArmorProfile", minor)) continue;
    const annotation = annotations.get(appArmor + name);
    // In a Pod it becomes the container's own profile.
    const isTaken = holder !== own && !pod.inTemplate;
    if (isTaken && /^(runtime\/default|unconfined|localhost\/.+)$/s.test(annotation?.text ?? "")) continue;
    match(scope, armor, [...container.map.path, "securityContext", "appArmorProfile"], annotation);
  }
}

/** @param alias another word for RuntimeDefault */
function match(
  { report, partial }: Scope,
  profile: TypedMap,
  path: Place["path"],
  annotation: Annotation | undefined,
  alias = "runtime/default",
): void {
  const text = annotation?.text;
  const { value: type } = field(profile, "type", asText);
  const { value: file, origin } = field(profile, "localhostProfile", asText);
  if (!annotation || text === undefined || type === undefined || origin === "templated") return;
  if (partial && type === "Localhost" && origin === "absent") return;
  const isOther =
    type === "Localhost"
      ? !text.startsWith("localhost/")
      : type === "Unconfined"
        ? text !== "unconfined"
        : type === "RuntimeDefault" && text !== "runtime/default" && text !== alias;
  const otherFile = type === "Localhost" && !isOther && text.slice("localhost/".length) !== file;
  if (!isOther && !otherFile) return;
  report(
    placeOf(profile, isOther ? "type" : "localhostProfile", [...path, isOther ? "type" : "localhostProfile"]),
    l10n.t(
      "The annotation {0} says “{1}”; the two must agree. The annotation is no longer needed.",
      annotation.key,
      text,
    ),
  );
}
