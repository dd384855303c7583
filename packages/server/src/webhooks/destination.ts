import { addressOfHost, isPublicAddress, type AllowList } from "./addresses.ts";

export type UrlFault = "malformed" | "credentials" | "not_https" | "private_address";

export const urlFaults: Readonly<Record<UrlFault, string>> = {
  malformed: "This is no http or https URL without a fragment.",
  credentials: "A URL with a password would show it in logs; check the signature instead.",
  not_https: "Only https is called, but for hosts on the operator's allow-list.",
  private_address: "This address is not on the internet; one's own hosts belong on the operator's allow-list.",
};

/** What of a URL can be judged before its host is looked up, or null. Names are judged by what they resolve to, at each attempt. */
export function findUrlFault(text: string, allow: AllowList): UrlFault | null {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol) || text.includes("#")) return "malformed";
  if (url.username !== "" || url.password !== "") return "credentials";
  const isOwn = allow.hasHost(url.hostname);
  if (url.protocol === "http:" && !isOwn) return "not_https";
  const address = addressOfHost(url.hostname);
  return address === null || isOwn || isPublicAddress(address) ? null : "private_address";
}

/**
 * The addresses that may be connected to, or null where one of them may not: a name that leads to a private address as well is not
 * trusted with its others.
 */
export function checkAddresses(
  hostname: string,
  addresses: readonly string[],
  allow: AllowList,
): readonly string[] | null {
  if (allow.hasHost(hostname)) return addresses;
  return addresses.every((address) => isPublicAddress(address) || allow.hasAddress(address)) ? addresses : null;
}
