/** Milliseconds since 1970, UTC. */
export type Instant = number;

export const hourMs = 3_600_000;
export const dayMs: number = 24 * hourMs;

/**
 * The same day of the month and time, `months` later; the last day where that month is shorter (31 August + 6 months is 28 or 29
 * February). Months of the calendar because the law counts them so; UTC.
 */
export function addMonths(at: Instant, months: number): Instant {
  const date = new Date(at);
  const day = date.getUTCDate();
  const first = new Date(at);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.getTime();
}

/** `YYYY-MM-DD`, UTC. */
export function toDateText(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
