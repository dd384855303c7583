/**
 * When a delivery is tried again: after 10 s, and each time three times as long, at most a day. Twelve attempts, the last some
 * 75 hours after the first.
 */
export const backoff = { firstMs: 10_000, factor: 3, maxMs: 86_400_000, attemptsMax: 12, jitter: 0.2 } as const;
export type Backoff = { readonly [name in keyof typeof backoff]: number };

/**
 * Wait behind attempt `attempt` (from 1), ms. Spread by ±20 % (`random` is in [0, 1)), so that what failed together does not come back
 * together. `retryAfter`, seconds, is honoured up to the longest wait.
 */
export function waitAfter(
  attempt: number,
  {
    random,
    retryAfter,
    times = backoff,
  }: { readonly random: number; readonly retryAfter: number | null; readonly times?: Backoff },
): number {
  const { firstMs, factor, maxMs, jitter } = times;
  const even = Math.min(maxMs, firstMs * factor ** (attempt - 1));
  const spread = Math.round(even * (1 - jitter + 2 * jitter * random));
  return Math.max(spread, Math.min(maxMs, (retryAfter ?? 0) * 1_000));
}
