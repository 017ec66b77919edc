// Exit codes, signals and the ports of components in Markdown.
import * as l10n from "@vscode/l10n";
import { type ComponentPort, componentPort, nodePorts } from "../knowledge/components.ts";
import { doc } from "../knowledge/docs.ts";
import { type SignalFacts, signalByName, signalOfExitCode } from "../knowledge/exitCodes.ts";
import { codeSpan, paragraphs, sentences } from "../text/markdown.ts";
import { title } from "./status.ts";

/** undefined for what is no exit code at all. */
export function exitCodeText(code: number, locale: string): string | undefined {
  if (!Number.isInteger(code) || code < 0 || code > 255) return undefined;
  const signal = signalOfExitCode(code);
  const words = doc(`exit ${code}`, locale) ?? (signal && doc(`signal ${signal.signal}`, locale));
  return paragraphs([
    title(String(code), l10n.t("exit code")),
    words ?? l10n.t("A failure whose meaning only the program knows: look at its log."),
    signal && l10n.t("{0} = 128 + {1}: ended by {2}.", code, signal.number, codeSpan(signal.signal)),
  ]);
}

/** @param name `TERM` or `SIGTERM`; `SIGRTMIN+3` and the like are known as a group */
export function signalText(name: string, locale: string): string | undefined {
  const facts = signalByName(name);
  if (!facts) {
    if (!/^SIGRTM(?:IN|AX)(?:[+-]\d{1,2})?$/.test(name)) return undefined;
    return paragraphs([
      title(name, l10n.t("real-time signal")),
      l10n.t("It has no meaning of its own. A program without a handler ends."),
    ]);
  }
  return paragraphs([
    title(facts.signal, l10n.t("signal {0}", facts.number)),
    doc(`signal ${facts.signal}`, locale),
    sentences([withoutHandler(facts), ends(facts) ? l10n.t("Exit code {0}.", 128 + facts.number) : ""]),
  ]);
}

const ends = ({ byDefault }: SignalFacts): boolean => byDefault === "ends" || byDefault === "ends with core";

function withoutHandler({ byDefault, signal }: SignalFacts): string {
  if (signal === "SIGKILL") return l10n.t("No program can handle it.");
  const words: Readonly<Record<SignalFacts["byDefault"], string>> = {
    ends: l10n.t("Without a handler the program ends."),
    "ends with core": l10n.t("Without a handler the program ends, and may leave a memory dump."),
    ignored: l10n.t("Without a handler nothing happens."),
    stops: l10n.t("Without a handler the program stops, and goes on at SIGCONT."),
    continues: l10n.t("A stopped program goes on."),
  };
  return words[byDefault];
}

/** Who listens on a port by default; undefined when it is nobody of Kubernetes'. */
export function portText(port: number, locale: string): string | undefined {
  const facts = componentPort(port);
  if (!facts) {
    if (port < nodePorts.first || port > nodePorts.last) return undefined;
    return paragraphs([
      title(String(port), l10n.t("port of the NodePort range")),
      l10n.t(
        "Services of type NodePort get theirs from {0} to {1}, on every node: a hostPort here may collide with one.",
        nodePorts.first,
        nodePorts.last,
      ),
    ]);
  }
  return paragraphs([
    title(String(port), l10n.t("default port of {0}", facts.component)),
    doc(`port ${port}`, locale),
    sentences([
      place(facts),
      facts.byDefault ? l10n.t("On the node's network (hostPort, hostNetwork) the two collide.") : "",
    ]),
  ]);
}

function place({ runsOn, local }: ComponentPort): string {
  if (runsOn === "every node") return local ? l10n.t("On every node, at 127.0.0.1 only.") : l10n.t("On every node.");
  return local ? l10n.t("On the control plane, at 127.0.0.1 only.") : l10n.t("On the control plane.");
}
