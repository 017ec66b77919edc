// Paths: of files in a volume, and of the fields that the downward API can hand to a container.
import { isQualifiedName } from "./names.ts";

/** A whole segment `..`; `a..b` is a name like any other. */
export const hasDotDot = (path: string): boolean => path.split("/").includes("..");

const fieldsInEnv = new Set([
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
]);
const fieldsInVolume = new Set([
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "metadata.labels",
  "metadata.annotations",
]);

export const isFieldPathInEnv = (text: string): boolean => fieldsInEnv.has(text) || isKeyed(text);
export const isFieldPathInVolume = (text: string): boolean => fieldsInVolume.has(text) || isKeyed(text);

/** `metadata.labels['KEY']`. */
function isKeyed(text: string): boolean {
  const match = /^metadata\.(labels|annotations)\['(.*)'\]$/s.exec(text);
  const key = match?.[2];
  if (key === undefined) return false;
  return isQualifiedName(match?.[1] === "annotations" ? key.toLowerCase() : key);
}
