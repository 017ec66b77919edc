// Label selectors: read, found valid or not, and held against labels as the API server does.
import { type Labels, labelsIn } from "../../model/labels.ts";
import { asText, children, field, present, type TypedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { resolve } from "../../syntax/nodes.ts";
import { isInClass } from "../classes/index.ts";

export interface Requirement {
  readonly key: string;
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  readonly values: readonly string[];
}

export interface Selector {
  readonly requirements: readonly Requirement[];
  /** False: something in it is templated or of a wrong type. */
  readonly complete: boolean;
  /** False: the server refuses what is said in it. */
  readonly valid: boolean;
  readonly empty: boolean;
}

const operators = ["In", "NotIn", "Exists", "DoesNotExist"] as const;

/** A plain map of labels, as a ReplicationController has. */
export const selectorOfLabels = ({ values, complete }: Labels): Selector => ({
  requirements: [...values].map(([key, value]) => ({ key, operator: "In", values: [value] })),
  complete,
  valid: true,
  empty: values.size === 0 && complete,
});

export function readSelector(map: TypedMap): Selector {
  const labels = labelsIn(map, "matchLabels");
  const list = present(map, "matchExpressions");
  const expressions = children(map, "matchExpressions").map(readExpression);
  const requirements = [...selectorOfLabels(labels).requirements, ...expressions.flatMap((each) => each.found ?? [])];
  // An empty item is an expression without key and operator.
  const hasEmptyItem = list?.kind === "sequence" && list.items.some((item) => isNull(resolve(item)));
  const isWhole = !list || (list.kind === "sequence" && list.items.length === expressions.length);
  return {
    requirements,
    complete: labels.complete && isWhole && expressions.every((each) => each.complete),
    valid:
      !hasEmptyItem &&
      requirements.every(isValid) &&
      expressions.every((each) => !each.complete || each.found !== undefined),
    empty:
      labels.complete && labels.values.size === 0 && (!list || (list.kind === "sequence" && list.items.length === 0)),
  };
}

/** `found` is undefined when the operator is none, or not known here. */
function readExpression(map: TypedMap): { complete: boolean; found: Requirement | undefined } {
  const key = field(map, "key", asText);
  const operator = field(map, "operator", asText);
  const list = present(map, "values");
  const values = list?.kind === "sequence" ? list.items.map((item) => asText(resolve(item))) : [];
  const isTemplated = list?.kind === "sequence" && list.items.some(isUnknown);
  const known = operators.find((each) => each === operator.value);
  const isUnknownHere = [key, operator].some((each) => each.origin === "templated" || each.origin === "wrong-type");
  return {
    complete: !isUnknownHere && !isTemplated && (!list || list.kind === "sequence") && !values.includes(undefined),
    found: known && { key: key.value ?? "", operator: known, values: values.map((each) => each ?? "") },
  };
}

const isUnknown = (node: Parameters<typeof resolve>[0]): boolean => {
  const value = resolve(node);
  return value.kind === "scalar" && value.templated;
};

function isValid({ key, operator, values }: Requirement): boolean {
  const needsValues = operator === "In" || operator === "NotIn";
  return (
    needsValues === values.length > 0 &&
    isInClass("qualified-name", key) === true &&
    values.every((value) => isInClass("label-value", value) === true)
  );
}

/** undefined: nobody knows here. */
export function matches(selector: Selector, labels: Labels): boolean | undefined {
  const answers = selector.requirements.map((each) => meets(each, labels));
  if (answers.includes(false)) return false;
  return selector.complete && !answers.includes(undefined) ? true : undefined;
}

export function meets({ key, operator, values }: Requirement, labels: Labels): boolean | undefined {
  const value = labels.values.get(key);
  if (value === undefined && !labels.complete) return undefined;
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
}
