// A volume that is refused is not there for the API server: it refuses every mount of it once more. The same mistake, under
// the same text; only the path is the mount's.
import type { KubeObject } from "../model/objects.ts";
import { asText, children, field, type TypedMap } from "../model/typed.ts";
import { formatPath } from "../syntax/path.ts";
import type { Finding } from "./rule.ts";

/** What the decoder refuses, before any mount is looked at. */
const ofDecoder: ReadonlySet<string> = new Set([
  "unknown-field",
  "lifecycle-misplaced",
  "lifecycle-typo",
  "wrong-type",
]);

export function volumeEchoes(objects: readonly KubeObject[], findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(
    (each) => each.severity === "error" && !ofDecoder.has(each.rule) && each.path.includes("volumes"),
  );
  if (errors.length === 0) return [];
  return objects.flatMap(({ pod }) => {
    if (!pod) return [];
    const refused = new Map<string, Finding>();
    const usable = new Set<string>();
    for (const volume of children(pod.map, "volumes")) {
      const name = nameOf(volume);
      const error = errors.find(({ path }) => isUnder(formatPath(path), formatPath(volume.path)));
      if (name === undefined) continue;
      if (error) refused.set(name, error);
      else usable.add(name);
    }
    if (refused.size === 0) return [];
    return pod.containers
      .flatMap(({ map }) => [...children(map, "volumeMounts"), ...children(map, "volumeDevices")])
      .flatMap((mount) => {
        const name = nameOf(mount);
        const error = name === undefined || usable.has(name) ? undefined : refused.get(name);
        return error ? [{ ...error, path: [...mount.path, "name"], fixes: [] }] : [];
      });
  });
}

const isUnder = (path: string, volume: string): boolean =>
  path === volume || path.startsWith(`${volume}.`) || path.startsWith(`${volume}[`);

const nameOf = (map: TypedMap): string | undefined => field(map, "name", asText).value;
