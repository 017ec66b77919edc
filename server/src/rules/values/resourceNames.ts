// Which resources a container, a pod or an overhead may ask for.
import { isQualifiedName } from "../classes/names.ts";

/** Resources that a container counts by their plain name. */
export const plainResources = ["cpu", "memory", "ephemeral-storage"];

export const isHugePages = (name: string): boolean => name.startsWith("hugepages-");

/** Kubernetes' own: names without a domain, and those of kubernetes.io. */
const isNative = (name: string): boolean => !name.includes("/") || name.includes("kubernetes.io/");

/** A device plugin's: `example.com/gpu`. Counted in whole pieces, with request and limit equal. */
export const isExtended = (name: string): boolean =>
  !isNative(name) && !name.startsWith("requests.") && isQualifiedName(`requests.${name}`);

/** Its limit must be there and equal to its request. */
export const isNotOvercommitted = (name: string): boolean => !isNative(name) || isHugePages(name);

export const isContainerResource = (name: string): boolean =>
  isQualifiedName(name) &&
  (name.includes("/") ? isNative(name) || isExtended(name) : plainResources.includes(name) || isHugePages(name));

export const isPodResource = (name: string): boolean =>
  isQualifiedName(name) && (name === "cpu" || name === "memory" || (isHugePages(name) && !name.includes("/")));

/** What people write for them. */
const meant: Readonly<Record<string, string>> = {
  ram: "memory",
  mem: "memory",
  cpus: "cpu",
  core: "cpu",
  cores: "cpu",
  disk: "ephemeral-storage",
  storage: "ephemeral-storage",
};

export const meantResource = (name: string): string | undefined => {
  const lower = name.toLowerCase();
  return Object.hasOwn(meant, lower) ? meant[lower] : undefined;
};
