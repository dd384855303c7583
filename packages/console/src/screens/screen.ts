import type { Scope } from "@breakwater/contract";

export const screenKeys = [
  "now",
  "leads",
  "groups",
  "claims",
  "cases",
  "desks",
  "evidence",
  "figures",
  "set-up",
] as const;
export type ScreenKey = (typeof screenKeys)[number];

/** A screen as the navigation knows it. */
export type Screen = {
  readonly key: ScreenKey;
  /** The letter behind `g`. */
  readonly letter: string;
  /** Whoever holds one of these may come in; none: everybody. */
  readonly scopes: readonly Scope[];
  /** Where it is; null where it is still to be built. */
  readonly path: string | null;
  /** Where else its pages are, beside those below its path. */
  readonly alsoAt?: readonly string[];
};
