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
