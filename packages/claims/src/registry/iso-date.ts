/**
 * A day or a moment as ISO 8601, or undefined where it cannot be read. ISO 8601 comes back as it is, to the precision that
 * it has (`2020`, `2020-02`, `2020-02-25`, `2020-02-25T08:00:00+08:00`); other forms that registries use are turned into it. Day and
 * month are never guessed: 3/4/2020 is not read.
 *
 * @example
 * toIsoDate("25 February 2020"); // "2020-02-25"
 * toIsoDate("2020年2月25日"); // "2020-02-25"
 */
export function toIsoDate(text: string): string | undefined {
  const words = text.trim();
  if (words.length > lengthMax) return undefined;
  const iso = isoForm.exec(words);
  if (iso) return isClock(iso[4]) ? joinDate(iso[1], iso[2], iso[3], iso[4]) : undefined;
  const numbers = yearFirst.exec(words);
  if (numbers) return joinDate(numbers[1], numbers[2], numbers[3]);
  const [, day, month, year] = dayFirst.exec(words) ?? [];
  if (month !== undefined) return joinDate(year, monthNumber(month), day);
  const [, named, dayAfter, yearAfter] = monthFirst.exec(words) ?? [];
  return named === undefined ? undefined : joinDate(yearAfter, monthNumber(named), dayAfter);
}

/** Years 1000 to 9999. The end of the day, month or year that is named, epoch milliseconds; a time without a zone is UTC. */
export function toLatestMoment(iso: string): number {
  const [, year = "", month, day, clock] = isoForm.exec(iso) ?? [];
  if (year === "") return Number.NaN;
  if (clock !== undefined) return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso}Z`);
  const after =
    month === undefined
      ? Date.UTC(Number(year) + 1, 0)
      : day === undefined
        ? Date.UTC(Number(year), Number(month))
        : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
  return after - 1;
}

/** The beginning of the day, month or year that is named, epoch milliseconds; a time without a zone is UTC. */
export function toEarliestMoment(iso: string): number {
  const [, year = "", month = "01", day = "01", clock] = isoForm.exec(iso) ?? [];
  if (year === "") return Number.NaN;
  if (clock !== undefined) return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso}Z`);
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

const lengthMax = 64;
const isoForm =
  /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?))?)?)?$/;
const yearFirst = /^([1-9]\d{3})\s*[年/.]\s*(\d{1,2})\s*[月/.]\s*(\d{1,2})\s*日?$/;
const dayFirst = /^(?:[a-z]+,\s*)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+([1-9]\d{3})$/i;
const monthFirst = /^(?:[a-z]+,\s*)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+([1-9]\d{3})$/i;
const months = "january february march april may june july august september october november december".split(" ");

function monthNumber(word: string): string {
  const name = word.toLowerCase();
  return `${months.findIndex((month) => month === name || month.slice(0, 3) === name || (name === "sept" && month === "september")) + 1}`;
}

function joinDate(year?: string, month?: string, day?: string, clock?: string): string | undefined {
  const parts = [year ?? "", ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [day])];
  if (!isOnCalendar(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined;
  return parts.map((part) => part.padStart(2, "0")).join("-") + (clock === undefined ? "" : `T${clock}`);
}

function isOnCalendar(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isClock(clock: string | undefined): boolean {
  if (clock === undefined) return true;
  const [hours = 0, minutes = 0, seconds = 0] = clock
    .slice(0, 8)
    .split(":")
    .map((part) => Number.parseInt(part, 10));
  const [, zoneHours = "0", zoneMinutes = "0"] = /[+-](\d\d):(\d\d)$/.exec(clock) ?? [];
  return hours < 24 && minutes < 60 && seconds < 60 && Number(zoneHours) < 15 && Number(zoneMinutes) < 60;
}
