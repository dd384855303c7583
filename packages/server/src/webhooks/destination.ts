import type { ReasonCode } from "@breakwater/contract";
import { addressOfHost, isPublicAddress, type AllowList } from "./addresses.ts";

export type UrlFault = "malformed" | "credentials" | "not_https" | "private_address";

export const urlFaults = {
  malformed: "webhook_url_malformed",
  credentials: "webhook_url_credentials", // scan-secrets: fixture
  not_https: "webhook_url_not_https",
  private_address: "webhook_url_private_address",
} as const satisfies Readonly<Record<UrlFault, ReasonCode>>;

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
