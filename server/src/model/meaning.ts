// What an object is, by the kind and apiVersion that it names.
import { type KindFacts, kindFacts } from "../knowledge/schema.ts";
import { served } from "../knowledge/served.ts";

/** One of our kinds, or a custom resource with the way to its pod template. */
export type Meaning =
  | { readonly facts: KindFacts; readonly template?: never }
  | { readonly facts?: never; readonly template: string };

/**
 * @param implied the kind comes from the list around (`PodList`), so the apiVersion does not matter
 * @param customResources `group/Kind` → path of the pod template
 * @returns undefined for all other objects
 */
export function meaningOf(
  kind: string,
  apiVersion: string | undefined,
  implied: boolean,
  customResources: Readonly<Record<string, string>>,
): Meaning | undefined {
  const facts = kindFacts(kind);
  const group = groupOf(apiVersion);
  // A custom resource's group has a dot in it, always: without one, only the built-in kind can be meant.
  if (facts && (implied || !group.includes(".") || servesGroup(facts.kind, group))) return { facts };
  const template = customResources[`${group}/${kind}`];
  return template === undefined ? undefined : { template };
}

export const groupOf = (apiVersion: string | undefined): string =>
  apiVersion?.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";

const servesGroup = (kind: string, group: string): boolean =>
  served(kind).some((each) => each.apiVersion.startsWith(`${group}/`));
