// Makes a disagreement as small as it gets: takes away what it does not need, and asks again.
import type { Manifest } from "./bases.ts";
import { causeOf, isTooCostly, type Judged, judgeAll } from "./judged.ts";
import { plainStyle, print } from "./print.ts";
import { copy, remove, spotsOf } from "./tree.ts";

const showing = (cause: string) => (each: Judged) => each.disagreements.some((one) => causeOf(one) === cause);

/** @param manifest the tree that was printed; undefined for text that was changed as text */
export function shrunk(program: string, text: string, manifest: Manifest | undefined, cause: string): string {
  const tree = manifest && shrunkTree(program, manifest, cause);
  return shrunkText(program, tree ?? text, cause);
}

function shrunkTree(program: string, { type, root }: Manifest, cause: string): string | undefined {
  let smallest = root;
  let text = print(smallest, plainStyle);
  if (!judgeAll(program, [text]).some(showing(cause))) return undefined;
  for (let round = 0; round < 60; round++) {
    const smaller = spotsOf(smallest, type).map((_, index) => {
      const tree = copy(smallest);
      const spot = spotsOf(tree, type)[index];
      if (spot) remove(spot);
      return tree;
    });
    const texts = smaller.map((each) => print(each, plainStyle));
    const best = shortest(judgeAll(program, texts).filter(showing(cause)));
    const found = best === undefined ? undefined : smaller[texts.indexOf(best)];
    if (best === undefined || !found) break;
    smallest = found;
    text = best;
  }
  return text;
}

function shrunkText(program: string, text: string, cause: string): string {
  let smallest = text;
  for (let round = 0; round < 60; round++) {
    const lines = smallest.split("\n");
    const smaller: string[] = [];
    for (let size = Math.max(1, lines.length >> 1); size >= 1; size >>= 1)
      for (let at = 0; at + size <= lines.length; at += size)
        smaller.push([...lines.slice(0, at), ...lines.slice(at + size)].join("\n"));
    const best = shortest(
      judgeAll(
        program,
        smaller.filter((each) => !isTooCostly(each)),
      ).filter(showing(cause)),
    );
    if (best === undefined) break;
    smallest = best;
  }
  return smallest;
}

const shortest = (some: readonly Judged[]): string | undefined =>
  some.map((each) => each.text).sort((a, b) => a.length - b.length)[0];
