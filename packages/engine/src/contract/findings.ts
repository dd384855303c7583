import type { Axis, FamilyName, NullName } from "./families.ts";
import type { LayerName } from "./table.ts";

/** What one judged epoch found. Plain data: it can be written as JSON and read back whole. */
export type Findings = {
  /** First and last event time judged, milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly clock: Clock;
  readonly population: PopulationSummary;
  /** Strongest first. Every group is significant on the coordinated axis at the stated rate. */
  readonly groups: readonly Group[];
  readonly bursts: readonly Burst[];
  /** Candidates that were tested, over all layers: the denominator of the error control. */
  readonly candidatesTested: number;
  readonly fdr: number;
  readonly limits: readonly LimitReached[];
  readonly switchedOff: readonly SwitchedOff[];
  readonly insufficient: readonly Insufficiency[];
  /** Every account of the window with its score (0 where nothing is held), only when `options.evaluation` is set. */
  readonly scores: readonly AccountScore[];
};

export type AccountScore = { readonly account: string; readonly score: number; readonly actions: number };

/** The coarsest step that explains every time stamp; no window finer than it is ever used. */
export type Clock = { readonly name: "day" | "hour" | "minute" | "second" | "millisecond"; readonly tickMs: number };

export type PopulationSummary = {
  readonly actions: number;
  readonly accounts: number;
  readonly texts: number;
  readonly samples: number;
  /** Objects that at least two accounts touched, and their rows. */
  readonly layers: readonly { readonly layer: LayerName; readonly objects: number; readonly rows: number }[];
};

export type GroupKind = "campaign" | "coordinated";
export type Role = "operator" | "amplifier" | "bystander" | "source" | "unknown";

export type Group = {
  /** `g1`, `g2`, … in the order of `Findings.groups`. */
  readonly id: string;
  /** A campaign is significant on both axes; `coordinated` alone means "authenticity unknown" and opens no lead. */
  readonly kind: GroupKind;
  readonly layers: readonly LayerName[];
  /** First and last of the actions that the group is held by. */
  readonly from: number;
  readonly to: number;
  /** Natural logarithm of the group's co-timing e-value, and its e-BH adjusted level. */
  readonly logE: number;
  readonly q: number;
  readonly coordinated: readonly Signal[];
  readonly inauthentic: readonly Signal[];
  readonly accounts: readonly AccountFinding[];
  readonly objects: readonly SharedObject[];
  readonly edges: readonly Edge[];
  readonly inStepActions: InStepActions;
  readonly samples: readonly SampleEvidence[];
  readonly concentration: readonly ConcentrationEvidence[];
  readonly timeline: Timeline;
  readonly explanations: readonly Explanation[];
  /** Whose words each text in this evidence is: whoever deletes an action finds by it what has to go. In canonical order. */
  readonly quotes: readonly Quote[];
};

/** A text of the evidence, sample names included, and the id of the action that it is quoted from. */
export type Quote = { readonly text: string; readonly action: string };

/** One test of one group: what was seen, what its named null expects, and the actions behind it. */
export type Signal = {
  readonly family: FamilyName;
  readonly axis: Axis;
  readonly null: NullName;
  readonly layer: LayerName | null;
  /** A key that outputs turn into words, such as `accounts_in_window` or `effective_prefixes`. */
  readonly statistic: string;
  readonly observed: number;
  readonly expected: number;
  /** Natural logarithm of an e-value, where the test is one. */
  readonly logE: number | null;
  readonly p: number | null;
  /** Adjusted for all tests of the family in this epoch. */
  readonly q: number;
  /** An effect that must be large enough beside being unlikely; null where none is asked for. */
  readonly effect: Effect | null;
  /** Unlikely (`q` at most the false-discovery rate) and of an effect large enough. */
  readonly significant: boolean;
  /** At most `evidenceActionsMax` of them; `actionsTotal` counts all. */
  readonly actions: readonly EvidenceAction[];
  readonly actionsTotal: number;
};

/** A measure of how much there is of something, however surely: `value` is asked to be `least` or more. */
export type Effect = { readonly statistic: string; readonly value: number; readonly least: number };

export type EvidenceAction = {
  readonly id: string;
  readonly account: string;
  readonly at: number;
  readonly object: string | null;
  readonly text: string | null;
};

export type AccountFinding = {
  readonly account: string;
  readonly role: Role;
  /** Natural logarithm of the account's own leave-self-out e-value. */
  readonly score: number;
  readonly q: number;
  /** All actions of the account in the window, and those in step with the group. */
  readonly actions: number;
  readonly inStep: number;
  readonly families: readonly FamilyName[];
  /** Shared objects on which it acted in the group's window. */
  readonly objects: readonly string[];
  /** Expected number of those if its times were dealt anew inside each object. */
  readonly expected: number;
};

export type SharedObject = {
  readonly layer: LayerName;
  readonly id: string;
  /** Accounts of the group on it, all accounts on it, and the most of the group within one window. */
  readonly members: number;
  readonly accounts: number;
  readonly inWindow: number;
  readonly expected: number;
  readonly windowFrom: number;
  readonly windowTo: number;
};

/** Co-action of two accounts of a group: objects on which both were in step. */
export type Edge = {
  readonly source: string;
  readonly target: string;
  readonly layer: LayerName;
  readonly observed: number;
  readonly expected: number;
  readonly q: number;
  readonly objects: readonly string[];
};

/**
 * Members' actions in step on the objects listed, in the order of time, as columns: who, on what, when. At most `inStepActionsMax` of them, an even
 * sample beyond; `total` counts all.
 */
export type InStepActions = {
  readonly at: readonly number[];
  /** Places in the group's `accounts` and `objects`. */
  readonly account: readonly number[];
  readonly object: readonly number[];
  readonly total: number;
};

export type SampleEvidence = {
  readonly representative: string;
  readonly accounts: number;
  readonly actions: number;
  /** Distinct forms, the most used first; at most `sampleVariantsMax`. */
  readonly variants: readonly { readonly text: string; readonly account: string; readonly at: number }[];
};

export type ConcentrationTrait = "prefix" | "asn" | "device" | "client" | "creation_day";

export type ConcentrationEvidence = {
  readonly trait: ConcentrationTrait;
  /** Effective number of values (inverse Simpson) among the group's accounts, and expected of as many from the population. */
  readonly effective: number;
  readonly effectiveExpected: number;
  readonly accountsKnown: number;
  /** Largest values first, by ordinal: what they stand for is not in here. */
  readonly bars: readonly { readonly label: string; readonly group: number; readonly population: number }[];
};

export type Timeline = {
  readonly from: number;
  readonly stepMs: number;
  readonly observed: readonly number[];
  /** What the objects' own rhythm expects of as many actions. */
  readonly expected: readonly number[];
};

/** An honest reading that was weighed. `fits` says how well the evidence agrees with it; `reason` is a key for words. */
export type Explanation = {
  readonly kind:
    | "breaking_news"
    | "petition_or_fans"
    | "share_button"
    | "shared_network"
    | "scheduled_posting"
    | "syndication"
    | "copied_source";
  readonly fits: "well" | "partly" | "poorly" | "unknown";
  readonly reason: string;
  readonly numbers: Readonly<Record<string, number>>;
};

/** A lockstep burst, as it would have been raised live. */
export type Burst = {
  readonly at: number;
  readonly layer: LayerName | "stream";
  readonly object: string | null;
  readonly accounts: number;
  readonly windowMs: number;
  readonly expected: number;
  readonly p: number;
  /** Ids of the actions in the burst, at most `burstActionsMax`; `actionsTotal` counts all. */
  readonly actions: readonly string[];
  readonly actionsTotal: number;
};

/** A bound of the engine that this input reached: what was cut is counted, never dropped in silence. */
export type LimitReached = { readonly limit: string; readonly value: number; readonly times: number };

export type SwitchedOff = { readonly what: FamilyName | LayerName; readonly reason: string };

/** What could not be judged for want of data, and what would have been needed. */
export type Insufficiency = {
  readonly what: FamilyName | LayerName | "input";
  readonly reason: string;
  readonly have: number;
  readonly need: number;
};
