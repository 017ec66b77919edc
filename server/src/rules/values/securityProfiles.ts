// Seccomp and AppArmor profiles: a file of the node is named with type Localhost, and only then.
import * as l10n from "@vscode/l10n";
import { asText, child, field, inForce, type TypedMap } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";
import { setScalar } from "../../syntax/edits.ts";
import { utf8Length } from "../classes/expressions.ts";
import { hasDotDot } from "../classes/paths.ts";
import type { RuleContext } from "../rule.ts";
import { placeOf, without } from "./reading.ts";

/** @param security of a container or pod */
export function checkProfiles(scope: RuleContext, security: TypedMap): void {
  const seccomp = child(security, "seccompProfile");
  if (seccomp) checkProfile(scope, seccomp, seccompMistake);
  const armor = child(security, "appArmorProfile");
  if (armor && inForce(security, "appArmorProfile", scope.minor)) checkProfile(scope, armor, armorMistake);
}

function checkProfile(scope: RuleContext, profile: TypedMap, mistakeIn: (text: string) => string | undefined): void {
  const { report, partial } = scope;
  const type = field(profile, "type", asText, { fallback: "" });
  const { value, origin } = field(profile, name, asText);
  if (type.value === undefined || origin === "templated" || origin === "wrong-type") return;
  if (partial && (!type.entry || origin === "absent")) return;
  if (type.value !== "Localhost") {
    // AppArmor says no more of a type that it does not know.
    const isKnown = type.value === "RuntimeDefault" || type.value === "Unconfined";
    if (value !== undefined && (isKnown || profile.type === "v1.SeccompProfile")) refuseFile(scope, profile, type);
    return;
  }
  const mistake =
    origin === "absent"
      ? l10n.t("With type Localhost, localhostProfile says which profile of the node is meant; it is missing.")
      : mistakeIn(value ?? "");
  if (mistake !== undefined) report(placeOf(profile, name), mistake);
}

const name = "localhostProfile";

function refuseFile(scope: RuleContext, profile: TypedMap, { value: type, entry }: Value<string>): void {
  const reported = scope.report(
    placeOf(profile, name),
    type
      ? l10n.t(
          "localhostProfile names a file of the node; it only goes with type Localhost, and here the type is {0}.",
          type,
        )
      : l10n.t("localhostProfile names a file of the node; it only goes with type Localhost."),
  );
  reported.fix(l10n.t("Remove {0}", name), without(scope, profile, name), { preferred: false });
  if (entry)
    reported.fix(l10n.t("Set {0} to {1}", "type", "Localhost"), () => setScalar(scope.parsed, entry, "Localhost"), {
      preferred: false,
    });
}

const seccompMistake = (text: string): string | undefined =>
  text.startsWith("/") || hasDotDot(text)
    ? l10n.t(
        "localhostProfile is a path below the kubelet's seccomp folder: it begins without “/” and has no “..” in it.",
      )
    : undefined;

/** The longest path of a file that Linux knows, less one. */
const longestProfile = 4095;

function armorMistake(text: string): string | undefined {
  if (text.trim() === "")
    return l10n.t("With type Localhost, localhostProfile says which profile of the node is meant; it is empty.");
  if (text !== text.trim()) return l10n.t("The API server does not take blanks around the name of a profile.");
  return utf8Length(text) > longestProfile
    ? l10n.t("The name of a profile has at most {0} bytes.", longestProfile)
    : undefined;
}
