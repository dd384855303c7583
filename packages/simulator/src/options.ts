import type { Action } from "@breakwater/records";
import type { EvasionKind } from "./evasion/evade.ts";

/** What a scenario can be told. Every scenario has its own defaults; see `scenarioTable`. */
export type ScenarioKnobs = {
  /** Accounts with the common cause, without victims, sources and bystanders. */
  readonly size: number;
  /** Things that they do together: waves, posts copied, rooms, products, targets. */
  readonly objects: number;
  /** Longest delay behind the wave's first, ms. */
  readonly jitterMs: number;
  /** Chance that a member takes part in one of them, 0 to 1. */
  readonly join: number;
  /** Share of a member's actions that are its own ordinary ones, 0 to 0.95. */
  readonly camouflage: number;
  /** Attacks from which half of the copied texts get one. Empty: plain copies. */
  readonly evasion: readonly EvasionKind[];
  /** Addresses that the organiser lends. 0: each on its own line. */
  readonly addressPool: number;
  /** Devices that the organiser lends. 0: each on its own. */
  readonly devicePool: number;
  /** When it begins, as a share of the period, 0 to 1; give or take some. */
  readonly start: number;
  /** Begins at this very moment, ms since 1970 UTC, day or night, whatever `start` says; null: by `start`. */
  readonly beginAt: number | null;
  /** How long it goes on, in days; cut at the end of the period. */
  readonly spreadDays: number;
};

export const scenarioNames = [
  "copy_paste_hype",
  "paraphrase_army",
  "slow_drip",
  "camouflaged",
  "review_bombing",
  "live_room_inflation",
  "mass_reporting",
  "dormant_woken",
  "framing",
  "breaking_news",
  "petition",
  "fan_club",
  "share_button",
  "school_address",
  "carrier_nat",
  "live_bloggers",
  "scheduled_firm",
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** A scenario to plant. What is left out has the scenario's default; the same one may be planted several times. */
export type ScenarioSetting = { readonly scenario: ScenarioName } & Partial<ScenarioKnobs>;

export type SimulationOptions = {
  readonly scenarios: readonly ScenarioSetting[];
  /** About how many actions in all. Planted scenarios come whole, even where that makes more. */
  readonly actions: number;
  /** A whole number; the same options give the same actions to the byte. */
  readonly seed: number;
  /** Milliseconds since 1970 UTC. */
  readonly startAt: number;
  /** Length of the period; below 1 the daily rhythm is cut short. */
  readonly days: number;
};

export type Nature = "campaign" | "honest_crowd" | "background";
export type TruthRole = "operator" | "amplifier" | "source" | "bystander" | "victim" | "member" | "none";

/** The truth about one account of the input. */
export type TruthRow = {
  readonly account: string;
  /** The planted group that it belongs to or, for sources, victims and bystanders, stands beside; "" for none. */
  readonly group: string;
  readonly scenario: ScenarioName | "";
  /** Of the account itself: the victim of a campaign is `background`. */
  readonly nature: Nature;
  readonly role: TruthRole;
};

export interface Simulation {
  /**
   * All actions in order of time. May be called again, and then gives the same ones. Memory grows with the accounts
   * and the planted actions, not with the length of the stream.
   */
  actions(): Iterable<Action>;
  /** One row for each account that can act, in no telling order. */
  readonly truth: readonly TruthRow[];
}
