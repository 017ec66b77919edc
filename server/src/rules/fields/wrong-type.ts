// A value of another type than the API server's decoder takes, after kubectl has read the YAML.
import { rule } from "../rule.ts";
import { violationsOf } from "./tableCheck.ts";
import { typeFixes } from "./typeFixes.ts";
import { typeMessage } from "./typeWords.ts";

export const wrongType = rule({
  id: "wrong-type",
  severity: "error",
  on: "object",
  check(scope) {
    const { object, minor, report } = scope;
    for (const violation of violationsOf(object, minor)) {
      if (violation.kind !== "type") continue;
      typeFixes(scope, object.root?.type ?? "", violation, report(violation.at, typeMessage(violation)));
    }
  },
});
