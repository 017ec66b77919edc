// IP addresses as the server takes them: no leading zeros, no zone, no IPv4 dressed up as IPv6.

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256);
}

export function isIp(text: string): boolean {
  if (!text.includes(":")) return isIpv4(text);
  if (!/^[0-9a-fA-F:.]+$/.test(text) || /^::ffff:[0-9.]+$/i.test(text)) return false;
  let groupsText = text;
  const last = text.slice(text.lastIndexOf(":") + 1);
  if (last.includes(".")) {
    if (!isIpv4(last)) return false;
    groupsText = `${text.slice(0, -last.length)}0:0`;
  }
  const halves = groupsText.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}

/** `10.0.0.0/8`: an address without anything beyond the length of its prefix. */
export function isCidr(text: string): boolean {
  const slash = text.lastIndexOf("/");
  const address = text.slice(0, Math.max(0, slash));
  const length = text.slice(slash + 1);
  if (slash < 0 || !isIp(address) || !/^(0|[1-9][0-9]{0,2})$/.test(length)) return false;
  const bits = bitsOf(address);
  return Number(length) <= bits.length && !bits.slice(Number(length)).includes("1");
}

/** Nobody's, one's own, or of the link only. */
export function isSpecialIp(text: string): boolean {
  const bits = bitsOf(text);
  const starts = (prefix: string) => bits.startsWith(prefix);
  if (!bits.includes("1")) return true;
  if (bits.length === 32) return starts("01111111") || starts("1010100111111110") || starts("111000000000000000000000");
  return /^0{127}1$/.test(bits) || starts("1111111010") || /^11111111.{4}0010/.test(bits);
}

/** Of a valid address, as zeros and ones. */
function bitsOf(text: string): string {
  const binary = (value: number, width: number) => value.toString(2).padStart(width, "0");
  if (!text.includes(":"))
    return text
      .split(".")
      .map((part) => binary(Number(part), 8))
      .join("");
  const groups = (half: string) =>
    half === ""
      ? ""
      : half
          .split(":")
          .map((group) => (group.includes(".") ? bitsOf(group) : binary(Number.parseInt(group, 16), 16)))
          .join("");
  const [before = "", after] = text.split("::").map(groups);
  return after === undefined ? before : before + "0".repeat(128 - before.length - after.length) + after;
}
