import type { Attempts, AttemptStore } from "./ports/attempt-store.ts";

/** How attempts that fail in a row are slowed down. */
export type ThrottleRule = {
  /** So many cost nothing: people mistype. */
  readonly freeMax: number;
  /** The wait after the next one; it doubles with each. */
  readonly firstMs: number;
  readonly waitMax: number;
  /** From here on nothing is taken until it is cleared; infinite for none. */
  readonly failuresMax: number;
};

/** One login, by anybody. NIST SP 800-63B-4, 3.2.2: at most 100 in a row. */
export const loginRule: ThrottleRule = { freeMax: 5, firstMs: 1_000, waitMax: 3_600_000, failuresMax: 100 };
/** One network, for all logins: an office behind one address mistypes more often. */
export const networkRule: ThrottleRule = { freeMax: 20, firstMs: 1_000, waitMax: 900_000, failuresMax: Infinity };

export type Charge =
  | { readonly kind: "taken"; readonly failures: number }
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "locked" };

/**
 * Counts an attempt as failed before it is known to be: many at once cannot slip past the count. Who turns out to be right has it
 * cleared. After a clock stepped back nobody waits longer than they would have.
 */
export async function chargeAttempt(
  store: AttemptStore,
  key: string,
  { rule, at }: { readonly rule: ThrottleRule; readonly at: number },
): Promise<Charge> {
  const before = (await store.get(key)) ?? { failures: 0, lastAt: at };
  if (before.failures >= rule.failuresMax) return { kind: "locked" };
  if (before.lastAt > at) await store.put(key, { ...before, lastAt: at });
  const waitMs = toWait(before, rule, at);
  if (waitMs > 0) return { kind: "wait", waitMs };
  await store.put(key, { failures: before.failures + 1, lastAt: at });
  return { kind: "taken", failures: before.failures + 1 };
}

/** Takes one charge back. */
export async function refundAttempt(store: AttemptStore, key: string): Promise<void> {
  const attempts = await store.get(key);
  if (attempts === null) return;
  if (attempts.failures <= 1) await store.delete(key);
  else await store.put(key, { ...attempts, failures: attempts.failures - 1 });
}

function toWait({ failures, lastAt }: Attempts, rule: ThrottleRule, at: number): number {
  if (failures < rule.freeMax) return 0;
  const wait = Math.min(rule.waitMax, rule.firstMs * 2 ** (failures - rule.freeMax));
  return Math.min(lastAt, at) + wait - at;
}
