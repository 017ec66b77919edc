// A rolling update that could never take a step, or that the strategy does not have: the API server refuses it.
import * as l10n from "@vscode/l10n";
import { asText, child, entryOf, field, inForce, type TypedMap } from "../../model/typed.ts";
import { putEntry, removeEntry, setScalar } from "../../syntax/edits.ts";
import { type Reported, type RuleContext, rule } from "../rule.ts";
import { type Amount, isPercent, readAmount } from "./amount.ts";

interface Strategy {
  readonly kind: string;
  /** The type that updates without rolling, where rollingUpdate beside it is refused. */
  readonly exclusive: string | undefined;
  readonly fields: readonly string[];
}
const strategies: Readonly<Record<string, Strategy>> = {
  "apps/v1.DeploymentStrategy": { kind: "Deployment", exclusive: "Recreate", fields: ["maxUnavailable", "maxSurge"] },
  "apps/v1.StatefulSetUpdateStrategy": { kind: "StatefulSet", exclusive: "OnDelete", fields: ["maxUnavailable"] },
  "apps/v1.DaemonSetUpdateStrategy": {
    kind: "DaemonSet",
    exclusive: undefined,
    fields: ["maxUnavailable", "maxSurge"],
  },
};

export const rolloutImpossible = rule({
  id: "rollout-impossible",
  severity: "error",
  on: "map",
  supersedes: ["number-range", "name-invalid", "value-invalid"],
  check(scope) {
    const { map, minor } = scope;
    const strategy = Object.hasOwn(strategies, map.type) ? strategies[map.type] : undefined;
    const rolling = strategy && child(map, "rollingUpdate");
    if (!strategy || !rolling) return;
    const type = field(map, "type", asText, { zeroIsDefault: true, fallback: "RollingUpdate" });
    if (type.value === strategy.exclusive && type.origin === "written") {
      notRolling(scope, map, rolling, type.value ?? "");
      return;
    }
    if (type.value !== "RollingUpdate" || (scope.partial && type.origin !== "written")) return;
    const amounts = strategy.fields
      .filter((name) => inForce(rolling, name, minor))
      .map((name) => readAmount(rolling, name, scope.partial));
    for (const amount of amounts) checkAmount(scope, strategy, rolling, amount);
    const [unavailable, surge] = amounts;
    if (strategy.kind === "StatefulSet") checkSteps(scope, rolling, unavailable);
    else if (unavailable && surge) checkTogether(scope, strategy, rolling, unavailable, surge);
  },
});

function notRolling({ report, parsed }: RuleContext, map: TypedMap, rolling: TypedMap, type: string): void {
  const entry = entryOf(map, "rollingUpdate");
  const typeEntry = entryOf(map, "type");
  const reported = report(
    rolling,
    l10n.t("With type {0} nothing is rolled: the API server refuses rollingUpdate beside it.", type),
  );
  if (entry) reported.fix(l10n.t("Remove {0}", "rollingUpdate"), () => removeEntry(parsed, map.node, entry));
  if (typeEntry)
    reported.fix(l10n.t("Set type to {0}", "RollingUpdate"), () => setScalar(parsed, typeEntry, "RollingUpdate"));
}

function checkAmount({ report, parsed }: RuleContext, strategy: Strategy, rolling: TypedMap, amount: Amount): void {
  const { name, value } = amount;
  const { entry } = value;
  const written = value.value;
  if (value.origin !== "written" || written === undefined || !entry) return;
  const set = (reported: Reported, better: number | string) =>
    reported.fix(l10n.t("Set {0} to {1}", name, better), () => setScalar(parsed, entry, better));
  if (typeof written === "number") {
    if (written < 0) {
      report(value, l10n.t("{0} cannot be below 0: the API server refuses it.", name)).fix(
        l10n.t("Remove {0}", name),
        () => removeEntry(parsed, rolling.node, entry),
      );
    }
  } else if (!isPercent(written)) {
    const number = /^[0-9]{1,9}$/.test(written) ? Number(written) : undefined;
    if (number !== undefined)
      set(
        report(
          value,
          l10n.t("A text must be a share like 25%. For a number of pods, leave out the quotes: {0}.", number),
        ),
        number,
      );
    else
      report(
        value,
        l10n.t("{0} is a number of pods, like 1, or a whole share, like 25%; “{1}” is neither.", name, written),
      );
  } else if ((amount.count ?? 0) > 100 && (name === "maxUnavailable" || strategy.kind === "DaemonSet")) {
    set(report(value, l10n.t("{0} cannot be more than 100%: the API server refuses it.", name)), "100%");
  }
}

/** A StatefulSet has no surge, so its maxUnavailable alone is the step. */
function checkSteps({ report, parsed }: RuleContext, rolling: TypedMap, unavailable: Amount | undefined): void {
  const entry = entryOf(rolling, "maxUnavailable");
  if (unavailable?.count !== 0 || !entry || unavailable.value.origin !== "written") return;
  report(
    unavailable.value,
    l10n.t("With maxUnavailable 0 no pod could ever be replaced: the API server refuses it."),
  ).fix(l10n.t("Set {0} to {1}", "maxUnavailable", 1), () => setScalar(parsed, entry, 1));
}

function checkTogether(
  { report, parsed }: RuleContext,
  strategy: Strategy,
  rolling: TypedMap,
  unavailable: Amount,
  surge: Amount,
): void {
  const put = (name: string, count: number) => () => putEntry(parsed, rolling.node, name, count);
  const setTo = (name: string, count: number) => l10n.t("Set {0} to {1}", name, count);
  if (unavailable.count === 0 && surge.count === 0) {
    const first = strategy.kind === "Deployment" ? "maxSurge" : "maxUnavailable";
    const second = first === "maxSurge" ? "maxUnavailable" : "maxSurge";
    report(
      { path: unavailable.value.path, span: unavailable.value.span },
      l10n.t(
        "With maxUnavailable 0 and maxSurge 0 no pod may go and none may be added: the update could not take a step, so the API server refuses it.",
      ),
    )
      .fix(setTo(first, 1), put(first, 1))
      .fix(setTo(second, 1), put(second, 1));
  } else if (strategy.kind === "DaemonSet" && (unavailable.count ?? 0) !== 0 && (surge.count ?? 0) !== 0) {
    const entry = entryOf(rolling, "maxSurge");
    const reported = report(
      surge.value,
      unavailable.value.origin === "written"
        ? l10n.t("A DaemonSet updates either with maxSurge or with maxUnavailable: one of the two must be 0.")
        : l10n.t("A DaemonSet takes maxSurge only with maxUnavailable 0, and that is 1 when it is not written."),
    ).fix(setTo("maxUnavailable", 0), put("maxUnavailable", 0));
    if (entry) reported.fix(l10n.t("Remove {0}", "maxSurge"), () => removeEntry(parsed, rolling.node, entry));
  }
}
