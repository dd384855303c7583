import type { LintCode } from "../policies/lint/lint-codes.ts";
import type { Grade } from "../ladder/grades.ts";
import type { Level } from "../ladder/levels.ts";
import type { Instant } from "./time.ts";

/** A strike that an account bears: which measure left it, at which level, and until when it counts. */
export type Strike = {
  readonly measure: string;
  readonly decision: string;
  readonly level: number;
  readonly at: Instant;
  readonly until: Instant;
};

/** A version of a rule by which may be decided now, and the levels that it allows at each gravity. */
export type RuleInForce = {
  readonly rule: { readonly id: string; readonly version: string };
  readonly ladder: Readonly<Record<Grade, readonly Level[]>>;
};

/** Findings of the linter that two people let through in one version of a rule, and until when. */
export type OverrideInForce = { readonly codes: readonly LintCode[]; readonly until: Instant };

/**
 * What a machine has to know of other objects, read in the same transaction as the object itself. The desk fills it; a machine never
 * looks anything up.
 */
export type Related = {
  /** Staff who took part in objects that this one belongs to or came from, by id. */
  readonly involved: readonly string[];
  /** Staff who handled the authority's request that this began with: they neither work on it nor approve. */
  readonly barred: readonly string[];
  /** Strikes of the accounts concerned, decayed ones included. */
  readonly strikes: Readonly<Record<string, readonly Strike[]>>;
  /** Partner desks that may be asked. */
  readonly activeDesks: readonly string[];
  /** Decisions that removed something and stand: what an interception may match. */
  readonly removalsInForce: readonly string[];
  /** Determinations that are published and stand. */
  readonly determinations: readonly string[];
  /** Versions of rules that are in force. */
  readonly rulesInForce: readonly RuleInForce[];
  /** Of this version of a rule. */
  readonly overrides: readonly OverrideInForce[];
};

export const nothingRelated: Related = {
  involved: [],
  barred: [],
  strikes: {},
  activeDesks: [],
  removalsInForce: [],
  determinations: [],
  rulesInForce: [],
  overrides: [],
};
