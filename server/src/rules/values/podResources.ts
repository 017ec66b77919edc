// Resources of the pod as a whole: only a few, and never less than what its containers ask for.
import * as l10n from "@vscode/l10n";
import type { Container } from "../../model/pod.ts";
import { child, entryOf, inForce, present, type TypedMap } from "../../model/typed.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { type Amounts, amountsOf } from "./amounts.ts";
import { placeOf, textOf } from "./reading.ts";
import { checkClaims } from "./resourceClaims.ts";
import { checkRequirements } from "./resourceLists.ts";
import { isHugePages, isPodResource } from "./resourceNames.ts";

type Scope = Targets["pod"] & RuleContext;

export function checkPodResources(scope: Scope): void {
  const { pod, report, minor } = scope;
  const resources = child(pod.map, "resources");
  if (!resources || !inForce(pod.map, "resources", minor)) return;
  const os = child(pod.map, "os");
  // Nothing in it counts then; security-context-invalid says so.
  if (os && textOf(os, "name") === "windows") return;
  const used = pod.containers.filter((each) => each.kind !== "ephemeral");
  // In a Pod that has limits, the server adds what the containers request.
  const filledIn = !pod.inTemplate && amountsOf(resources, "limits").list.length > 0;
  const isRequested = (key: string) => used.some((each) => isMentioned(each, key));
  checkRequirements(scope, resources, {
    nameFits: isPodResource,
    isCopied: (key) => filledIn && isPodResource(key) && (isHugePages(key) || !isRequested(key)),
    hasOthers: filledIn && (isRequested("cpu") || isRequested("memory")),
  });
  const claims = present(resources, "claims");
  if (claims?.kind === "sequence")
    report(placeOf(resources, "claims"), l10n.t("Claims are made container by container, not for the pod as a whole."));
  checkClaims(scope, resources);
  checkSums(scope, resources, used);
}

const isMentioned = ({ map }: Container, key: string): boolean => {
  const resources = child(map, "resources");
  return ["requests", "limits"].some((list) => resources && amountsOf(resources, list).get(key));
};

function checkSums({ pod, report, partial }: Scope, resources: TypedMap, used: readonly Container[]): void {
  const [limits, requests] = [amountsOf(resources, "limits"), amountsOf(resources, "requests")];
  const requested = (key: string) => sumOf(used, (container) => requestOf(container, key, !pod.inTemplate));
  for (const { key, nano, path, span } of requests.list) {
    const sum = requested(key);
    if (nano !== undefined && nano >= 0n && sum !== undefined && sum > nano)
      report({ path, span }, l10n.t("The pod's request of {0} is below what its containers request together.", key));
  }
  for (const { key, nano, path, span } of limits.list) {
    if (nano === undefined || nano < 0n) continue;
    const sum = isHugePages(key) ? sumOf(used, (container) => amountIn(container, "limits", key)) : 0n;
    if (sum !== undefined && sum > nano)
      report({ path, span }, l10n.t("The pod's limit of {0} is below the limits of its containers together.", key));
    // In a Pod the server fills in a request that is not there.
    const isFilled = !pod.inTemplate && !partial && requests.complete && !requests.get(key);
    const filled = isFilled ? requested(key) : 0n;
    if (filled !== undefined && filled > nano)
      report(
        { path: [...resources.path, "requests", ...(isHugePages(key) ? [{ key }] : [])], span },
        l10n.t("The pod's limit of {0} is below what its containers request together.", key),
      );
    for (const container of used) {
      const own = amountIn(container, "limits", key);
      if (container.list !== "containers" || own === undefined || own <= nano) continue;
      const at = child(container.map, "resources");
      const entry = at && entryOf(at, "limits");
      report(
        { path: [...resources.path, "containers", container.index, { key }, "limits"], span: entry?.key.span ?? span },
        l10n.t("The container's limit of {0} is above the limit of its pod.", key),
      );
    }
  }
}

/** The most that runs at one time: all sidecars and main containers, or the sidecars so far and one init container. */
function sumOf(
  containers: readonly Container[],
  amount: (container: Container) => bigint | undefined,
): bigint | undefined {
  let [mains, sidecars, most] = [0n, 0n, 0n];
  for (const container of containers) {
    const own = amount(container);
    if (own === undefined || !container.kindKnown) return undefined;
    if (container.kind === "main") mains += own;
    else if (container.kind === "sidecar") sidecars += own;
    const during = container.kind === "init" ? sidecars + own : sidecars;
    if (during > most) most = during;
  }
  return mains + sidecars > most ? mains + sidecars : most;
}

/** 0 when there is none; undefined when nobody knows. */
function amountIn(container: Container, list: "limits" | "requests", key: string): bigint | undefined {
  const resources = child(container.map, "resources");
  const amounts: Amounts | undefined = resources && amountsOf(resources, list);
  const found = amounts?.get(key);
  if (found) return found.nano;
  return amounts && !amounts.complete ? undefined : 0n;
}

/** In a Pod a missing request is the limit. */
function requestOf(container: Container, key: string, filledIn: boolean): bigint | undefined {
  const resources = child(container.map, "resources");
  const written = resources && amountsOf(resources, "requests").get(key);
  return written || !filledIn ? amountIn(container, "requests", key) : amountIn(container, "limits", key);
}
