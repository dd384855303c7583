const dayMs = 86_400_000;
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Milliseconds since 1970 of a date and time read as UTC, or NaN when there is no such moment. Second 60 and hour 24 are
 * taken, as their writers mean them. Method: H. Hinnant, "chrono-compatible low-level date algorithms".
 */
export function toCivilMs(year: number, month: number, day: number, timeOfDayMs: number): number {
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return Number.NaN;
  if (month === 2 && day === 29 && !isLeap(year)) return Number.NaN;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * dayMs + timeOfDayMs;
}

/** Milliseconds into a day, or NaN. */
export function toTimeOfDayMs(hour: number, minute: number, second: number): number {
  if (hour > 24 || minute > 59 || second >= 61) return Number.NaN;
  return Math.floor((hour * 3600 + minute * 60 + second) * 1000);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
