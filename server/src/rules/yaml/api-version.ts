// A kind is served at certain apiVersions only, and which depends on the Kubernetes version.
import * as l10n from "@vscode/l10n";
import { served } from "../../knowledge/served.ts";
import type { KubeObject } from "../../model/objects.ts";
import { insertEntry, renameKey, setScalar } from "../../syntax/edits.ts";
import type { MapNode } from "../../syntax/nodes.ts";
import { nodeAt } from "../../syntax/path.ts";
import { type RuleContext, rule } from "../rule.ts";

export const apiVersion = rule({
  id: "api-version",
  severity: "error",
  on: "object",
  supersedes: ["wrong-type"],
  check({ object, report, parsed, minor, partial }) {
    if (object.role !== "unserved") return;
    if (object.kind === "") {
      if (!partial) reportKind(report, parsed, object);
      return;
    }
    const entry = object.node.fields.get("apiVersion");
    if (entry?.value.kind === "scalar" && entry.value.templated) return;
    const versions = served(object.kind);
    const right =
      versions.find((each) => minor >= each.since && (each.removed === undefined || minor < each.removed))
        ?.apiVersion ?? "v1";
    const path = [...object.path, "apiVersion"];
    if (object.apiVersion === undefined || object.apiVersion === "") {
      if (partial || reportMisspelt(report, parsed, object, "apiVersion")) return;
      report(
        { path, span: object.span },
        l10n.t(
          "apiVersion is missing: without it the API server does not know which {0} is meant. Here it is {1}.",
          object.kind,
          right,
        ),
      ).fix(l10n.t("Insert apiVersion: {0}", right), () =>
        entry
          ? setScalar(parsed, entry, right)
          : insertEntry(parsed, object.node, "apiVersion", right, { first: true }),
      );
      return;
    }
    const known = versions.find((each) => each.apiVersion === object.apiVersion);
    const version = `1.${minor}`;
    const message =
      known?.removed !== undefined && minor >= known.removed
        ? l10n.t(
            "{0} serves {1} no longer since Kubernetes 1.{2}. Use {3}.",
            object.apiVersion,
            object.kind,
            known.removed,
            right,
          )
        : known
          ? l10n.t(
              "{0} serves {1} only from Kubernetes 1.{2} on; here it is {3}. Use {4}.",
              object.apiVersion,
              object.kind,
              known.since,
              version,
              right,
            )
          : l10n.t("Kubernetes has no {0} at {1}. It is {2}.", object.kind, object.apiVersion, right);
    report({ path, span: entry?.value.span ?? object.span }, message).fix(
      l10n.t("Use {0}", right),
      () => entry && setScalar(parsed, entry, right),
    );
  },
});

/** A document, and an item of a List, says itself what it is. */
function reportKind(report: RuleContext["report"], parsed: RuleContext["parsed"], object: KubeObject): void {
  if (reportMisspelt(report, parsed, object, "kind")) return;
  const { node } = object;
  const entry = node.fields.get("kind");
  const isItem = parsed.root?.kind !== "map" || object.path.length > 0;
  const reported = report(
    { path: [...object.path, "kind"], span: entry?.key.span ?? object.span },
    isItem
      ? l10n.t("This item of the List does not say its kind: kubectl refuses it.")
      : l10n.t("This manifest does not say its kind: kubectl refuses it."),
  );
  const kind = kindBySpec(node);
  if (kind !== undefined)
    reported.fix(l10n.t("Insert kind: {0}", kind), () =>
      entry ? setScalar(parsed, entry, kind) : insertEntry(parsed, node, "kind", kind, { after: "apiVersion" }),
    );
}

/** The server finds the key in any case, and then does not know it. Whether it spoke. */
function reportMisspelt(
  report: RuleContext["report"],
  parsed: RuleContext["parsed"],
  { node, path }: KubeObject,
  name: "apiVersion" | "kind",
): boolean {
  const entry = node.fields.has(name)
    ? undefined
    : node.written.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!entry) return false;
  report(
    { path: [...path, entry.name], span: entry.key.span },
    l10n.t("The key is written “{0}”; kubectl refuses “{1}”.", name, entry.name),
  ).fix(l10n.t("Rename to {0}", name), () => renameKey(parsed, entry, name));
  return true;
}

/** What only one kind has in its spec. */
function kindBySpec(node: MapNode): string | undefined {
  const spec = nodeAt(node, ["spec"]);
  if (spec?.kind !== "map") return undefined;
  return spec.fields.has("containers") ? "Pod" : spec.fields.has("jobTemplate") ? "CronJob" : undefined;
}
