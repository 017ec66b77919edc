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
    const refused = new Map<string, readonly Finding[]>();
    const usable = new Set<string>();
    for (const volume of children(pod.map, "volumes")) {
      const name = nameOf(volume);
      if (name === undefined) continue;
      const own = errors.filter(({ path }) => isUnder(formatPath(path), formatPath(volume.path)));
      if (own.length > 0) refused.set(name, own);
      else usable.add(name);
    }
    if (refused.size === 0) return [];
    return pod.containers
      .flatMap(({ map }) => [...children(map, "volumeMounts"), ...children(map, "volumeDevices")])
      .flatMap((mount) => {
        const name = nameOf(mount);
        const own = name === undefined || usable.has(name) ? undefined : refused.get(name);
        return (own ?? []).map((error) => ({ ...error, path: [...mount.path, "name"], fixes: [] }));
      });
  });
}

const isUnder = (path: string, volume: string): boolean =>
  path === volume || path.startsWith(`${volume}.`) || path.startsWith(`${volume}[`);

const nameOf = (map: TypedMap): string | undefined => field(map, "name", asText).value;
