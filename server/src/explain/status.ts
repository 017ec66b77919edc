// Words of a status in Markdown: what they mean, who says them and where, and which fields are to blame.
import * as l10n from "@vscode/l10n";
import { type ConditionFacts, conditions } from "../knowledge/conditions.ts";
import { doc } from "../knowledge/docs.ts";
import { phases } from "../knowledge/phases.ts";
import { type SeenIn, type SetBy, type StatusFacts, statusFacts } from "../knowledge/statuses.ts";
import { codeSpan, paragraphs, sentences } from "../text/markdown.ts";
import { listOf, shortName, sinceText } from "./field.ts";

/** @param word also `Init:CrashLoopBackOff` and the like; undefined for a word that nobody says */
export function statusText(word: string, locale: string): string | undefined {
  const facts = statusFacts(word);
  if (!facts) return undefined;
  return paragraphs([
    title(word, facts.seenIn.length === 0 ? l10n.t("historical word") : listOf(facts.seenIn.map(seenIn))),
    word.startsWith("Init:") && facts.word !== "Init:N/M" ? l10n.t("An init container shows it.") : undefined,
    doc(`status ${facts.word}`, locale),
    statusFactsText(facts),
  ]);
}

function statusFactsText({ seenIn, setBy: by, today, since, blame }: StatusFacts): string {
  const historical = [
    l10n.t("No Kubernetes since 1.24 says it."),
    today === undefined ? "" : l10n.t("Today it is {0}.", `\`${today}\``),
  ];
  const current = [
    setBy(by),
    sinceText(since),
    blame.length === 0 ? "" : l10n.t("Fields to look at: {0}.", listOf([...new Set(blame.map(fieldName))])),
  ];
  return sentences(seenIn.length === 0 ? historical : current);
}

function seenIn(place: SeenIn): string {
  const names: Readonly<Record<SeenIn, string>> = {
    waiting: l10n.t("reason of a waiting container"),
    terminated: l10n.t("reason of an ended container"),
    pod: l10n.t("reason of a failed pod"),
    condition: l10n.t("reason of a condition"),
    event: l10n.t("event"),
    column: l10n.t("kubectl's STATUS column only"),
    log: l10n.t("logs and event texts only"),
  };
  return names[place];
}

function setBy(who: SetBy): string {
  const words: Readonly<Record<SetBy, string>> = {
    kubelet: l10n.t("Set by the kubelet."),
    runtime: l10n.t("Set by the container runtime."),
    scheduler: l10n.t("Set by the scheduler."),
    "kube-apiserver": l10n.t("Set by the API server."),
    "kube-controller-manager": l10n.t("Set by the controller manager."),
    kubectl: l10n.t("Made by kubectl from other fields."),
  };
  return words[who];
}

/** Fields of these types are known by the field that holds them. */
const holders: Readonly<Record<string, string>> = {
  "v1.EmptyDirVolumeSource": "emptyDir",
  "v1.EnvVar": "env",
  "v1.HTTPGetAction": "httpGet",
  "v1.Lifecycle": "lifecycle",
  "v1.PodOS": "os",
  "v1.PodSecurityContext": "securityContext",
  "v1.ResourceRequirements": "resources",
  "v1.SecurityContext": "securityContext",
  "v1.Volume": "volumes",
  "v1.VolumeMount": "volumeMounts",
};

/** `v1.ResourceRequirements.limits` → `resources.limits`. */
function fieldName(id: string): string {
  const dot = id.lastIndexOf(".");
  const holder = holders[id.slice(0, dot)];
  return `\`${holder === undefined ? "" : `${holder}.`}${id.slice(dot + 1)}\``;
}

export function phaseText(phase: string, locale: string): string | undefined {
  const facts = phases.find((each) => each.phase === phase);
  return (
    facts &&
    paragraphs([
      title(phase, l10n.t("phase of a pod")),
      doc(`phase ${phase}`, locale),
      facts.historical ? l10n.t("Hardly anything sets it any more.") : "",
      facts.final ? l10n.t("A pod never leaves it again.") : "",
    ])
  );
}

export function conditionText(type: string, locale: string): string | undefined {
  const facts = conditions.find((each) => each.type === type);
  return (
    facts &&
    paragraphs([
      title(type, l10n.t("condition of {0}", shortName(facts.of).replace("Condition", ""))),
      doc(`condition ${type}`, locale),
      conditionFactsText(facts),
    ])
  );
}

function conditionFactsText({ setBy: by, reasons }: ConditionFacts): string {
  const list = reasons.map((each) => `\`${each}\``);
  return sentences([
    by === "several" ? l10n.t("Set by whoever ends the pod.") : setBy(by),
    list.length === 0 ? "" : l10n.t("Reasons: {0}.", listOf(list)),
  ]);
}

/** The word may be anything that somebody wrote. */
export const title = (word: string, kind: string): string => `**${codeSpan(word)}** · ${kind}`;
