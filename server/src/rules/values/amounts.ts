// The amounts of a resource list (`limits`, `requests`, `overhead`) as the API server keeps them: in thousandths.
import { milli, one, parseQuantity, quantityText, roundUp } from "../../model/quantity.ts";
import { present, type TypedMap } from "../../model/typed.ts";
import { isNull } from "../../model/value.ts";
import { mayHoldMore } from "../../syntax/nodes.ts";
import { type Pair, pairsOf } from "./reading.ts";

export interface Amount extends Pair {
  /** Billionths; undefined where the text is no quantity, or templated. */
  readonly nano: bigint | undefined;
  readonly text: string;
}

export interface Amounts {
  readonly list: readonly Amount[];
  get(name: string): Amount | undefined;
  /** False where a template may bring more. */
  readonly complete: boolean;
}

export function amountsOf(map: TypedMap, name: string): Amounts {
  const list = pairsOf(map, name).map((pair): Amount => {
    const text = isNull(pair.node) ? "0" : quantityText(pair.node);
    const quantity = text === undefined ? undefined : parseQuantity(text);
    return { ...pair, nano: quantity && roundUp(quantity.nano, milli), text: text ?? "" };
  });
  const node = present(map, name);
  return {
    list,
    get: (wanted) => list.find((each) => each.key === wanted),
    complete: !node || (node.kind === "map" && !mayHoldMore(node)),
  };
}

/** Whole pieces, as far as 64 bits of thousandths go. */
export const isWhole = (nano: bigint): boolean => BigInt.asIntN(64, nano / milli) % 1000n === 0n;

/** Fits into pages of the size that the resource's name says. */
export function fitsPages(name: string, nano: bigint): boolean {
  const page = parseQuantity(name.slice("hugepages-".length));
  if (!page || page.nano <= 0n || page.nano % one !== 0n) return false;
  return (roundUp(nano, one) / one) % (page.nano / one) === 0n;
}
