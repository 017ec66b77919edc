// Where a text stops to be readable: behind it, what is there is as unknown as what is missing.
import type { ParsedChunk } from "../../syntax/chunk.ts";

/** Offset of the first problem; infinite when there is none. */
export function firstProblem({ problems }: ParsedChunk): number {
  return problems[0]?.span.start ?? Number.POSITIVE_INFINITY;
}
