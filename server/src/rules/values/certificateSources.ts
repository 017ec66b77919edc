// Certificates in a projected volume: trust bundles of the cluster, and a certificate of the pod's own. On by default since 1.37.
import * as l10n from "@vscode/l10n";
import { asInteger, asText, child, field, inForce, present, type TypedMap } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { isInClass } from "../classes/index.ts";
import type { RuleContext } from "../rule.ts";
import { isUnknown, placeOf, textOf, without } from "./reading.ts";

/** Where the certificate of a pod can be written to. */
export const certificatePaths = ["credentialBundlePath", "keyPath", "certificateChainPath"];

export function checkCertificates(scope: RuleContext, source: TypedMap): void {
  const bundle = child(source, "clusterTrustBundle");
  if (bundle && inForce(source, "clusterTrustBundle", scope.minor)) checkBundle(scope, bundle);
  const certificate = child(source, "podCertificate");
  if (certificate && inForce(source, "podCertificate", scope.minor)) checkCertificate(scope, certificate);
}

function checkBundle(scope: RuleContext, bundle: TypedMap): void {
  const { report, partial } = scope;
  const has = (name: string) => present(bundle, name) !== undefined;
  if (has("name") && has("signerName"))
    report(
      { path: bundle.path, span: bundle.span },
      l10n.t("Trust bundles are chosen by name or by signerName; both together are refused."),
    )
      .fix(l10n.t("Keep only {0}", "name"), without(scope, bundle, "signerName"), { preferred: false })
      .fix(l10n.t("Keep only {0}", "signerName"), without(scope, bundle, "name"), { preferred: false });
  else if (!has("name") && !has("signerName") && !partial)
    report(
      { path: bundle.path, span: bundle.span },
      l10n.t("Trust bundles are chosen by name or by signerName; one of them is needed."),
    );
  else if (has("name") && has("labelSelector"))
    report(
      placeOf(bundle, "labelSelector"),
      l10n.t("A labelSelector chooses among the bundles of a signer; beside a name it is refused."),
    ).fix(l10n.t("Remove {0}", "labelSelector"), without(scope, bundle, "labelSelector"), { preferred: false });
  checkPresent(scope, bundle, "path");
  checkPath(scope, bundle, "path");
}

const keyTypes = ["RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519"];
/** An hour; 91 days, and a day from Kubernetes' own signers. */
const shortestSeconds = 3600;
const longestSeconds = 7_862_400;
const longestOwnSeconds = 86_400;

function checkCertificate(scope: RuleContext, certificate: TypedMap): void {
  const { report, parsed, partial } = scope;
  if (!partial && !certificatePaths.some((name) => textOf(certificate, name) || isUnknown(certificate, name)))
    report(
      { path: certificate.path, span: certificate.span },
      l10n.t("The certificate needs a place: at least one of {0}.", certificatePaths.join(", ")),
    );
  for (const name of certificatePaths) checkPath(scope, certificate, name);
  for (const name of ["signerName", "keyType"]) checkPresent(scope, certificate, name);
  const keyType = textOf(certificate, "keyType");
  const entry = certificate.node.fields.get("keyType");
  if (keyType && entry && !keyTypes.includes(keyType)) {
    const reported = report(
      placeOf(certificate, "keyType"),
      l10n.t("“{0}” is no type of key that the API server takes: it can be {1}.", keyType, keyTypes.join(", ")),
    );
    const meant = keyTypes.find((each) => each.toLowerCase() === keyType.replace(/[-_]/g, "").toLowerCase());
    if (meant !== undefined) reported.fix(l10n.t("Change to {0}", meant), () => setScalar(parsed, entry, meant));
  }
  const seconds = field(certificate, "maxExpirationSeconds", asInteger);
  const longest = textOf(certificate, "signerName")?.startsWith("kubernetes.io/") ? longestOwnSeconds : longestSeconds;
  if (seconds.value !== undefined && (seconds.value < shortestSeconds || seconds.value > longest))
    report(
      seconds,
      l10n.t(
        "A certificate lives from {0} s to {1} s here; {2} s is refused.",
        shortestSeconds,
        longest,
        seconds.value,
      ),
    );
}

function checkPresent({ report, partial }: RuleContext, map: TypedMap, name: string): void {
  const { value, origin } = field(map, name, asText, { fallback: null });
  if ((origin === "absent" && !partial) || value === "")
    report(placeOf(map, name), l10n.t("{0} is missing: the API server refuses the object without it.", name));
}

function checkPath({ report }: RuleContext, map: TypedMap, name: string): void {
  const text = textOf(map, name);
  if (text && isInClass("relative-no-leading-dotdot", text) === false)
    report(
      placeOf(map, name),
      l10n.t("{0} is a path inside the volume: it begins without “/” and has no “..” in it.", name),
    );
}
