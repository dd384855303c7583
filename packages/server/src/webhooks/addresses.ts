import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The hosts and networks of one's own that may be called although they are private, and without TLS. */
export interface AllowList {
  /** The name, as a URL writes it, or the address itself is on the list. */
  hasHost(hostname: string): boolean;
  hasAddress(address: string): boolean;
}

/**
 * Reads entries such as `hooks.internal`, `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`. Throws on one that is neither a host name nor a network,
 * and on a network that holds everything: that would be a way to switch the guard off without saying so.
 */
export function createAllowList(entries: readonly string[]): AllowList {
  const networks: (readonly [Address, number])[] = [];
  const hosts = new Set<string>();
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) networks.push(toNetwork(entry));
    else if (isAddress(entry)) networks.push(toNetwork(`${entry}/${ipaddr.parse(entry).kind() === "ipv4" ? 32 : 128}`));
    else if (hostName.test(entry) && !/^[\d.]*$/.test(entry)) hosts.add(toHostKey(entry));
    else throw new RangeError(`Neither a host name, nor an address, nor a network: ${entry}.`);
  }
  const hasAddress = (text: string): boolean => {
    const address = parseAddress(text);
    if (address === null) return false;
    return networks.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
  };
  return { hasAddress, hasHost: (hostname) => hosts.has(toHostKey(hostname)) || hasAddress(unbracket(hostname)) };
}

const hostName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\.?$/i;

/**
 * Whether anybody on the internet could be behind the address. What is not clearly so is not: of IPv6 only global unicast, without the
 * ranges that lead into IPv4 (mapped, NAT64, 6to4, Teredo), since those lead to private addresses too.
 */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === null || address.range() !== "unicast") return false;
  if (address instanceof ipaddr.IPv6) return address.match(globalUnicast);
  return !cloudServices.has(address.toString());
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
/** Public by number, yet answered by the cloud's own host (Azure's wire server). */
const cloudServices = new Set(["168.63.129.16"]);

/** The host of a URL as an address, or null where it is a name. URLs have one form of each IPv4 address already. */
export function addressOfHost(hostname: string): string | null {
  const text = unbracket(hostname);
  return isAddress(text) ? text : null;
}

function parseAddress(text: string): Address | null {
  if (!isAddress(text)) return null;
  const address = ipaddr.parse(text.includes(":") ? toHexGroups(text) : text);
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** An IPv6 address without dots: ipaddr.js takes `::8.8.8.8` for an IPv4-mapped address, which it is not. */
function toHexGroups(address: string): string {
  return unbracket(new URL(`http://[${address}]`).hostname);
}

/** Of the forms that ipaddr.js reads, only those that mean the same everywhere: not `010.1`, which is octal for some. */
function isAddress(text: string): boolean {
  // A zone names a link of this machine: no such address is anybody's outside.
  return text.includes(":") ? isIPv6(text) && !text.includes("%") : ipaddr.IPv4.isValidFourPartDecimal(text);
}

function toNetwork(entry: string): readonly [Address, number] {
  const [address, bits] = ipaddr.parseCIDR(entry);
  if (bits === 0) throw new RangeError(`This network is everything: ${entry}.`);
  return [address, bits];
}

function unbracket(hostname: string): string {
  return hostname.startsWith("[") && hostname.endsWith("]") ? hostname.slice(1, -1) : hostname;
}

function toHostKey(hostname: string): string {
  return hostname.toLowerCase().replace(/\.$/, "");
}
