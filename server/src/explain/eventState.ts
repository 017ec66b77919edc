// A container's state as the API shows it, in a sentence.
import * as l10n from "@vscode/l10n";
import type { TraceEvent } from "../simulate/trace.ts";

export function stateText({ container = "", detail = "" }: TraceEvent): string {
  const [what, reason = "", code = ""] = detail.split(":");
  if (what === "running") return l10n.t("{0}: the API shows it running.", container);
  if (what === "terminated") return l10n.t("{0}: the API shows its end: {1}, exit code {2}.", container, reason, code);
  return l10n.t("{0}: the API shows it waiting: {1}.", container, reason);
}
