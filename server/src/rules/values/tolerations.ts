// Which taints a pod tolerates: key, operator, value, effect and time must fit each other.
import * as l10n from "@vscode/l10n";
import { asText, field, present, type TypedMap } from "../../model/typed.ts";
import { insertEntry, setScalar } from "../../syntax/edits.ts";
import { isInClass } from "../classes/index.ts";
import type { RuleContext } from "../rule.ts";
import { isUnknown, placeOf, without } from "./reading.ts";

export function checkToleration(scope: RuleContext, toleration: TypedMap): void {
  const { report } = scope;
  const read = (name: string) => field(toleration, name, asText, { fallback: "" });
  const [key, operator, value] = [read("key"), read("operator"), read("value")];
  if (key.value && isInClass("qualified-name", key.value) === false)
    report(key, l10n.t("The API server does not take “{0}” as the key of a taint.", key.value));
  if (operator.value === undefined) return;
  checkOperator(scope, toleration, operator.value, key.value, value.value);
  checkSeconds(scope, toleration);
}

export const keyMissing = (): string =>
  l10n.t("Without a key a toleration is for every taint, and then its operator must be Exists.");

function checkOperator(
  scope: RuleContext,
  toleration: TypedMap,
  operator: string,
  key: string | undefined,
  value: string | undefined,
): void {
  const { report, parsed, minor, partial } = scope;
  const at = placeOf(toleration, "operator");
  if ((operator === "Lt" || operator === "Gt") && minor <= lastWithoutNumbers) {
    report(
      at,
      l10n.t(
        "The operators Lt and Gt are behind a feature gate that is off in Kubernetes 1.{0}; it takes Equal and Exists.",
        minor,
      ),
    );
    return;
  }
  const mayFollow = partial && (!toleration.node.fields.has("key") || !toleration.node.fields.has("operator"));
  if (key === "" && operator !== "Exists" && !mayFollow)
    report(at, keyMissing()).fix(
      l10n.t("Set {0} to {1}", "operator", "Exists"),
      () => {
        const entry = toleration.node.fields.get("operator");
        return entry
          ? setScalar(parsed, entry, "Exists")
          : insertEntry(parsed, toleration.node, "operator", "Exists", { first: true });
      },
      { preferred: false },
    );
  if (operator === "Exists" && value)
    report(
      placeOf(toleration, "value", at.path),
      l10n.t("Exists asks for the key alone; a value beside it is refused."),
    )
      .fix(l10n.t("Remove {0}", "value"), without(scope, toleration, "value"), { preferred: false })
      .fix(
        l10n.t("Set {0} to {1}", "operator", "Equal"),
        () => {
          const entry = toleration.node.fields.get("operator");
          return entry && setScalar(parsed, entry, "Equal");
        },
        { preferred: false },
      );
  if ((operator === "" || operator === "Equal") && value && isInClass("label-value", value) === false)
    report(
      placeOf(toleration, "value", at.path),
      l10n.t("The API server does not take “{0}” as the value of a taint.", value),
    );
}
/** Until then the gate TaintTolerationComparisonOperators is off by default. */
const lastWithoutNumbers = 37;

function checkSeconds({ report, parsed, partial }: RuleContext, toleration: TypedMap): void {
  if (!present(toleration, "tolerationSeconds") || isUnknown(toleration, "tolerationSeconds")) return;
  const effect = field(toleration, "effect", asText, { fallback: "" });
  if (effect.value === undefined || effect.value === "NoExecute" || (partial && !effect.entry)) return;
  report(
    effect.entry ? effect : placeOf(toleration, "tolerationSeconds", effect.path),
    l10n.t("tolerationSeconds say how long a pod stays on a node that throws pods out; that is effect NoExecute only."),
  ).fix(
    l10n.t("Set {0} to {1}", "effect", "NoExecute"),
    () =>
      effect.entry
        ? setScalar(parsed, effect.entry, "NoExecute")
        : insertEntry(parsed, toleration.node, "effect", "NoExecute"),
    { preferred: false },
  );
}
