// What a recorded probe answers.
import type { AnswerStep, ProbeAnswer, ProbeBehaviour } from "../../server/src/simulate/behaviour.ts";
import { type Program, programOf, type RawContainer, type RawHandler } from "./rig.ts";
import { serverAt } from "./rigHooks.ts";

const always = (answer: ProbeAnswer, takesMs = 0, outlivesTimeout = false): ProbeBehaviour => ({
  steps: [{ answer, takesMs }],
  outlivesTimeout,
});

export function probeOf(
  handler: RawHandler | undefined,
  own: RawContainer,
  all: readonly RawContainer[],
  program: Program | undefined,
): ProbeBehaviour {
  if (handler?.exec) return execOf(handler.exec.command.map(String), own, program);
  if (handler?.httpGet) return httpOf(handler.httpGet, own, all);
  if (handler?.tcpSocket) {
    const { port } = handler.tcpSocket;
    if (!isPort(port, own)) return always("error");
    return always(serverAt(all, port) ? "success" : "failure");
  }
  return always("unknown");
}

function execOf(words: readonly string[], own: RawContainer, program: Program | undefined): ProbeBehaviour {
  if (words[0] === "sh") {
    const script = words[2] ?? "";
    const sleeps = /rigc probe \S+ sleep:([\d.]+):(\d+)/.exec(script);
    // A shell that does more than one thing waits for its child, and the child keeps stdout open.
    if (sleeps) return always(sleeps[2] === "0" ? "success" : "failure", Number(sleeps[1]) * 1000, /;/.test(script));
    return always("unknown");
  }
  if (words[0] === "true") return always("success");
  if (words[0] === "false") return always("failure");
  // Files that are not there; other commands than the rig's own may do anything.
  if (words[0]?.startsWith("/")) return always(JSON.stringify(own).includes("ln -s") ? "unknown" : "error");
  if (words[0] !== "rigc") return always("unknown");
  const [how = "", ...args] = (words[3] ?? "").split(":");
  if (how === "ok") return always("success");
  if (how === "fail") return always("failure");
  if (how === "sleep") return always(args[1] === "0" ? "success" : "failure", Number(args[0]) * 1000);
  return how === "file" ? readyFile(own, program) : always("unknown");
}

/** /tmp/ready appears after boot and goes away at fail, unless a hook meddles with it. */
function readyFile(own: RawContainer, program: Program | undefined): ProbeBehaviour {
  if (/(rm|touch) \/tmp\/ready/.test(JSON.stringify(own)) || !program) return always("unknown");
  const steps: AnswerStep[] = [];
  if (program.bootMs > 0) steps.push({ untilMs: program.bootMs, answer: "failure", takesMs: 0 });
  if (program.failMs !== undefined) steps.push({ untilMs: program.failMs, answer: "success", takesMs: 0 });
  steps.push({ answer: program.failMs === undefined ? "success" : "failure", takesMs: 0 });
  return { steps, outlivesTimeout: false };
}

function httpOf(
  { port, path = "/" }: { readonly port: number | string; readonly path?: string },
  own: RawContainer,
  all: readonly RawContainer[],
): ProbeBehaviour {
  if (!isPort(port, own)) return always("error");
  const server = serverAt(all, port);
  if (!server) return always("failure");
  const [, what = "", value = ""] = path.split("/");
  if (what === "ready")
    return server === own ? readyFile(own, programOf((own.command ?? []).map(String))) : always("unknown");
  if (what === "other") return always("success");
  if (what === "slow") return always("success", Number(value) * 1000);
  const code = Number(value);
  return always(code >= 200 && code < 400 ? "success" : "failure");
}

const isPort = (port: number | string, own: RawContainer): boolean =>
  /^\d+$/.test(String(port)) || JSON.stringify(own["ports"] ?? []).includes(JSON.stringify(port));
