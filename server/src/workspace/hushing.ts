// Ignore comments that reach over their chunk: those of the whole file, and those above the next item of a List.
import { coverFrom, type Ignore } from "../rules/control/ignores.ts";
import { hits, unused } from "../rules/hush.ts";
import type { Finding } from "../rules/rule.ts";
import type { Chunk } from "../syntax/document.ts";
import type { FileOptions, ReadChunk } from "./judging.ts";

export interface ChunkFindings {
  readonly chunk: Chunk;
  readonly findings: readonly Finding[];
}

/** What every comment of the file leaves, chunk by chunk. Looks only at what was kept of the chunks. */
export function findingsLeft(chunks: readonly Chunk[], read: (chunk: Chunk) => ReadChunk, options: FileOptions) {
  const all = chunks.map((chunk) => ({ chunk, ...read(chunk) }));
  if (all.every(({ hushed }) => hushed.reaching.length === 0))
    return all.map(({ chunk, hushed }): ChunkFindings => ({ chunk, findings: hushed.findings }));
  const fileWide = all.flatMap(({ hushed }) => hushed.reaching.filter(isFileWide));
  const complete = all.every(({ hushed }) => hushed.complete);
  const isFound = (id: string): boolean =>
    all.some(({ judgement }) => judgement.findings.some(({ rule }) => rule === id));
  return all.map((each, index): ChunkFindings => {
    const { chunk, parsed, judgement, hushed } = each;
    const said = hushed.reaching.flatMap((ignore) => {
      if (isFileWide(ignore)) return complete ? unused(parsed, ignore, ({ id }) => isFound(id), options) : [];
      const next = behind(each, all[index + 1]);
      if (!hushed.complete || next?.hushed.complete === false) return [];
      const isHit = (id: string): boolean =>
        judgement.findings.some((finding) => finding.rule === id && hits(ignore, finding)) ||
        (next?.judgement.findings.some((finding) => finding.rule === id && hitsNext(ignore, next, finding)) ?? false);
      return unused(parsed, ignore, ({ id }) => isHit(id), options);
    });
    const before = all[index - 1];
    const above = before && behind(before, each) ? before.hushed.reaching.filter((ignore) => ignore.open) : [];
    const findings = [...hushed.findings, ...said]
      .filter((finding) => !fileWide.some((ignore) => hits(ignore, finding)))
      .filter((finding) => !above.some((ignore) => hitsNext(ignore, each, finding)))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return { chunk, findings };
  });
}

const isFileWide = ({ scope }: Ignore): boolean => scope === "file";

/** `next`, where no separator stands between them. */
function behind<T extends { readonly chunk: Chunk }>({ chunk }: T, next: T | undefined): T | undefined {
  return next?.chunk.start === chunk.start + chunk.content.text.length ? next : undefined;
}

function hitsNext(ignore: Ignore, { parsed }: ReadChunk, finding: Finding): boolean {
  const covers = ignore.scope === "line" || ignore.scope === "block" ? coverFrom(parsed, ignore.scope, 0) : undefined;
  return covers !== undefined && hits(ignore, finding, covers);
}
