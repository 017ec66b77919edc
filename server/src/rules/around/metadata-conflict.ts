// Owners and finalizers of an object that contradict each other.
import * as l10n from "@vscode/l10n";
import { asBoolean, child, children, field, type TypedMap } from "../../model/typed.ts";
import { type RuleContext, rule } from "../rule.ts";
import { placeOf, textOf, textsOf } from "./reading.ts";

export const metadataConflict = rule({
  id: "metadata-conflict",
  severity: "error",
  on: "object",
  check(scope) {
    const { root } = scope.object;
    const metadata = root && child(root, "metadata");
    if (!metadata) return;
    checkOwners(scope, metadata);
    const finalizers = textsOf(metadata, "finalizers").map((each) => each.text);
    if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion"))
      scope.report(
        placeOf(metadata, "finalizers"),
        l10n.t(
          "Two ways to delete what belongs to it: the API server takes “orphan” or “foregroundDeletion”, not both.",
        ),
      );
  },
});

function checkOwners({ report }: RuleContext, metadata: TypedMap): void {
  const owners = children(metadata, "ownerReferences");
  // The server names the whole list.
  const at = (owner: TypedMap, name: string) => ({
    path: [...metadata.path, "ownerReferences"],
    span: placeOf(owner, name).span,
  });
  const [, second] = owners.filter((owner) => field(owner, "controller", asBoolean).value === true);
  if (second)
    report(
      at(second, "controller"),
      l10n.t("Only one owner can be the controller of an object, and an owner above is already."),
    );
  for (const owner of owners)
    if (textOf(owner, "kind") === "Event" && textOf(owner, "apiVersion") === "v1")
      report(at(owner, "kind"), l10n.t("Events come and go, so the API server lets none of them own an object."));
}
