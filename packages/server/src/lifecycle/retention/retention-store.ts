import type { RuleName } from "./rule.ts";

/** How the last run of a rule went. */
export type RuleState = {
  readonly name: RuleName;
  /** When it last came to its end: milliseconds since 1970 UTC; 0 where it never did. */
  readonly ranAt: number;
  /** Since the service was set up, by code word. */
  readonly deleted: Readonly<Record<string, number>>;
  /** What the last try failed with; null where it did not. */
  readonly failure: string | null;
};

/** What rules have done; called inside a unit of the transactor. */
export interface RetentionStore {
  read(name: RuleName): Promise<RuleState | null>;
  write(state: RuleState): Promise<void>;
  /** By name. */
  list(): Promise<readonly RuleState[]>;
}
