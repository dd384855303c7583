import { createHmac } from "node:crypto";
import ipaddr from "ipaddr.js";

const ipv6Bits = 64;
const keyedMs = 86_400_000;

/**
 * Pseudonyms of networks for counting attempts. The key is made in memory, thrown away after a day and never written: from a pseudonym nobody
 * gets back to an address. Of IPv6 the first 64 bits count, which is what one customer has.
 */
export function createNetworkPseudonyms({
  randomBytes,
  now,
}: {
  readonly randomBytes: (bytes: number) => Uint8Array;
  readonly now: () => number;
}): (address: string) => string | null {
  let [key, since] = [randomBytes(32), now()];
  return (address) => {
    if (Math.abs(now() - since) >= keyedMs) [key, since] = [randomBytes(32), now()];
    if (!ipaddr.isValid(address)) return null;
    const parsed = ipaddr.process(address);
    const bytes = parsed.kind() === "ipv6" ? parsed.toByteArray().slice(0, ipv6Bits / 8) : parsed.toByteArray();
    return createHmac("sha256", key).update(Uint8Array.from(bytes)).digest("base64url");
  };
}
