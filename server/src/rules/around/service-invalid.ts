// A Service whose fields do not go with its type, its addresses or one another.
import { child } from "../../model/typed.ts";
import { rule } from "../rule.ts";
import { checkAddresses } from "./serviceAddresses.ts";
import { checkPorts } from "./servicePorts.ts";
import { checkType } from "./serviceTypes.ts";

export const serviceInvalid = rule({
  id: "service-invalid",
  severity: "error",
  on: "object",
  wholeOnly: true,
  supersedes: ["name-invalid", "value-invalid", "number-range", "bad-enum", "enum-case"],
  check(scope) {
    const { root } = scope.object;
    const spec = root?.type === "v1.Service" ? child(root, "spec") : undefined;
    if (!root || !spec) return;
    checkType(scope, root, spec);
    checkPorts(scope, spec);
    checkAddresses(scope, root, spec);
  },
});
