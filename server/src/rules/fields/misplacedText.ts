// The sentences about a field at the wrong level.
import * as l10n from "@vscode/l10n";
import { formatPath } from "../../syntax/path.ts";
import type { Home } from "./homes.ts";

/** More places than these would be no answer. */
export const mostPlaces = 3;

/** Each once; `spec.containers[n]` for any of several containers. */
export function placesOf(homes: readonly Home[], kind: string): string[] {
  const pattern = ({ path }: Home) => formatPath(path).replace(/\[\d+\]/g, "[n]");
  const counts = new Map<string, number>();
  for (const home of homes) counts.set(pattern(home), (counts.get(pattern(home)) ?? 0) + 1);
  const names = homes.map((home) => (counts.get(pattern(home)) === 1 ? formatPath(home.path) : pattern(home)) || kind);
  return [...new Set(names)];
}

export interface Misplaced {
  readonly name: string;
  readonly here: string;
  readonly places: readonly string[];
  /** Whether there is room at any of the places. */
  readonly isFree: boolean;
  /** Somebody else's API: what becomes of the key is for it to say. */
  readonly isCustom: boolean;
}

export function whereItBelongs({ name, here, places, isFree, isCustom }: Misplaced): string {
  const isInside = isFree && places.every((each) => each.startsWith(`${here}.`));
  const refused = isCustom
    ? l10n.t("Kubernetes knows no {0} in {1}", name, here)
    : isInside
      ? l10n.t("The API server refuses {0} directly in {1}", name, here)
      : l10n.t("The API server refuses {0} in {1}", name, here);
  if (!isFree) return l10n.t("{0}: it belongs in {1}, where it stands already.", refused, anyOf(places));
  if (!isInside) return l10n.t("{0}: it belongs in {1}.", refused, anyOf(places));
  return l10n.t("{0}: it belongs in its {1}.", refused, anyOf(places.map((each) => each.slice(here.length + 1))));
}

function anyOf([first = "", second, third]: readonly string[]): string {
  if (second === undefined) return first;
  return third === undefined ? l10n.t("{0} or {1}", first, second) : l10n.t("{0}, {1} or {2}", first, second, third);
}

/** What goes with the place, for the fields of a pod's life. */
export function whyThere(home: Home | undefined): string {
  const inPod = home?.type === "v1.PodSpec";
  switch (home?.name) {
    case "livenessProbe":
    case "readinessProbe":
    case "startupProbe":
      return l10n.t("Each container has probes of its own.");
    case "lifecycle":
    case "postStart":
    case "preStop":
      return l10n.t("Each container has hooks of its own, under lifecycle.");
    case "terminationGracePeriodSeconds":
      return inPod ? l10n.t("All containers of a pod share one grace period.") : "";
    case "restartPolicy":
      return inPod ? l10n.t("It is a part of the pod.") : "";
    default:
      return "";
  }
}
