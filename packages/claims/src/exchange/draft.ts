import type { Rating } from "./verdict-words.ts";

/** What a file says of one determination: under our names, not yet looked at, the verdict still in its publisher's words. */
export type Draft = {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Absent where the file says nothing of a verdict. */
  readonly rating?: Rating;
};
