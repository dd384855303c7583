import type { Network, Pseudonym } from "@breakwater/records";
import { hashPair, mix32, toHexWord, toOpaqueWord } from "../random/hash.ts";
import type { Random } from "../random/random.ts";
import { topicCount, type Language } from "../text/compose.ts";
import type { Networks } from "./networks.ts";
import { chronotypes, dayMs } from "./rhythm.ts";

/** How an account came to be. */
export type Origin =
  /** Registered at any time in the last six years, the more likely the later; a few of them within the period. */
  | { readonly kind: "ordinary" }
  /** The same, but before the period: somebody on whom a scenario rests from its first moment. */
  | { readonly kind: "established" }
  /** Registered with others between two moments. */
  | { readonly kind: "batch"; readonly from: number; readonly to: number }
  /** Registered years ago and silent until a moment. */
  | { readonly kind: "dormant"; readonly until: number };

/**
 * The accounts of a community in columns. An account is an ordinal; its name is a scrambled number, so that nothing
 * about an account's nature can be read from its name or its place.
 */
export type Population = {
  count: number;
  readonly networks: Networks;
  /** Expected number of actions of its own over the whole period. */
  readonly activity: number[];
  readonly createdAt: number[];
  /** No action of its own before this moment. */
  readonly activeFrom: number[];
  readonly chronotype: number[];
  /** What it mostly talks about, and what else: topics. */
  readonly interest: number[];
  readonly sideInterest: number[];
  /** What an organiser lends to some accounts. */
  readonly rented: Map<number, Infrastructure>;
  readonly profiles: (Profile | undefined)[];
  readonly seed: number;
};

/** Addresses, devices and a client that are not the account's own, and how often it uses them. */
export type Infrastructure = {
  readonly networks: readonly Network[];
  /** Empty: each on its own device. */
  readonly devices: readonly Pseudonym[];
  readonly client: string | null;
  /** Share of the actions of the common cause that come from here. */
  readonly causeShare: number;
  /** Share of the account's own actions that come from here. */
  readonly ownShare: number;
};

/** What is needed to write an account's action, made when it first acts. */
export type Profile = {
  readonly account: string;
  readonly language: Language;
  readonly device: Pseudonym;
  readonly secondDevice: Pseudonym;
  readonly client: string;
  readonly home: Network;
  /** Share of its actions made over a carrier's NAT. */
  readonly mobileShare: number;
  /** Whether it hands its posts to the posting service. */
  readonly scheduled: boolean;
  readonly createdAt: number;
  readonly rented: Infrastructure | undefined;
};

const clients = ["android", "android", "android", "ios", "ios", "web", "web", "mini-app", "tablet", "reader", "deck"];
const yearMs = 365 * dayMs;
const newcomerShare = 0.015;
const scheduledShare = 0.03;
const chineseShare = 0.7;

export function createPopulation(networks: Networks, seed: number): Population {
  return {
    count: 0,
    networks,
    activity: [],
    createdAt: [],
    activeFrom: [],
    chronotype: [],
    interest: [],
    sideInterest: [],
    rented: new Map(),
    profiles: [],
    seed,
  };
}

/** Adds an account and returns its ordinal. `activity` may be set later. */
export function addAccount(
  population: Population,
  random: Random,
  newcomer: { readonly origin: Origin; readonly activity: number; readonly startAt: number; readonly endAt: number },
): number {
  const ordinal = population.count++;
  const createdAt = drawCreation(random, newcomer);
  population.activity.push(newcomer.activity);
  population.createdAt.push(createdAt);
  population.activeFrom.push(newcomer.origin.kind === "dormant" ? newcomer.origin.until : createdAt + 1);
  population.chronotype.push(drawChronotype(random));
  population.interest.push(random.below(topicCount));
  population.sideInterest.push(random.below(topicCount));
  return ordinal;
}

export function profileOf(population: Population, ordinal: number): Profile {
  return (population.profiles[ordinal] ??= createProfile(population, ordinal));
}

export function accountName(population: Population, ordinal: number): string {
  return `u${toHexWord(mix32(ordinal ^ mix32(population.seed + 1)))}`;
}

function createProfile(population: Population, ordinal: number): Profile {
  const draw = (salt: number): number => hashPair(hashPair(ordinal, salt), population.seed) / 2 ** 32;
  const device = toDevice(population.seed, ordinal * 2);
  return {
    account: accountName(population, ordinal),
    language: draw(1) < chineseShare ? "zh" : "en",
    device,
    secondDevice: draw(2) < 0.3 ? toDevice(population.seed, ordinal * 2 + 1) : device,
    client: clients[Math.floor(draw(3) * clients.length)] ?? "web",
    home: population.networks.home(ordinal),
    mobileShare: draw(4) * 0.9,
    scheduled: draw(5) < scheduledShare,
    createdAt: population.createdAt[ordinal] ?? 0,
    rented: population.rented.get(ordinal),
  };
}

export function toDevice(seed: number, n: number): Pseudonym {
  return `p-${toOpaqueWord(seed + 104_729, n)}` as Pseudonym;
}

function drawChronotype(random: Random): number {
  let u = random.next();
  for (const [i, type] of chronotypes.entries()) {
    u -= type.share;
    if (u < 0) return i;
  }
  return chronotypes.length - 1;
}

function drawCreation(
  random: Random,
  newcomer: { readonly origin: Origin; readonly startAt: number; readonly endAt: number },
): number {
  const { origin, startAt, endAt } = newcomer;
  switch (origin.kind) {
    case "batch":
      return Math.floor(random.between(origin.from, origin.to));
    case "dormant":
      return Math.floor(startAt - random.between(1.5, 6) * yearMs);
    case "ordinary":
      if (random.chance(newcomerShare)) return Math.floor(random.between(startAt, endAt));
      return drawPast(random, startAt);
    case "established":
      return drawPast(random, startAt);
  }
}

function drawPast(random: Random, startAt: number): number {
  return Math.floor(startAt - 1 - 6 * yearMs * random.next() ** 1.5);
}
