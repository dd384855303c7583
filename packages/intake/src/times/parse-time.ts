import { toCivilMs, toTimeOfDayMs } from "./civil.ts";
import { parseOffset, utc, type Zone } from "./zone.ts";

export type TimeValue = string | number;

/** How `3/4/2021` is meant. */
export type DateOrder = "day_first" | "month_first";

export type TimeOptions = {
  /** For times that name none. */
  readonly zone?: Zone;
  readonly dateOrder?: DateOrder | null;
};

/**
 * Milliseconds since 1970 UTC, or NaN where the value is no time that we can read. Read are epoch seconds, milli-, micro- and
 * nanoseconds (told apart by size: their ranges for 1973–5138 do not meet), ISO 8601 and its loose forms, the forms of
 * Twitter, RFC 2822 and Chinese, and numeric dates with the year last when `dateOrder` says how. A day alone is its midnight.
 */
export function parseTime(value: TimeValue, options: TimeOptions = {}): number {
  if (typeof value === "number") return fromEpoch(value);
  const zone = options.zone ?? utc;
  const plain = value.length === 10 ? parseSeconds(value) : parseSortable(value, zone);
  if (!Number.isNaN(plain)) return plain;
  const text = value.trim();
  if (text.length === 0 || text.length > longestTime) return Number.NaN;
  if (/^[+-]?\d+(\.\d*)?$/.test(text)) return fromDigits(text, zone);
  return parseYearFirst(text, zone) ?? parseMonthName(text, zone) ?? parseYearLast(text, zone, options) ?? Number.NaN;
}

const longestTime = 64;

function fromEpoch(value: number): number {
  const size = Math.abs(value);
  if (size < 1e11) return Math.floor(value * 1000);
  if (size < 1e14) return Math.floor(value);
  return Math.floor(size < 1e17 ? value / 1e3 : value / 1e6);
}

/** Ten digits, the epoch seconds of 2001 to 2286, which most exports of ids hold. */
function parseSeconds(text: string): number {
  let seconds = 0;
  for (let i = 0; i < 10; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    seconds = seconds * 10 + digit;
  }
  return seconds * 1000;
}

function fromDigits(text: string, zone: Zone): number {
  // 20130621 and 20130621130336 are dates: as epochs they would lie in 1970 and in 2607.
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(text);
  if (!compact) return fromEpoch(Number(text));
  const [, year, month, day, hour, minute, second] = compact;
  const time = toTimeOfDayMs(Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  return toMoment(toCivilMs(Number(year), Number(month), Number(day), time), undefined, zone);
}

/** The common `2013-06-21 13:03:36`, with `T` and `Z` or without, read digit by digit: most rows of most files are this. */
function parseSortable(text: string, zone: Zone): number {
  const length = text.length;
  if (length !== 19 && !(length === 20 && text.charCodeAt(19) === 0x5a)) return Number.NaN;
  const separator = text.charCodeAt(10);
  if (separator !== 0x20 && separator !== 0x54) return Number.NaN;
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return Number.NaN;
  if (text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) return Number.NaN;
  const time = toTimeOfDayMs(twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17));
  const civil = toCivilMs(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8), time);
  return length === 20 || zone === utc ? civil : civil - zone.offsetMs(civil);
}

function twoDigits(text: string, at: number): number {
  const high = text.charCodeAt(at) - 48;
  const low = text.charCodeAt(at + 1) - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN;
}

const clock = String.raw`(\d{1,2})[:时時点點](\d{1,2})(?:[:分](\d{1,2}(?:[.,]\d{1,9})?)?秒?)?分?`;
const meridiem = String.raw`(?:\s*([AaPp])\.?[Mm]\.?)?`;
const zoneWord = String.raw`(?:\s*(Z|[A-Z]{2,4}|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?))?(?:\s*\([^)]{0,32}\))?`;
const yearFirst = new RegExp(
  String.raw`^([+-]?\d{4,6})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T,\s]*${clock}${meridiem}${zoneWord})?$`,
);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T,\s]+${clock}${meridiem}${zoneWord})?$`);
const rfc2822 = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?:[,\s]+(?:at\s+)?${clock}${meridiem}${zoneWord})?$`,
);
const monthFirstName = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,\s]+(?:at\s+)?${clock}${meridiem}${zoneWord})?$`,
);
const twitter = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}|[A-Z]{1,4}) (\d{4})$/;

function parseYearFirst(text: string, zone: Zone): number | null {
  const match = yearFirst.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  return fromParts(Number(year), Number(month), Number(day), match.slice(4), zone);
}

function parseMonthName(text: string, zone: Zone): number | null {
  const tweet = twitter.exec(text);
  if (tweet) {
    const [, month, day, hour, minute, second, offset, year] = tweet;
    return fromParts(Number(year), toMonth(month), Number(day), [hour, minute, second, undefined, offset], zone);
  }
  const dayThenMonth = rfc2822.exec(text);
  if (dayThenMonth) {
    const [, day, month, year] = dayThenMonth;
    return fromParts(Number(year), toMonth(month), Number(day), dayThenMonth.slice(4), zone);
  }
  const monthThenDay = monthFirstName.exec(text);
  if (!monthThenDay) return null;
  const [, month, day, year] = monthThenDay;
  return fromParts(Number(year), toMonth(month), Number(day), monthThenDay.slice(4), zone);
}

function parseYearLast(text: string, zone: Zone, options: TimeOptions): number | null {
  const match = yearLast.exec(text);
  if (!match) return null;
  const [, first, separator, second, year] = match;
  // Dotted dates are written day first wherever they are written.
  const order = separator === "." ? "day_first" : options.dateOrder;
  if (!order) return null;
  const [day, month] = order === "day_first" ? [first, second] : [second, first];
  return fromParts(Number(year), Number(month), Number(day), match.slice(5), zone);
}

/** `rest` is hour, minute, second, meridiem letter, zone word; each may be missing. */
function fromParts(
  year: number,
  month: number,
  day: number,
  rest: readonly (string | undefined)[],
  zone: Zone,
): number {
  const [hour, minute, second, half, zoneName] = rest;
  let hours = Number(hour ?? 0);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return Number.NaN;
    hours = (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const time = toTimeOfDayMs(hours, Number(minute ?? 0), Number((second ?? "0").replace(",", ".")));
  return toMoment(toCivilMs(year, month, day, time), zoneName, zone);
}

function toMoment(civilMs: number, zoneName: string | undefined, zone: Zone): number {
  return civilMs - (zoneName === undefined ? zone.offsetMs(civilMs) : parseOffset(zoneName));
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function toMonth(name: string | undefined): number {
  return months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

/** What one value says about the order of its column: an order, `open` where both fit, or null where the form needs none. */
export function findDateOrder(value: TimeValue): DateOrder | "open" | null {
  if (typeof value === "number" || value.length < 8) return null;
  if (!isDateSign(value.charCodeAt(1)) && !isDateSign(value.charCodeAt(2))) return null;
  const match = /^(\d{1,2})[-/](\d{1,2})[-/]\d{4}\b/.exec(value);
  if (!match) return null;
  if (Number(match[1]) > 12) return "day_first";
  return Number(match[2]) > 12 ? "month_first" : "open";
}

function isDateSign(code: number): boolean {
  return code === 0x2d || code === 0x2f;
}
