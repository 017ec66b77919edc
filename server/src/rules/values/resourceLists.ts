// Limits and requests of one container or pod: names, amounts, and what each pair owes the other.
import * as l10n from "@vscode/l10n";
import { entryOf, present, type TypedMap } from "../../model/typed.ts";
import { insertEntry, renameKey, setScalar } from "../../syntax/edits.ts";
import type { ResolvedNode } from "../../syntax/nodes.ts";
import type { Path } from "../../syntax/path.ts";
import { nearest } from "../../text/nearest.ts";
import type { Span } from "../../text/span.ts";
import type { RuleContext, Targets } from "../rule.ts";
import { type Amount, type Amounts, amountsOf, fitsPages, isWhole } from "./amounts.ts";
import {
  isContainerResource,
  isExtended,
  isHugePages,
  isNotOvercommitted,
  meantResource,
  plainResources,
} from "./resourceNames.ts";

export interface ListOptions {
  /** Which resources may stand here. */
  readonly nameFits: (name: string) => boolean;
  /** The server copies this limit to the requests, where it is judged once more. */
  readonly isCopied: (name: string) => boolean;
  /** cpu or memory come from the containers. */
  readonly hasOthers?: boolean;
}

export function checkRequirements(scope: RuleContext, resources: TypedMap, options: ListOptions): void {
  const limits = amountsOf(resources, "limits");
  const requests = amountsOf(resources, "requests");
  const [limitsPath, requestsPath] = [
    [...resources.path, "limits"],
    [...resources.path, "requests"],
  ];
  checkAmounts(scope, limits, options.nameFits, (key) =>
    options.isCopied(key) && !requests.get(key) ? [limitsPath, requestsPath] : [limitsPath],
  );
  checkAmounts(scope, requests, options.nameFits, () => [requestsPath]);
  for (const request of requests.list) checkPair(scope, resources, request, limits);
  if (!options.hasOthers && !scope.partial) checkHugePagesAlone(scope, [limits, requests], resources.path);
}

/** The server reads a pod's overhead as if it were limits. */
export function checkOverhead(scope: Targets["pod"] & RuleContext): void {
  const { map } = scope.pod;
  const overhead = amountsOf(map, "overhead");
  checkAmounts(scope, overhead, isContainerResource, () => [[...map.path, "overhead", "limits"]]);
  if (!scope.partial) checkHugePagesAlone(scope, [overhead], [...map.path, "overhead"]);
}

/** @param pathsOf the lists in which the server judges a resource */
function checkAmounts(
  { report, parsed }: RuleContext,
  amounts: Amounts,
  nameFits: (name: string) => boolean,
  pathsOf: (key: string) => readonly Path[],
): void {
  for (const { key, nano, text, span, entry } of amounts.list) {
    const [path = [], ...echoes] = pathsOf(key).map((list): Path => [...list, { key }]);
    const say = (at: Span, message: string) => {
      const reported = report({ path, span: at }, message);
      for (const echo of echoes) report({ path: echo, span: at }, message);
      return reported;
    };
    if (!nameFits(key)) {
      const candidates = plainResources.filter(nameFits);
      const reported = say(entry.key.span, nameMessage(key, candidates));
      const meant = meantResource(key) ?? nearest(key, candidates);
      if (meant !== undefined && candidates.includes(meant) && !amounts.get(meant))
        reported.fix(l10n.t("Change to {0}", meant), () => renameKey(parsed, entry, meant));
    }
    if (nano === undefined) continue;
    if (nano < 0n) say(span, l10n.t("An amount cannot be below 0."));
    else if (isExtended(key) && !isWhole(nano))
      say(span, l10n.t("{0} is counted in whole pieces; {1} is refused.", key, text));
    else if (isHugePages(key) && !fitsPages(key, nano))
      say(span, l10n.t("{0} is handed out in whole pages of that size; {1} is not a multiple of it.", key, text));
  }
}

const nameMessage = (key: string, candidates: readonly string[]): string =>
  key.includes("/")
    ? l10n.t("“{0}” is no resource that the API server takes here.", key)
    : l10n.t(
        "There is no resource “{0}” here. It can be {1} or hugepages-SIZE, and in a container a device such as example.com/gpu.",
        key,
        candidates.join(", "),
      );

function checkPair(scope: RuleContext, resources: TypedMap, request: Amount, limits: Amounts): void {
  const { report, parsed, partial } = scope;
  const { key, nano, span } = request;
  const limit = limits.get(key);
  const mustEqual = isNotOvercommitted(key);
  if (!limit) {
    if (!mustEqual || !limits.complete || nano === undefined || partial) return;
    report(
      { path: [...resources.path, "limits"], span: request.entry.key.span },
      l10n.t("A request of {0} needs an equal limit: it is never handed out twice.", key),
    ).fix(l10n.t("Set the limit to {0}", request.text), () =>
      insertLimit(parsed, resources, key, plainValue(request.node)),
    );
    return;
  }
  if (nano === undefined || limit.nano === undefined || (mustEqual ? nano === limit.nano : nano <= limit.nano)) return;
  const at = { path: [...resources.path, "requests"], span };
  const message = mustEqual
    ? l10n.t("Request and limit of {0} must be equal; here they are {1} and {2}.", key, request.text, limit.text)
    : l10n.t("The request of {0} ({1}) is above its limit ({2}).", key, request.text, limit.text);
  report(at, message)
    .fix(l10n.t("Set the limit to {0}", request.text), () => setScalar(parsed, limit.entry, plainValue(request.node)), {
      preferred: false,
    })
    .fix(l10n.t("Set the request to {0}", limit.text), () => setScalar(parsed, request.entry, plainValue(limit.node)), {
      preferred: false,
    });
}

function insertLimit(parsed: RuleContext["parsed"], resources: TypedMap, key: string, value: string | number) {
  const limits = present(resources, "limits");
  if (limits) return limits.kind === "map" ? insertEntry(parsed, limits, key, value) : undefined;
  return entryOf(resources, "limits") ? undefined : insertEntry(parsed, resources.node, "limits", { [key]: value });
}

const plainValue = (node: ResolvedNode): string | number =>
  node.kind === "scalar" && (typeof node.value === "string" || typeof node.value === "number")
    ? node.value
    : node.kind === "scalar"
      ? String(node.value ?? 0)
      : 0;

function checkHugePagesAlone({ report }: RuleContext, lists: readonly Amounts[], path: Path): void {
  const all = lists.flatMap((each) => each.list);
  const pages = all.find((each) => isHugePages(each.key));
  if (!pages || lists.some((each) => !each.complete) || all.some(({ key }) => key === "cpu" || key === "memory"))
    return;
  report(
    { path, span: pages.entry.key.span },
    l10n.t("Huge pages are only given beside cpu or memory; ask for one of them too."),
  );
}
