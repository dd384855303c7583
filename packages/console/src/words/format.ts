import type { Language } from "./languages.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How times are written: British for English, whose days and hours mean the same everywhere. */
const locales: Readonly<Record<Language, string>> = { en: "en-GB", "zh-Hans": "zh-Hans" };

/** Numbers and times as people of a language write them, in the time zone of the browser unless another is named. */
export type Format = {
  readonly language: Language;
  readonly number: (value: number) => string;
  /** Three significant digits: enough for what a statistic says. */
  readonly figure: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly dateTime: (at: number) => string;
  readonly date: (at: number) => string;
  readonly time: (at: number) => string;
  /** `in 3 days`, `5 minutes ago`. */
  readonly relative: (at: number, now: number) => string;
  /** How long: `3 days`, `20 minutes`. */
  readonly duration: (ms: number) => string;
  readonly list: (items: readonly string[]) => string;
};

/** Costly to make (a dozen Intl objects, about a millisecond): make one per language and keep it. */
export function createFormat(language: Language, timeZone?: string): Format {
  const locale = locales[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(locale);
  const figure = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", ...zone });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", ...zone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", ...zone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const list = new Intl.ListFormat(locale, { style: "short", type: "unit" });
  return {
    language,
    number: (value) => number.format(value),
    figure: (value) => toFigure(value, figure),
    percent: (share) => percent.format(share),
    dateTime: (at) => dateTime.format(at),
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    relative: (at, now) => {
      const [value, unit] = toUnit(at - now);
      return relative.format(value, unit);
    },
    duration: (ms) => {
      const [value, unit] = toUnit(ms);
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
    },
    list: (items) => (language === "zh-Hans" ? items.join("、") : list.format(items)),
  };
}

const superscripts = Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹");

/** What is smaller than a thousandth by its power of ten: `6.05 × 10⁻⁶⁰`. */
function toFigure(value: number, format: Intl.NumberFormat): string {
  if (value === 0 || Math.abs(value) >= 0.001 || !Number.isFinite(value)) return format.format(value);
  const [digits = "", power = ""] = value.toExponential(2).split("e-");
  const raised = Array.from(power)
    .map((digit) => superscripts[Number(digit)] ?? "")
    .join("");
  return `${format.format(Number(digits))} × 10⁻${raised}`;
}

/** The largest unit of which there is at least one and a half, so that little is lost by rounding. */
function toUnit(ms: number): readonly [value: number, unit: "second" | "minute" | "hour" | "day"] {
  const size = Math.abs(ms);
  if (size < 90 * secondMs) return [Math.round(ms / secondMs), "second"];
  if (size < 90 * minuteMs) return [Math.round(ms / minuteMs), "minute"];
  if (size < 36 * hourMs) return [Math.round(ms / hourMs), "hour"];
  return [Math.round(ms / dayMs), "day"];
}
