import type { Network, Pseudonym } from "@breakwater/records";
import { createAlias } from "../random/alias.ts";
import { hashPair, toOpaqueWord } from "../random/hash.ts";
import type { Random } from "../random/random.ts";

/** The addresses from which the community acts. All methods are pure look-ups, except `pool` and `shared`, which open new ones. */
export interface Networks {
  /** An account's own line; about one in five is shared with another household member. */
  home(account: number): Network;
  /** The carrier's NAT address that an account shares on a given day with hundreds of others. */
  mobile(account: number, day: number): Network;
  /** `count` addresses of one provider, two to four in each prefix: what someone rents. */
  pool(count: number): readonly Network[];
  /** One address behind which many sit. */
  shared(): Network;
  /** The address of the posting service that firms and hobbyists alike use. */
  readonly scheduler: Network;
}

const kinds = { homeAddress: 1, homePrefix: 2, mobileAddress: 3, mobilePrefix: 4, poolAddress: 5, poolPrefix: 6 };
const providerCount = 24;
const carrierCount = 3;
const regionCount = 16;
const accountsPerPrefix = 12;
const accountsPerCarrierPrefix = 400;
const addressesPerCarrierPrefix = 4;

export function createNetworks(random: Random, seed: number, expectedAccounts: number): Networks {
  const providers = createAlias(Float64Array.from({ length: providerCount }, (_, i) => 1 / (i + 1)));
  const homePrefixes = Math.max(24, Math.ceil(expectedAccounts / accountsPerPrefix));
  const homes: Network[] = [];
  const carrierPrefixes = Math.max(carrierCount * 2, Math.ceil(expectedAccounts / accountsPerCarrierPrefix));
  const mobiles = Array.from({ length: carrierPrefixes * addressesPerCarrierPrefix }, (_, i): Network => {
    const prefix = Math.floor(i / addressesPerCarrierPrefix);
    return {
      address: toPseudonym(kinds.mobileAddress, i),
      prefix: toPseudonym(kinds.mobilePrefix, prefix),
      asn: toAsn(prefix % carrierCount),
      region: toRegion(hashPair(prefix, seed)),
    };
  });
  let opened = 0;

  function toPseudonym(kind: number, n: number): Pseudonym {
    return `p-${toOpaqueWord(seed + kind * 7919, n)}` as Pseudonym;
  }

  function openHome(account: number): Network {
    const household = hashPair(seed, account) % (expectedAccounts * 2 + 1);
    const prefix = hashPair(household, seed) % homePrefixes;
    return {
      address: toPseudonym(kinds.homeAddress, household),
      prefix: toPseudonym(kinds.homePrefix, prefix),
      ...toPlace(prefix),
    };
  }

  function toPlace(prefix: number): { readonly asn: string; readonly region: string } {
    return {
      asn: toAsn(carrierCount + providers.at(hashPair(prefix, 11) / 2 ** 32)),
      region: toRegion(hashPair(prefix, 13)),
    };
  }

  function openPool(count: number, perPrefix: number): readonly Network[] {
    // At a provider that ordinary people use too.
    const { asn, region } = toPlace(random.below(homePrefixes));
    const first = opened;
    opened += count;
    return Array.from({ length: count }, (_, i) => ({
      address: toPseudonym(kinds.poolAddress, first + i),
      prefix: toPseudonym(kinds.poolPrefix, first + Math.floor(i / perPrefix)),
      asn,
      region,
    }));
  }

  const shared = (): Network => openPool(1, 1)[0] ?? {};
  return {
    home: (account) => (homes[account] ??= openHome(account)),
    mobile: (account, day) => {
      // A phone keeps its carrier prefix and changes the address behind it from day to day.
      const prefix = hashPair(account, seed + 5) % carrierPrefixes;
      const address = hashPair(account, day) % addressesPerCarrierPrefix;
      return mobiles[prefix * addressesPerCarrierPrefix + address] ?? {};
    },
    pool: (count) => openPool(count, 2 + random.below(3)),
    shared,
    scheduler: shared(),
  };
}

/** From the range that is kept for private use. */
function toAsn(provider: number): string {
  return `AS${64_512 + provider}`;
}

function toRegion(n: number): string {
  return `r-${String((n % regionCount) + 1).padStart(2, "0")}`;
}
