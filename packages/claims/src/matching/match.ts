import type { FieldKind } from "../search/fields.ts";
import { standingObstacles, type StandingObstacle } from "../registry/standing.ts";
import type { StanceReading } from "../stance/read-stance.ts";
import type { Contribution } from "./model.ts";
import type { Span } from "./spans.ts";

export type Relation = "repeats" | "mentions" | "none";
export type Band = "recognised" | "suggest" | "nothing";

const holdsOfTexts = [
  "post_too_short",
  "claim_too_short",
  /** The claim is as long as several: whoever repeats one of them does not repeat it. */
  "claim_too_long",
  /** Too little of what the post shares with the entry is telling. */
  "shared_too_little",
  /** The entry files its own explanation, or another refutation, as the claim: what the rumour says is not told. */
  "claim_is_refutation",
  /** The claim is the beginning of the explanation: which of them it is, nobody has told. */
  "claim_is_explanation",
  "other_quantity",
  "other_negation",
  "outside_validity",
  "stance_unclear",
  "speaks_about_it",
  /** An entry that is nearer to the post says otherwise, or is spoken about. */
  "nearer_match_differs",
] as const;
/** Why a match that looks certain is only suggested. */
export type Hold = StandingObstacle | (typeof holdsOfTexts)[number];
export const holds: readonly Hold[] = [...standingObstacles, ...holdsOfTexts];

export type Match = {
  readonly entry: string;
  readonly relation: Relation;
  readonly band: Band;
  /** Calibrated chance, 0 to 1, that the post carries the entry's claim; says nothing of whether it asserts it. */
  readonly confidence: number;
  /** The part of the entry that is most like the post, and its text; empty where the band is `nothing`. */
  readonly field: FieldKind;
  readonly fieldText: string;
  /** Shared places of the post and of `fieldText`; none where the band is `nothing`. */
  readonly spans: { readonly post: readonly Span[]; readonly entry: readonly Span[] };
  readonly why: Why;
};

export type Why = {
  /** The features that counted most, with their share of the log-odds. */
  readonly features: readonly Contribution[];
  readonly stance: StanceReading;
  /** What keeps it from `recognised`. */
  readonly holds: readonly Hold[];
  /** It was found by its sound: characters were changed for others. */
  readonly isBySound: boolean;
};
