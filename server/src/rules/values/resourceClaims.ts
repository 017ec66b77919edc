// Which of the pod's resource claims a container uses.
import * as l10n from "@vscode/l10n";
import { asText, children, field, inForce, present, type TypedMap } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { nearest } from "../../text/nearest.ts";
import { fitsExpression } from "../classes/expressions.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { nullItems, placeOf, textOf } from "./reading.ts";

export function checkClaims(scope: Targets["pod"] & RuleContext, resources: TypedMap): void {
  const { pod, report, parsed, minor, partial } = scope;
  if (!inForce(resources, "claims", minor)) return;
  const declared = present(pod.map, "resourceClaims");
  const items = children(pod.map, "resourceClaims");
  const complete =
    !declared ||
    (declared.kind === "sequence" &&
      items.length + nullItems(pod.map, "resourceClaims").length === declared.items.length);
  const names = items.flatMap((each) => textOf(each, "name") || []);
  for (const item of nullItems(resources, "claims")) report(item, nameMissing());
  const used = new Set<string>();
  for (const claim of children(resources, "claims")) {
    const { value: name, origin } = field(claim, "name", asText);
    // The server points at the item.
    const at = { path: claim.path, span: placeOf(claim, "name").span };
    if (name === "" || (origin === "absent" && !partial)) report(at, nameMissing());
    if (!name) continue;
    const request = textOf(claim, "request");
    if (request && fitsExpression("dns-label", request) === false)
      report(
        placeOf(claim, "request"),
        l10n.t("The API server does not take “{0}” as the name of a request.", request),
      );
    if (isUsed(used, name, request)) report(at, l10n.t("The claim “{0}” is already listed for this container.", name));
    used.add(request ? `${name}/${request}` : name);
    if (!complete || partial || names.includes(name)) continue;
    const reported = report(at, l10n.t("The pod's resourceClaims have none named “{0}”.", name));
    const closest = nearest(name, names);
    const entry = claim.node.fields.get("name");
    if (closest !== undefined && entry)
      reported.fix(l10n.t("Change to {0}", closest), () => setScalar(parsed, entry, closest));
  }
}

const nameMissing = (): string => l10n.t("Say which of the pod's resourceClaims is meant: the name is missing.");

/** The whole claim covers each of its requests. */
function isUsed(used: ReadonlySet<string>, name: string, request: string | undefined): boolean {
  if (used.has(name)) return true;
  return request ? used.has(`${name}/${request}`) : [...used].some((each) => each.startsWith(`${name}/`));
}
