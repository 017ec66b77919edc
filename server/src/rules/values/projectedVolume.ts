// Projected volumes: one kind of source an item, and no two files at one path.
import * as l10n from "@vscode/l10n";
import { child, children, inForce, present, type TypedMap } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import type { RuleContext } from "../rule.ts";
import { certificatePaths, checkCertificates } from "./certificateSources.ts";
import { checkDownward } from "./downwardFiles.ts";
import { placeOf, textOf, without } from "./reading.ts";

const kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate"];

export function checkProjected(scope: RuleContext, volume: TypedMap): void {
  const { report, minor } = scope;
  const taken = new Set<string>();
  for (const source of children(volume, "sources")) {
    const written = kinds.filter((name) => present(source, name) && inForce(source, name, minor));
    if (written.length > 1) {
      const reported = report(
        { path: source.path, span: source.span },
        l10n.t("One item of sources takes one kind; here are {0}: {1}.", written.length, written.join(", ")),
      );
      for (const kept of written)
        reported.fix(
          l10n.t("Keep only {0}", kept),
          without(scope, source, ...written.filter((name) => name !== kept)),
          { preferred: false },
        );
    }
    const downward = child(source, "downwardAPI");
    if (downward) checkDownward(scope, downward);
    checkCertificates(scope, source);
    for (const { path, at } of filesOf(source, minor)) {
      if (taken.has(path))
        report(
          // The server names the volume's source as a whole.
          { path: volume.path, span: at.span },
          l10n.t("Another file of this volume is already at “{0}”.", path),
        );
      taken.add(path);
    }
  }
}

/** Paths that the server compares; a serviceAccountToken's is not among them. */
function filesOf(source: TypedMap, minor: number): { path: string; at: Place }[] {
  const at = (map: TypedMap | undefined, name: string) => {
    const path = map && textOf(map, name);
    return map && path ? [{ path, at: placeOf(map, name) }] : [];
  };
  const known = kinds.flatMap((kind) => {
    const map = inForce(source, kind, minor) ? child(source, kind) : undefined;
    return map ? [{ kind, map }] : [];
  });
  return known.flatMap(({ kind, map }) => {
    if (kind === "clusterTrustBundle") return at(map, "path");
    if (kind === "podCertificate") return certificatePaths.flatMap((name) => at(map, name));
    return children(map, "items").flatMap((item) => at(item, "path"));
  });
}
