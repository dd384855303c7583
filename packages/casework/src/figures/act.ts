import type { EventOf, ObjectKind } from "../desk/machines.ts";
import type { Instant } from "../kernel/time.ts";

export type AnyEvent = EventOf<ObjectKind>;

/**
 * One event as it may be told to everybody for ever: code words, numbers and times. No id of anybody, no word that somebody wrote. What
 * is published is counted from these alone.
 */
export type Act = {
  /** Of the event: `lead_dismissed`, `appeal_decided`, … */
  readonly kind: string;
  readonly at: Instant;
  /** In which role it was done; of `decision_opened`, the part that the account was found to have played. */
  readonly role: string;
  /** Rung of the ladder: of a measure, or the highest of a decision. */
  readonly level: number | null;
  /** `IA-1:3`: the rule that was applied and its version. */
  readonly rule: string | null;
  /** Further times, by code word. */
  readonly times: Readonly<Record<string, Instant>>;
  readonly words: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
};

/** An act with its place: of which object, and what that object came from. Keys are the reader's own; equal keys are one object. */
export type PlacedAct = Act & { readonly key: string; readonly origin: string | null };

const countMax = 999_999;

/** Many is told as the most that may be told. */
export function toCount(value: number): number {
  return Math.min(Math.max(0, Math.trunc(value)), countMax);
}

/** The text as a code word, or null where it cannot be one: then it is not told. */
export function findCodeWord(text: string): string | null {
  const word = text.toLowerCase().replaceAll("-", "_");
  return /^[a-z][a-z0-9_]{0,63}$/.test(word) && !/\d{7}/.test(word) ? word : null;
}

export function toCodeWord(text: string): string {
  return findCodeWord(text) ?? "unknown";
}
