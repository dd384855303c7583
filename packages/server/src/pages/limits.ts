import { correctionTextMax } from "@breakwater/contract";

/** Bounds of what people write into the pages. Counts of UTF-16 units, but where they say otherwise. */
export const limits = {
  /** An answer, an objection, what shows it. */
  textMax: 10_000,
  pointsMax: 20,
  /** A name, a reference. */
  nameMax: 300,
  locationMax: 4_000,
  reasonsMax: 20_000,
  checkMax: 10_000,
  correctionMax: correctionTextMax,
  /** A form with all of it, percent-encoded at nine bytes a Chinese character. */
  formBytesMax: 400_000,
  /** Of one address, in a minute. */
  viewsPerMinute: 120,
  formsPerMinute: 20,
  statementsShown: 20,
  claimsShown: 20,
} as const;
