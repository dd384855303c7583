import { dayMs, hourMs } from "./time.ts";

export const priorities = ["P0", "P1", "P2", "P3"] as const;
export type Priority = (typeof priorities)[number];

/**
 * What an operator may choose. Deadlines are in milliseconds, `…Months` in calendar months. The defaults are those of the specification
 * (docs/spec/casework.md); `settingBounds` says how far each may move. What is *not* here (two people, a statement before the effect,
 * an inverse of each measure) cannot be set.
 */
export type Settings = {
  readonly leadTtlMs: number;
  readonly firstActionMs: Readonly<Record<Priority, number>>;
  readonly replyMs: number;
  readonly replyDeclaredMediaMs: number;
  readonly emergencyConfirmMs: number;
  readonly appealWindowMonths: number;
  /** Where nobody could be told and nobody logged in: when the window is taken to have passed. */
  readonly appealWindowUninformedMonths: number;
  readonly appealDecisionMs: number;
  readonly appealDecisionComplexMs: number;
  readonly restoreMs: number;
  readonly disputeMs: number;
  readonly disputeComplexMs: number;
  readonly holdMs: number;
  readonly trendHoldMs: number;
  readonly legalHoldReviewMs: number;
  readonly retentionAfterAppealMonths: number;
  readonly reviewMonthsMax: number;
  readonly registerMonths: number;
  readonly registerMonthsMax: number;
  readonly operationSunsetMs: number;
  readonly bulkMax: number;
  readonly bulkSample: number;
  /** Accounts that one stage of a bulk decision touches. */
  readonly bulkStage: number;
  readonly integrityAccountsAlone: number;
  readonly authorityItemsMax: number;
  readonly correctionMs: number;
  /** Requests for a correction of one determination that may wait for an answer at a time. */
  readonly correctionsOpenMax: number;
  /** How long before its day a rule is known, unless its transitional notice says why it is not. */
  readonly ruleNoticeMs: number;
  /** Off: no hold is ever placed by a machine. */
  readonly holdsEnabled: boolean;
  /** Off: nobody can choose the category through which opinions would be judged. */
  readonly civicCategoryEnabled: boolean;
  /** Share of manifestly unfounded notices among all of a reporter's, from which a warning is possible. */
  readonly unfoundedShareMin: number;
  readonly unfoundedCountMin: number;
  readonly processingSuspensionMs: number;
  /** A team of two: what it cannot separate is allowed, marked and counted in public. Dual control stays. */
  readonly minimumStaffing: boolean;
  /** Whether the Digital Services Act applies: only then does a statement carry a territorial scope. */
  readonly servesEuropeanUnion: boolean;
  /** Fields of a case that may be shown to a partner desk. */
  readonly shareableFields: readonly string[];
};

export const defaultSettings: Settings = {
  leadTtlMs: 30 * dayMs,
  firstActionMs: { P0: hourMs, P1: 4 * hourMs, P2: 24 * hourMs, P3: 72 * hourMs },
  replyMs: 72 * hourMs,
  replyDeclaredMediaMs: 24 * hourMs,
  emergencyConfirmMs: 24 * hourMs,
  appealWindowMonths: 6,
  appealWindowUninformedMonths: 24,
  appealDecisionMs: 7 * dayMs,
  appealDecisionComplexMs: 14 * dayMs,
  restoreMs: 24 * hourMs,
  disputeMs: 90 * dayMs,
  disputeComplexMs: 180 * dayMs,
  holdMs: 72 * hourMs,
  trendHoldMs: 2 * hourMs,
  legalHoldReviewMs: 90 * dayMs,
  retentionAfterAppealMonths: 6,
  reviewMonthsMax: 12,
  registerMonths: 6,
  registerMonthsMax: 12,
  operationSunsetMs: 90 * dayMs,
  bulkMax: 200,
  bulkSample: 20,
  bulkStage: 60,
  integrityAccountsAlone: 10_000,
  authorityItemsMax: 50,
  correctionMs: 7 * dayMs,
  correctionsOpenMax: 100,
  ruleNoticeMs: 14 * dayMs,
  holdsEnabled: false,
  civicCategoryEnabled: false,
  unfoundedShareMin: 0.5,
  unfoundedCountMin: 3,
  processingSuspensionMs: 90 * dayMs,
  minimumStaffing: false,
  servesEuropeanUnion: false,
  shareableFields: ["claim", "question", "item_excerpt", "item_time", "media_hash", "signal_summary", "account_count"],
};

/** Least and greatest value of each number that has a legal or structural limit. */
export const settingBounds: Readonly<Partial<Record<keyof Settings, readonly [number, number]>>> = {
  emergencyConfirmMs: [hourMs, 24 * hourMs],
  appealWindowMonths: [6, 120],
  appealWindowUninformedMonths: [12, 240],
  holdMs: [hourMs, 72 * hourMs],
  trendHoldMs: [60_000, 2 * hourMs],
  legalHoldReviewMs: [dayMs, 90 * dayMs],
  retentionAfterAppealMonths: [6, 120],
  reviewMonthsMax: [1, 12],
  registerMonthsMax: [1, 12],
  operationSunsetMs: [dayMs, 90 * dayMs],
  ruleNoticeMs: [7 * dayMs, 365 * dayMs],
  bulkMax: [1, 200],
  bulkSample: [20, 200],
  bulkStage: [20, 200],
  unfoundedShareMin: [0.3, 1],
  unfoundedCountMin: [2, 1000],
  processingSuspensionMs: [dayMs, 180 * dayMs],
};

/** Names of the settings that lie outside of their bounds; empty when all may be used. */
export function listSettingFaults(settings: Settings): readonly string[] {
  const outside = Object.entries(settingBounds).flatMap(([name, [least, greatest]]) => {
    const value = settings[name as keyof Settings];
    return typeof value === "number" && value >= least && value <= greatest ? [] : [name];
  });
  return settings.registerMonths <= settings.registerMonthsMax ? outside : [...outside, "registerMonths"];
}
