import { lookup, Resolver } from "node:dns/promises";
import { addressOfHost, type AllowList } from "./addresses.ts";

/** Every address of a host, at least one. Rejects where there is none. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

export type ResolveOptions = {
  readonly allow: AllowList;
  /** How long a name server has for an answer, ms; asked twice. */
  readonly timeoutMs?: number;
  /** `address:port` of name servers; the system's unless stated. */
  readonly servers?: readonly string[];
};

/**
 * Asks the name servers ourselves, not by way of the system's function: that one occupies a thread of a pool of four for as long as a
 * hostile name server keeps silent. Hosts on the allow-list are the operator's own and may stand in a file of hosts, which
 * only the system reads.
 */
export function createResolveHost({ allow, timeoutMs = 3_000, servers }: ResolveOptions): ResolveHost {
  return async (hostname) => {
    const address = addressOfHost(hostname);
    if (address !== null) return [address];
    if (allow.hasHost(hostname)) return (await lookup(hostname, { all: true })).map((found) => found.address);
    const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = found.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (addresses.length === 0) throw new Error(`No address is known for ${hostname}.`);
    return addresses;
  };
}
