// Volumes whose parts do not go together: several sources, and fields that need or exclude each other.
import * as l10n from "@vscode/l10n";
import { child, children, inForce, present, type TypedMap } from "../../model/typed.ts";
import { type RuleContext, rule, type Targets } from "../rule.ts";
import { checkClaimSpec } from "./claimSpec.ts";
import { checkDownward } from "./downwardFiles.ts";
import { checkProjected } from "./projectedVolume.ts";
import { placeOf, textOf, without } from "./reading.ts";
import { storagePlugins } from "./storagePlugins.ts";

type Scope = Targets["pod"] & RuleContext;

const podVolumes = rule({
  id: "volume-invalid",
  severity: "error",
  on: "pod",
  supersedes: ["value-invalid", "bad-enum", "enum-case", "missing-field"],
  check(scope) {
    const volumes = children(scope.pod.map, "volumes");
    for (const volume of volumes) {
      checkSources(scope, volume);
      for (const [source, check] of Object.entries(storagePlugins)) {
        const map = child(volume, source);
        if (map) check(scope, volume, map);
      }
      const downward = child(volume, "downwardAPI");
      if (downward) checkDownward(scope, downward);
      const projected = child(volume, "projected");
      if (projected) checkProjected(scope, projected);
      const claim = child(volume, "ephemeral");
      const template = claim && child(claim, "volumeClaimTemplate");
      const spec = template && child(template, "spec");
      if (spec) checkClaimSpec(scope, spec);
    }
    checkGeneratedClaims(scope, volumes);
  },
});

const claimTemplates = rule({
  id: "volume-invalid",
  severity: "error",
  on: "object",
  supersedes: ["value-invalid", "bad-enum", "enum-case", "missing-field"],
  check(scope) {
    const { root } = scope.object;
    const spec = root?.type === "apps/v1.StatefulSet" ? child(root, "spec") : undefined;
    for (const template of spec ? children(spec, "volumeClaimTemplates") : []) {
      const claim = child(template, "spec");
      if (claim) checkClaimSpec(scope, claim);
    }
  },
});

export const volumeInvalid = [podVolumes, claimTemplates];

/** In the server's order of looking: the first that is there counts, every other is refused. */
const order = [
  "emptyDir",
  "hostPath",
  "gitRepo",
  "gcePersistentDisk",
  "awsElasticBlockStore",
  "secret",
  "nfs",
  "iscsi",
  "glusterfs",
  "flocker",
  "persistentVolumeClaim",
  "rbd",
  "cinder",
  "cephfs",
  "quobyte",
  "downwardAPI",
  "fc",
  "flexVolume",
  "configMap",
  "azureFile",
  "vsphereVolume",
  "photonPersistentDisk",
  "portworxVolume",
  "azureDisk",
  "storageos",
  "projected",
  "scaleIO",
  "csi",
  "ephemeral",
  "image",
];

/** The server's own spelling in its errors, where it is not the field's. */
const asNamed: Readonly<Record<string, string>> = { cephfs: "cephFS", downwardAPI: "downwarAPI" };

function checkSources(scope: Scope, volume: TypedMap): void {
  const { report, minor } = scope;
  const written = order.filter((name) => present(volume, name) && inForce(volume, name, minor));
  const [kept, ...surplus] = written;
  if (kept === undefined) return;
  // An empty emptyDir beside something else is what was left standing.
  const better = kept === "emptyDir" && surplus.length === 1 && isEmptyMap(volume, kept) ? surplus[0] : undefined;
  for (const name of surplus) {
    const reported = report(
      placeOf(volume, name, [...volume.path, asNamed[name] ?? name]),
      l10n.t("A volume has one source, and this one has {0} already.", kept),
    );
    for (const choice of better === undefined ? written : [better, kept])
      reported.fix(
        l10n.t("Keep only {0}", choice),
        without(scope, volume, ...written.filter((each) => each !== choice)),
        { preferred: choice === better },
      );
  }
}

function isEmptyMap(map: TypedMap, name: string): boolean {
  const node = present(map, name);
  return node?.kind === "map" && node.fields.size === 0;
}

/** Names of claims that the controller makes: POD-VOLUME. Only a bare Pod's are known beforehand. */
function checkGeneratedClaims({ pod, object, report }: Scope, volumes: readonly TypedMap[]): void {
  const podName = object.name;
  if (pod.inTemplate || !podName) return;
  const made = new Set<string>();
  for (const volume of volumes) {
    const name = textOf(volume, "name");
    if (!present(volume, "ephemeral") || !name) continue;
    const claim = `${podName}-${name}`;
    made.add(claim);
    if (claim.length > longestName)
      report(
        placeOf(volume, "name"),
        l10n.t(
          "The claim of this volume would be called “{0}”: {1} characters, and the API server takes at most {2}.",
          `${claim.slice(0, 40)}…`,
          claim.length,
          longestName,
        ),
      );
  }
  for (const volume of volumes) {
    const claim = child(volume, "persistentVolumeClaim");
    const name = claim && textOf(claim, "claimName");
    if (claim && name && made.has(name))
      report(
        placeOf(claim, "claimName"),
        l10n.t(
          "“{0}” is the claim that an ephemeral volume of this pod makes; it cannot be mounted as one of its own.",
          name,
        ),
      );
  }
}
const longestName = 253;
