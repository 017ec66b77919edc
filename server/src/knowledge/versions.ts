// The Kubernetes versions that the tables know. In code a version is its minor number: 37 is Kubernetes 1.37.

export const oldest = 24;
export const newest = 37;

/** "1.36", "v1.36", "1.36.2", "v1.36.2-eks-1" → 36; undefined for anything else. Not checked against oldest and newest. */
export function parseVersion(text: string): number | undefined {
  const match = /^v?1\.(\d{1,3})(?:\.\d+(?:[-+].*)?)?$/.exec(text.trim());
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
