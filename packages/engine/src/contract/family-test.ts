import type { Effect } from "./findings.ts";

/** One family's test of one group, in numbers; the caller turns rows and numbers into a `Signal`. */
export type FamilyTest =
  | {
      readonly kind: "tested";
      /** A key that outputs turn into words. */
      readonly statistic: string;
      readonly observed: number;
      readonly expected: number;
      /** Conservative: at most its stated size under the family's null. Combined over the family's own statistics. */
      readonly p: number;
      /** How large the effect must be beside being unlikely; null where unlikely is enough. */
      readonly effect: Effect | null;
      /** Rows of the action table behind it, ascending. */
      readonly rows: Int32Array;
    }
  | TooLittle;

/** There was too little to judge by, and how much would have been needed of it. */
export type TooLittle = {
  readonly kind: "too_little";
  readonly reason: string;
  readonly have: number;
  readonly need: number;
};
