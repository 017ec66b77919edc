// `sh -c "a && b"`: the shell stays PID 1 in some images and passes no TERM on, so every stop takes the whole grace period.
import * as l10n from "@vscode/l10n";
import { baseName, readCommand, stepsOf } from "../../model/command.ts";
import { resolve } from "../../syntax/nodes.ts";
import { commandsOf, textsOf } from "../probes/commandPlaces.ts";
import { rule } from "../rule.ts";

/** They end soon, or would not hear TERM as PID 1 either. */
const noServers = new Set(
  "sleep tail echo printf cat true false ls touch wait exit date ping rm cp mv mkdir chmod chown sync set export cd test [ kill env exec trap".split(
    " ",
  ),
);

export const shellPid1 = rule({
  id: "shell-pid1",
  severity: "information",
  on: "container",
  check({ container, pod, report, parsed }) {
    const stays = container.kind === "sidecar" || (container.kind === "main" && pod.restartPolicy.value === "Always");
    const place = commandsOf(container).find((each) => each.user === "container");
    const command = place && readCommand(textsOf(place.words));
    const script = command?.script;
    if (!stays || !place || !command || !script?.text || !["sh", "dash"].includes(command.program)) return;
    // The shell of these, as bash, puts its last command in its own place.
    if (/alpine|busybox/i.test(container.image.value ?? "")) return;
    const steps = stepsOf(command) ?? [];
    const last = steps.at(-1);
    const program = baseName(last?.words[0] ?? "");
    if (steps.length < 2 || !last || last.behind === "&" || steps.at(-2)?.behind === "|") return;
    if (steps.some((each) => each.words[0] === "exec") || /^\W|=/.test(program) || noServers.has(program)) return;
    const word = place.words[script.at];
    const text = script.text;
    report(
      { path: place.path, span: word?.span ?? place.span },
      l10n.t(
        "In images whose sh is dash (Debian, Ubuntu), the shell stays in front of {0} and passes no TERM on to it: every stop takes the whole grace period, then KILL. With exec, {0} takes the shell's place.",
        program,
      ),
    ).fix(l10n.t("Put exec in front of {0}", program), () => {
      const entry = place.map.node.fields.get(script.at < place.words.length - place.args ? "command" : "args");
      const list = entry && resolve(entry.value);
      const index =
        script.at < place.words.length - place.args ? script.at : script.at - (place.words.length - place.args);
      const item = list?.kind === "sequence" ? list.items[index] : undefined;
      if (item?.kind !== "scalar" || item.anchor !== undefined) return undefined;
      // The step as it is written: where quoting or folding changed it, its place cannot be told.
      const written = parsed.text.slice(item.span.start, item.span.end);
      const step = text.slice(last.start).split("\n", 1)[0] ?? "";
      const at = written.lastIndexOf(step);
      if (step === "" || at < 0) return undefined;
      const start = item.span.start + at;
      return [{ span: { start, end: start }, newText: "exec " }];
    });
  },
});
