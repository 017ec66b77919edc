// Where our types are those of another version than the manifest's: the types of pods are the same everywhere.
import { served } from "../../knowledge/served.ts";
import type { KubeObject } from "../../model/objects.ts";
import type { TypedMap } from "../../model/typed.ts";

/** A type of another version of the kind's own group: autoscaling/v1 differs from v2. */
export function isOtherVersion({ apiVersion, facts }: KubeObject, { type }: TypedMap): boolean {
  if (!facts || apiVersion === undefined || apiVersion === facts.apiVersion) return false;
  return type.startsWith(`${facts.apiVersion}.`) && served(facts.kind).some((each) => each.apiVersion === apiVersion);
}

/** The manifest, a template perhaps, does not say which of several served versions it means. */
export function isUnsureVersion({ apiVersion, facts }: KubeObject, { type }: TypedMap, minor: number): boolean {
  if (!facts || apiVersion !== undefined || !type.startsWith(`${facts.apiVersion}.`)) return false;
  const inForce = served(facts.kind).filter(({ since, removed = minor + 1 }) => since <= minor && minor < removed);
  return inForce.length > 1;
}
