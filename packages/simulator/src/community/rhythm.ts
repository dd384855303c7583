const hourMs = 3_600_000;
/** The community lives in UTC+8, like its words. */
const zoneMs = 8 * hourMs;
export const dayMs: number = 24 * hourMs;

/** Share of a day's actions in each local hour. */
const hourly: readonly number[] = [
  26, 15, 8, 5, 4, 6, 14, 28, 42, 48, 50, 52, 60, 55, 46, 45, 47, 50, 56, 64, 72, 76, 66, 44,
];

/** How far each kind of person's day is shifted, in hours: early, usual, late, night shift. */
export const chronotypes: readonly { readonly shiftHours: number; readonly share: number }[] = [
  { shiftHours: -2, share: 0.2 },
  { shiftHours: 0, share: 0.5 },
  { shiftHours: 2, share: 0.25 },
  { shiftHours: 9, share: 0.05 },
];

/** Relative activity at a moment for someone whose day is shifted by `shiftHours`; interpolated between hours. */
export function rhythmAt(at: number, shiftHours: number): number {
  const local = at + zoneMs - shiftHours * hourMs;
  const hours = (local / hourMs) % 24;
  const hour = Math.floor(hours);
  const part = hours - hour;
  const level = (hourly[hour] ?? 0) * (1 - part) + (hourly[(hour + 1) % 24] ?? 0) * part;
  return level * (isWeekend(local) ? 1.15 : 1);
}

export function localHour(at: number): number {
  return Math.floor(((at + zoneMs) / hourMs) % 24);
}

/** Local midnight at or before a moment. */
export function dayStart(at: number): number {
  return Math.floor((at + zoneMs) / dayMs) * dayMs - zoneMs;
}

function isWeekend(local: number): boolean {
  const weekday = (Math.floor(local / dayMs) + 4) % 7;
  return weekday === 0 || weekday === 6;
}
