// The annotations of a pod or pod template, with the paths by which the API server names them.
import { asText, child } from "../../model/typed.ts";
import type { Place } from "../../model/value.ts";
import type { Path } from "../../syntax/path.ts";
import type { Targets } from "../rule.ts";
import { type Pair, pairsOf } from "./reading.ts";

export interface Annotation extends Pair {
  /** undefined: templated, or no text. */
  readonly text: string | undefined;
  /** In a template the server leaves `metadata` out. */
  readonly at: Place;
  /** The same with the key behind a dot: some of the server's errors have it so. */
  readonly dotted: Path;
}

/** By key. */
export function podAnnotations({ object, pod }: Targets["pod"]): Map<string, Annotation> {
  const holder = pod.inTemplate ? object.template : object.root;
  const metadata = holder && child(holder, "metadata");
  if (!holder || !metadata) return new Map();
  const list = [...(pod.inTemplate ? holder : metadata).path, "annotations"];
  return new Map(
    pairsOf(metadata, "annotations").map((pair) => [
      pair.key,
      {
        ...pair,
        text: pair.node.kind === "scalar" && !pair.node.templated ? asText(pair.node) : undefined,
        at: { path: [...list, { key: pair.key }], span: pair.span },
        dotted: [...list, pair.key],
      },
    ]),
  );
}
