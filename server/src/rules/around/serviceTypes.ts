// Which fields a Service of each type may have: node ports, what belongs to load balancers, and the name of an ExternalName.
import * as l10n from "@vscode/l10n";
import { asText, children, field, present, type TypedMap } from "../../model/typed.ts";
import { setScalar } from "../../syntax/edits.ts";
import { isInClass } from "../classes/index.ts";
import type { RuleContext } from "../rule.ts";
import { numberOf, offerRemoval, placeOf, textOf } from "./reading.ts";

/** undefined where nobody knows it. */
export const typeOf = (spec: TypedMap): string | undefined =>
  field(spec, "type", asText, { zeroIsDefault: true, fallback: "ClusterIP" }).value;

export function checkType(scope: RuleContext, root: TypedMap, spec: TypedMap): void {
  const type = typeOf(spec);
  if (type === undefined) return;
  if (type === "ExternalName") checkExternalName(scope, spec);
  if (type === "ClusterIP") forbidNodePorts(scope, spec);
  if (type !== "LoadBalancer") forbidBalancerFields(scope, root, spec);
  checkTraffic(scope, spec, type);
}

function checkExternalName(scope: RuleContext, spec: TypedMap): void {
  for (const name of ["ipFamilies", "ipFamilyPolicy"]) {
    const node = present(spec, name);
    if (!node || (node.kind === "sequence" && node.items.length === 0)) continue;
    const told = l10n.t("An ExternalName Service is only a DNS name, so the API server refuses {0}.", name);
    offerRemoval(scope, scope.report(placeOf(spec, name), told), spec, name, true);
  }
  const target = field(spec, "externalName", asText, { fallback: "" });
  const name = target.value?.replace(/\.$/, "") ?? "";
  if (name !== "" && isInClass("dns-subdomain", name) === false)
    scope.report(
      target,
      l10n.t("“{0}” is no DNS name: lower-case letters, digits, “-” and “.”, as in db.example.com.", name),
    );
}

function forbidNodePorts(scope: RuleContext, spec: TypedMap): void {
  const entry = spec.node.fields.get("type");
  for (const port of children(spec, "ports")) {
    const number = numberOf(port, "nodePort");
    if (number === undefined || number === 0) continue;
    const reported = scope.report(
      placeOf(port, "nodePort"),
      l10n.t(
        "Only Services of type NodePort and LoadBalancer open a port on the nodes; this one is of type ClusterIP.",
      ),
    );
    offerRemoval(scope, reported, port, "nodePort");
    if (entry)
      reported.fix(l10n.t("Set {0} to {1}", "type", "NodePort"), () => setScalar(scope.parsed, entry, "NodePort"), {
        preferred: false,
      });
  }
}

/** The annotation that came before loadBalancerSourceRanges. */
export const sourceRangesAnnotation = "service.beta.kubernetes.io/load-balancer-source-ranges";

function forbidBalancerFields(scope: RuleContext, root: TypedMap, spec: TypedMap): void {
  const ranges = present(spec, "loadBalancerSourceRanges");
  const hasRanges = ranges?.kind === "sequence" && ranges.items.length > 0;
  for (const name of [
    "allocateLoadBalancerNodePorts",
    "loadBalancerClass",
    ...(hasRanges ? ["loadBalancerSourceRanges"] : []),
  ]) {
    if (!present(spec, name)) continue;
    const path = name === "loadBalancerSourceRanges" ? "LoadBalancerSourceRanges" : name;
    const told = l10n.t("{0} is for Services of type LoadBalancer only.", name);
    offerRemoval(scope, scope.report(placeOf(spec, name, path), told), spec, name);
  }
  const metadata = root.node.fields.get("metadata");
  const annotations = metadata?.value.kind === "map" ? metadata.value.fields.get("annotations") : undefined;
  const entry = annotations?.value.kind === "map" ? annotations.value.fields.get(sourceRangesAnnotation) : undefined;
  if (entry && !hasRanges)
    scope.report(
      { path: [...root.path, "metadata", "annotations", { key: sourceRangesAnnotation }], span: entry.key.span },
      l10n.t("{0} is for Services of type LoadBalancer only.", sourceRangesAnnotation),
    );
}

/** Traffic from outside: the policy for it, and the port of the health check that Local needs. */
function checkTraffic(scope: RuleContext, spec: TypedMap, type: string): void {
  const external = present(spec, "externalIPs");
  const isOpen =
    type === "LoadBalancer" ||
    type === "NodePort" ||
    (type === "ClusterIP" && external !== undefined && !(external.kind === "sequence" && external.items.length === 0));
  const policy = textOf(spec, "externalTrafficPolicy");
  if (!isOpen && policy)
    offerRemoval(
      scope,
      scope.report(
        placeOf(spec, "externalTrafficPolicy"),
        l10n.t(
          "No traffic comes to this Service from outside the cluster, so the API server refuses externalTrafficPolicy.",
        ),
      ),
      spec,
      "externalTrafficPolicy",
      true,
    );
  const port = field(spec, "healthCheckNodePort", (node) => (node.kind === "scalar" ? Number(node.value) : undefined));
  if (!port.value || policy === undefined) return;
  if (type !== "LoadBalancer" || policy !== "Local")
    offerRemoval(
      scope,
      scope.report(
        port,
        l10n.t(
          "healthCheckNodePort is for type LoadBalancer with externalTrafficPolicy Local: only there somebody asks it.",
        ),
      ),
      spec,
      "healthCheckNodePort",
      true,
    );
  else if (port.value < 1 || port.value > 65535)
    scope.report(port, l10n.t("There is no port {0}: ports go from 1 to 65535.", port.value));
}
