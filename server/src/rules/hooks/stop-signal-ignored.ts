// lifecycle.stopSignal does nothing while its gate is off: the API server drops it without a word.
import * as l10n from "@vscode/l10n";
import { fieldAvailability } from "../../knowledge/schema.ts";
import { asText, child, field } from "../../model/typed.ts";
import { rule } from "../rule.ts";

export const stopSignalIgnored = rule({
  id: "stop-signal-ignored",
  severity: "warning",
  on: "container",
  supersedes: ["newer-field", "bad-enum", "enum-case"],
  check({ object, container, report, minor }) {
    // What a cluster gives back was not dropped: its gate is on.
    if (object.exported) return;
    const lifecycle = child(container.map, "lifecycle");
    const facts = lifecycle?.facts.fields.get("stopSignal");
    const signal = lifecycle && field(lifecycle, "stopSignal", asText);
    if (!facts || !signal?.entry || signal.origin === "absent" || signal.origin === "wrong-type") return;
    const availability = fieldAvailability(facts, minor);
    if (availability.state !== "gated") return;
    report(
      signal,
      l10n.t(
        "stopSignal is dropped without a word unless the cluster has the feature gate {0} ({1} in 1.{2}) on: the container gets its image's STOPSIGNAL, or TERM.",
        availability.gate,
        availability.stage,
        minor,
      ),
      { unnecessary: true },
    );
  },
});
