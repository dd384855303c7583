import { isIPv4, isIPv6 } from "node:net";

/**
 * The bytes of an IP address: 4 or 16, or null where there is none. One address has one form: ports, brackets, zone ids
 * and letter case fall away, and an IPv4 address written as IPv6 is the IPv4 address.
 */
export function parseAddress(raw: string): Uint8Array | null {
  const text = stripPort(raw.trim());
  if (isIPv4(text)) return Uint8Array.from(text.split("."), Number);
  const bare = text.split("%")[0] ?? "";
  if (!isIPv6(bare)) return null;
  const bytes = parseIPv6(bare.toLowerCase());
  return isMappedIPv4(bytes) ? bytes.slice(12) : bytes;
}

/** The /24 of an IPv4 address, the /48 of an IPv6 one. */
export function toPrefix(address: Uint8Array): Uint8Array {
  return address.slice(0, address.length === 4 ? 3 : 6);
}

function stripPort(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text);
  if (bracketed) return bracketed[1] ?? "";
  return /^[\d.]+:\d+$/.test(text) ? (text.split(":")[0] ?? "") : text;
}

function parseIPv6(text: string): Uint8Array {
  const [head = "", tail] = text.split("::");
  const front = toGroups(head);
  const back = toGroups(tail ?? "");
  const missing = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array.from({ length: missing }, () => 0), ...back];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

function toGroups(part: string): number[] {
  if (part === "") return [];
  return part.split(":").flatMap((group) => {
    if (!group.includes(".")) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function isMappedIPv4(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}
