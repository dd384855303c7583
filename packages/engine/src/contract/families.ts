/**
 * The one table of what detection may look at. Adding a family here is the only way to add one; `assertFeatures`
 * refuses whatever would encode what is said, in which language, or about whom (design invariant 1).
 */
export const families: Readonly<Record<FamilyName, Family>> = {
  co_timing: { axis: "coordinated", null: "A", suffices: true, features: ["account", "object", "time"] },
  co_selection: { axis: "coordinated", null: "B", suffices: false, features: ["account", "object"] },
  samples: { axis: "coordinated", null: "sample_rate", suffices: false, features: ["account", "text_identity"] },
  burst: { axis: "coordinated", null: "own_rhythm", suffices: false, features: ["object", "time"] },
  concentration: {
    axis: "inauthentic",
    null: "population_share",
    suffices: true,
    features: ["account", "prefix", "asn", "device", "client", "creation_day", "region_discount"],
  },
  origin: {
    axis: "inauthentic",
    null: "population_rate",
    suffices: true,
    features: ["account", "creation_time", "time"],
  },
  automation: {
    axis: "inauthentic",
    null: "population_rate",
    suffices: false,
    features: ["account", "time", "client"],
  },
  hire: { axis: "inauthentic", null: "people", suffices: true, features: ["people_evidence"] },
};

export type Axis = "coordinated" | "inauthentic";
export type FamilyName =
  | "co_timing"
  | "co_selection"
  | "samples"
  | "burst"
  | "concentration"
  | "origin"
  | "automation"
  | "hire";

/**
 * The null hypotheses, by name. A: who acted on what is fixed, and which of an object's times belongs to whom is
 * exchangeable. B: activity and popularity are fixed, and who meets whom on which object is exchangeable.
 */
export type NullName = "A" | "B" | "sample_rate" | "own_rhythm" | "population_share" | "population_rate" | "people";

export type Family = {
  readonly axis: Axis;
  readonly null: NullName;
  /**
   * Whether significance in it alone places a group on its axis. A crowd drawn by news bursts, fans choose alike, a
   * share button gives everybody its words, and a firm's scheduler keeps the clock: such families support, no more.
   */
  readonly suffices: boolean;
  readonly features: readonly string[];
};

/**
 * Whether one significant signal alone places a group on its axis. Waking never does, although origin suffices: it is read from the same
 * times that bring accounts together, so that newspapers that pause over a holiday, or pages that post once a month, wake together honestly.
 */
export function isSufficient({
  family,
  statistic,
}: {
  readonly family: FamilyName;
  readonly statistic: string;
}): boolean {
  return families[family].suffices && !statistic.startsWith("woke_");
}

/** Everything that a family may be computed from. `text_identity` says that two texts are the same, never what they say. */
export const admissibleFeatures: ReadonlySet<string> = new Set([
  "account",
  "object",
  "time",
  "text_identity",
  "prefix",
  "asn",
  "device",
  "client",
  "creation_day",
  "creation_time",
  "region_discount",
  "people_evidence",
]);

/** Throws when a family names a feature outside the table: a rule about content, stance or target is a bug. */
export function assertFeatures(table: Readonly<Record<string, Family>>): void {
  for (const [name, family] of Object.entries(table)) {
    for (const feature of family.features) {
      if (!admissibleFeatures.has(feature)) {
        throw new Error(`family ${name} names the feature "${feature}", which detection may not look at`);
      }
    }
  }
}
