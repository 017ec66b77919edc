// What a class of texts allows, in words.
import * as l10n from "@vscode/l10n";

/** The second half of a sentence that ends in a colon; undefined for classes that are no names. */
export function nameWords(className: string): string | undefined {
  switch (className.replace(/-or-empty$/, "")) {
    case "dns-label":
    case "label-prefix":
      return l10n.t("lower-case letters, digits and “-” only, a letter or digit at both ends, at most 63 characters");
    case "dns-subdomain":
    case "csi-driver":
      return l10n.t(
        "lower-case letters, digits, “-” and “.” only, a letter or digit at both ends and around each dot, at most 253 characters",
      );
    case "name-prefix":
      return l10n.t("lower-case letters, digits, “-” and “.” only, beginning with a letter or digit");
    case "dns-search":
      return l10n.t("a domain of lower-case letters, digits, “-”, “_” and “.”, at most 253 characters");
    case "port-name":
      return l10n.t("lower-case letters, digits and single “-” inside, at least one letter, at most 15 characters");
    case "label-value":
      return l10n.t("letters, digits, “-”, “_” and “.”, a letter or digit at both ends, at most 63 characters");
    case "qualified-name":
    case "qualified-name-any-case":
      return l10n.t(
        "letters, digits, “-”, “_” and “.”, a letter or digit at both ends, at most 63 characters; before it, if you like, a domain and “/”",
      );
    case "prefixed-name":
      return l10n.t("a domain, “/” and a name, as in example.com/name");
    case "domain-path":
      return l10n.t("a domain, “/” and a path, as in example.com/name, at most 63 characters");
    case "config-key":
      return l10n.t("letters, digits, “-”, “_” and “.”, as in the name of a file");
    case "env-name":
    case "env-prefix":
      return l10n.t("printable ASCII characters without “=”");
    case "http-header-name":
      return l10n.t("letters, digits and “-”");
    case "sysctl":
      return l10n.t("lower-case letters, digits, “-” and “_”, with “.” or “/” between the parts");
    case "no-slash-no-percent":
    case "path-segment":
      return l10n.t("no “/” and no “%”");
    case "flex-option-key":
      return l10n.t("any key outside kubernetes.io and k8s.io, which are kept for Kubernetes itself");
    case "windows-user":
      return l10n.t("USER or DOMAIN\\USER as Windows writes it, at most 104 characters");
    case "iscsi-name":
      return l10n.t("an iSCSI name that begins with iqn., eui. or naa.");
    default:
      return undefined;
  }
}

/** The same for texts that are no names: paths, addresses, quantities … */
export function valueWords(className: string): string {
  switch (className) {
    case "absolute-path":
      return l10n.t("a path that begins with “/”");
    case "no-dotdot-path":
      return l10n.t("a path without “..” in it");
    case "relative-no-dotdot-or-empty":
      return l10n.t("a path that does not begin with “/” and has no “..” in it");
    case "relative-no-leading-dotdot":
      return l10n.t("a path that does not begin with “/” or “..” and has no “..” in it");
    case "ip":
      return l10n.t("an IP address, as in 10.0.0.1 or 2001:db8::1");
    case "quantity-not-negative":
      return l10n.t("an amount of 0 or more");
    case "quantity-positive":
      return l10n.t("an amount above 0");
    case "field-path-env":
      return l10n.t(
        "metadata.name, metadata.namespace, metadata.uid, metadata.labels['KEY'], metadata.annotations['KEY'], spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP or status.podIPs",
      );
    case "field-path-volume":
      return l10n.t(
        "metadata.name, metadata.namespace, metadata.uid, metadata.labels, metadata.annotations, or one of them with ['KEY']",
      );
    case "container-resource":
      return l10n.t("limits. or requests. with cpu, memory, ephemeral-storage or hugepages-SIZE");
    case "group-version":
      return l10n.t("an apiVersion, as in apps/v1");
    case "host-port-list":
      return l10n.t("HOST:PORT, several with commas between");
    case "no-outer-space":
      return l10n.t("a text without blanks around it");
    case "non-empty-no-slash":
      return l10n.t("a name without “/”");
    case "percent":
    case "percent-100":
      return l10n.t("a whole number, or a percentage as in 25%");
    default:
      return l10n.t("a text that is not empty");
  }
}
