// IPv6 addresses in the one way of writing that RFC 5952 leaves: lower case, no leading zeros, the longest run of zeros as `::`.

/** @param text a valid IPv6 address without a zone */
export function canonicalIp(text: string): string {
  const groups = groupsOf(text);
  let [start, length] = [-1, 1];
  for (let from = 0; from < 8; from++) {
    let to = from;
    while (to < 8 && groups[to] === 0) to++;
    if (to - from > length) [start, length] = [from, to - from];
  }
  const hex = (some: readonly number[]) => some.map((group) => group.toString(16)).join(":");
  return start < 0 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function groupsOf(text: string): number[] {
  const [before = [], after] = text.split("::").map((half) => (half === "" ? [] : half.split(":").flatMap(groupOf)));
  if (!after) return before;
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** An IPv4 address at the end stands for two groups. */
function groupOf(part: string): number[] {
  if (!part.includes(".")) return [Number.parseInt(part, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
}
