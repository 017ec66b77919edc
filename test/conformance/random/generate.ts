// Manifests from a seed: grown from the smallest ones with the server's consent, then changed.

import { type Coverage, grown, type Manifest, smallestManifests } from "./bases.ts";
import { broken } from "./breakText.ts";
import { isTooCostly, type Judged, judgeAll } from "./judged.ts";
import { mutated } from "./mutate.ts";
import { print, randomStyle } from "./print.ts";
import { type Rng, seeded } from "./rng.ts";

export interface Made {
  readonly text: string;
  /** undefined where the text was changed as text. */
  readonly manifest: Manifest | undefined;
}

export interface Grown {
  /** Accepted by the server, of all sizes. */
  readonly manifests: readonly Manifest[];
  /** All that were asked about on the way. */
  readonly asked: readonly { readonly made: Made; readonly judged: Judged }[];
}

/** Every round adds a field to each manifest; what the server refuses is taken back. */
export function growAll(program: string, seed: number, coverage: Coverage): Grown {
  const rng = seeded(seed);
  let live = smallestManifests(88, rng);
  const manifests = [...live];
  const asked: { made: Made; judged: Judged }[] = [];
  for (let round = 0; round < 60; round++) {
    const next = live.map((each) => {
      let more = each;
      for (let left = rng.pick([1, 1, 2]); left > 0; left--) more = grown(more, coverage, rng) ?? more;
      return more;
    });
    const texts = next.map((each) => print(each.root, randomStyle(rng)));
    const answers = judgeAll(program, texts);
    live = next.map((manifest, index) => {
      const judged = answers[index];
      if (judged) asked.push({ made: { text: judged.text, manifest }, judged });
      const accepted = judged?.recorded.every((each) => each.verdict === "accepted") ?? false;
      return accepted ? manifest : (live[index] ?? manifest);
    });
    if (round % 6 === 5) manifests.push(...live);
  }
  return { manifests, asked };
}

export function make(manifests: readonly Manifest[], rng: Rng): Made {
  for (;;) {
    const base = rng.pick(manifests);
    if (!base) throw new Error("nothing to change");
    const asText = rng.chance(0.18);
    const manifest = asText && rng.chance(0.7) ? base : mutated(base, manifests, rng);
    const printed = print(manifest.root, randomStyle(rng));
    const text = asText ? broken(printed, rng) : printed;
    if (!isTooCostly(text))
      return { text: withNeighbour(text, manifests, rng), manifest: asText ? undefined : manifest };
  }
}

/** Now and then as one of several documents. */
function withNeighbour(text: string, manifests: readonly Manifest[], rng: Rng): string {
  const other = rng.chance(0.03) ? rng.pick(manifests) : undefined;
  if (!other) return text;
  const printed = print(other.root, randomStyle(rng));
  return rng.chance(0.5) ? `${printed}---\n${text}` : `${text}---\n${printed}`;
}
