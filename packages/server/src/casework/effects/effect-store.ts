import type { Instant } from "@breakwater/casework";

export type EffectKind = "measure.apply" | "measure.reverse" | "hold.place" | "hold.release";
export type EffectState = "asked" | "confirmed" | "failed";

/** Something that the platform was asked to do, and what came of it. */
export type Effect = {
  /** `<measure>.apply`, `<measure>.reverse`, `<hold>.place`, `<hold>.release`. */
  readonly id: string;
  readonly kind: EffectKind;
  readonly decision: string | null;
  readonly hold: string | null;
  readonly measure: string | null;
  readonly type: string;
  readonly target: { readonly kind: string; readonly id: string };
  readonly account: string | null;
  readonly state: EffectState;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly failures: number;
  readonly reason: string | null;
  /** When it is asked again; null where it need not be. */
  readonly retryAt: Instant | null;
};

export type EffectQuery = {
  readonly state?: EffectState;
  readonly decision?: string;
  readonly after?: readonly [askedAt: number, id: string];
  readonly limit: number;
};

/** Effects, from the events that order them and from what the platform answers. Called inside a unit of the transactor. */
export interface EffectStore {
  put(effect: Effect): Promise<void>;
  find(id: string): Promise<Effect | null>;
  /** What was asked last comes first. */
  list(query: EffectQuery): Promise<readonly Effect[]>;
  /** Those to be asked again at `at`, the longest waiting first. */
  listRetries(at: Instant, limit: number): Promise<readonly Effect[]>;
  /** The platform spoke of an effect that nothing here ordered. */
  noteUnordered(id: string, at: Instant): Promise<void>;
  countUnordered(): Promise<number>;
}
