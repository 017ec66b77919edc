// A value of another type than the API server's decoder takes, after kubectl has read the YAML.
import { rule } from "../rule.ts";
import { breaksSchema } from "./breaksSchema.ts";
import { firstProblem } from "./brokenText.ts";
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
      // What runs into text that cannot be read is not what it will be.
      if (violation.kind !== "type" || violation.value.node.span.end >= firstProblem(scope.parsed)) continue;
      typeFixes(
        scope,
        object.root?.type ?? "",
        violation,
        report(violation.at, typeMessage(violation), { schema: breaksSchema(violation) }),
      );
    }
  },
});
