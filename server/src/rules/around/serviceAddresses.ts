// The addresses of a Service: its own, those it answers to from outside, and the ranges that it lets in.
import * as l10n from "@vscode/l10n";
import { asText, field, present, type TypedMap } from "../../model/typed.ts";
import { isCidr, isIp, isSpecialIp } from "../classes/address.ts";
import type { RuleContext } from "../rule.ts";
import { type Item, offerRemoval, placeOf, textOf, textsOf } from "./reading.ts";
import { sourceRangesAnnotation, typeOf } from "./serviceTypes.ts";

export function checkAddresses(scope: RuleContext, root: TypedMap, spec: TypedMap): void {
  const type = typeOf(spec);
  const own = textsOf(spec, "clusterIPs");
  const first = textOf(spec, "clusterIP");
  if (first !== undefined && own.every((each) => each.text !== undefined)) {
    if (type === "ExternalName") forbidOwn(scope, spec, first, own);
    else checkOwn(scope, spec, first, own, type);
  }
  for (const each of textsOf(spec, "externalIPs")) checkExternal(scope, each);
  for (const each of textsOf(spec, "loadBalancerSourceRanges", "LoadBalancerSourceRanges"))
    if (each.text !== undefined && !isCidr(each.text.trim())) reportRange(scope, each, each.text);
  checkAnnotations(scope, root, spec);
}

function forbidOwn(scope: RuleContext, spec: TypedMap, first: string, own: readonly Item[]): void {
  if (first === "" && own.length === 0) return;
  const name = own.length > 0 ? "clusterIPs" : "clusterIP";
  const told = l10n.t("An ExternalName Service is only a DNS name, so the API server refuses {0}.", name);
  offerRemoval(scope, scope.report(placeOf(spec, name, "clusterIPs"), told), spec, name, true);
}

function checkOwn(
  scope: RuleContext,
  spec: TypedMap,
  first: string,
  own: readonly Item[],
  type: string | undefined,
): void {
  const { report } = scope;
  const whole = placeOf(spec, own.length > 0 ? "clusterIPs" : "clusterIP", "clusterIPs");
  if (own.length > 0 && first === "")
    report(whole, l10n.t("clusterIPs needs clusterIP beside it, with the first address again."));
  else if (own.length > 0 && own[0]?.text !== first)
    report(whole, l10n.t("The first of clusterIPs must be the same as clusterIP, which is “{0}”.", first));
  const families = checkFamilies(scope, spec);
  const all = own.length > 0 ? own : first === "" ? [] : [firstItem(spec, first)];
  const isHeadless = all.length === 1 && all[0]?.text === "None";
  if (isHeadless && (type === "LoadBalancer" || type === "NodePort") && all[0])
    report(
      all[0],
      l10n.t("A Service of type {0} needs an address of its own; with “None” it is headless and has none.", type),
    );
  let isBad = false;
  for (const [index, each] of all.entries()) {
    const text = each.text ?? "";
    if (index === 0 && text === "None") {
      if (all.length > 1) {
        isBad = true;
        report(whole, l10n.t("“None” stands alone: a headless Service has no address beside it."));
      }
    } else if (!isIp(text)) {
      isBad = true;
      report(each, l10n.t("“{0}” is no IP address. A headless Service has “None”.", text));
    }
  }
  if (all.length > 2) report(whole, l10n.t("A Service has two addresses at most: one for IPv4 and one for IPv6."));
  if (isBad || isHeadless) return;
  const isSix = (each: Item) => each.text?.includes(":") ?? false;
  if (all.length > 1 && (all.every(isSix) || !all.some(isSix)))
    report(whole, l10n.t("A Service has two addresses at most: one for IPv4 and one for IPv6."));
  for (const [index, each] of all.entries()) {
    const family = families[index];
    if ((family === "IPv4" && isSix(each)) || (family === "IPv6" && !isSix(each)))
      report(each, l10n.t("ipFamilies says {0} for this address, and it is none.", family));
  }
}

/** Of a lone clusterIP the server makes the list. */
function firstItem(spec: TypedMap, text: string): Item {
  const value = field(spec, "clusterIP", asText);
  return {
    text,
    node: value.node ?? spec.node,
    path: [...spec.path, "clusterIPs", 0],
    span: value.span,
  };
}

function checkFamilies({ report }: RuleContext, spec: TypedMap): (string | undefined)[] {
  const families = textsOf(spec, "ipFamilies");
  for (const [index, each] of families.entries())
    if (each.text && families.slice(0, index).some((other) => other.text === each.text))
      report(each, l10n.t("{0} is in the list already.", each.text));
  return families.map((each) => each.text);
}

function checkExternal({ report }: RuleContext, each: Item): void {
  const { text } = each;
  if (text === undefined) return;
  if (!isIp(text)) report(each, l10n.t("“{0}” is no IP address.", text));
  else if (isSpecialIp(text))
    report(each, l10n.t("{0} is no address that others can reach: the API server refuses it here.", text));
}

const reportRange = ({ report }: RuleContext, at: Parameters<RuleContext["report"]>[0], text: string) =>
  report(at, l10n.t("“{0}” is no range of addresses, as in 10.0.0.0/8.", text));

/** Older annotations that say what a field says. */
function checkAnnotations(scope: RuleContext, root: TypedMap, spec: TypedMap): void {
  const metadata = present(root, "metadata");
  const entry = metadata?.kind === "map" ? metadata.fields.get("annotations") : undefined;
  if (entry?.value.kind !== "map") return;
  const { fields } = entry.value;
  const read = (key: string) => {
    const value = fields.get(key)?.value;
    return value?.kind === "scalar" && typeof value.value === "string" && !value.templated ? value : undefined;
  };
  const at = (key: string, span = fields.get(key)?.key.span ?? root.span) => ({
    path: [...root.path, "metadata", "annotations", { key }],
    span,
  });
  const ranges = read(sourceRangesAnnotation);
  if (ranges && textsOf(spec, "loadBalancerSourceRanges").length === 0)
    for (const text of String(ranges.value).trim() === "" ? [] : String(ranges.value).split(","))
      if (!isCidr(text.trim())) reportRange(scope, at(sourceRangesAnnotation, ranges.span), text.trim());
  const [mode, hints] = [read(topologyMode), read(topologyHints)];
  if (mode && hints && mode.value !== hints.value)
    scope.report(
      at(topologyMode, mode.span),
      l10n.t("{0} says something else here than the older {1}: leave out the older one.", topologyMode, topologyHints),
    );
}

const topologyMode = "service.kubernetes.io/topology-mode";
const topologyHints = "service.kubernetes.io/topology-aware-hints";
