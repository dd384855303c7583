import { say } from "./catalogue.ts";
import { toGrouped, toPhrase, type Phrase } from "./phrase.ts";

/** A chance in words: "1 in 12,000", and past a million "1 in 10⁹". */
export function toChance(p: number): Phrase {
  if (!(p < 1)) return { en: "not unlikely", zh: "并不低" };
  return toChanceOfLog(p > 0 ? -Math.log(p) : Number.POSITIVE_INFINITY);
}

/** The same from the natural logarithm of an e-value: under the null, E or more comes at most once in E times. */
export function toChanceOfLog(logE: number): Phrase {
  if (!(logE > 0)) return toChance(1);
  const tens = logE / Math.LN10;
  if (tens >= 300) return { en: "less than 1 in 10³⁰⁰", zh: "低于 10³⁰⁰ 分之一" };
  if (tens >= 6) return toPowerOfTen(Math.floor(tens + roundingSlack));
  const times = toRounded(Math.exp(logE));
  return { en: `1 in ${times}`, zh: `${times} 分之一` };
}

/** −log10(1e-9) is a hair below 9 in floating point. */
const roundingSlack = 1e-9;

function toPowerOfTen(power: number): Phrase {
  const raised = String(power).replaceAll(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
  return { en: `1 in 10${raised}`, zh: `10${raised} 分之一` };
}

/** How unlikely a test's outcome is by chance: a p-value is a chance, an e-value bounds one. */
export function toUnlikeliness(test: {
  readonly p?: number | null;
  readonly logE: number | null;
  readonly q: number;
}): Phrase {
  const { p = null, logE, q } = test;
  if (p !== null) return sayChance(p);
  if (logE !== null && logE > 0) return say("chance_at_most", { chance: toChanceOfLog(logE) });
  return sayChance(q);
}

/** Where the chance is only bounded, or there is nothing unlikely, "about" would be wrong. */
function sayChance(p: number): Phrase {
  return p >= 1 || p < 1e-300 ? toChance(p) : say("chance_about", { chance: toChance(p) });
}

/** Two significant digits are as much as such a figure can bear. */
function toRounded(value: number): string {
  return toGrouped(value < 10 ? Number(value.toPrecision(2)) : Math.round(Number(value.toPrecision(2))));
}

const units = [
  [86_400_000, "d", "天"],
  [3_600_000, "h", "小时"],
  [60_000, "min", "分钟"],
  [1000, "s", "秒"],
] as const;

export function toDuration(ms: number): Phrase {
  for (const [size, en, zh] of units) {
    if (ms >= size) {
      const value = toGrouped(Math.round((ms / size) * 10) / 10);
      return { en: `${value} ${en}`, zh: `${value} ${zh}` };
    }
  }
  return { en: `${toGrouped(Math.round(ms))} ms`, zh: `${toGrouped(Math.round(ms))} 毫秒` };
}

/** UTC, no finer than the input's clock: `2024-05-03 14:22`. */
export function toMoment(at: number, tickMs = 1000): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return "–";
  const iso = new Date(at).toISOString();
  if (tickMs >= 86_400_000) return iso.slice(0, 10);
  if (tickMs >= 60_000) return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  return `${iso.slice(0, 10)} ${iso.slice(11, tickMs >= 1000 ? 19 : 23)}`;
}

/** RFC 3339 for machines; empty where there is no such time. */
export function toIso(at: number): string {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : "";
}

export function toPercent(share: number): Phrase {
  return toPhrase(`${Number((share * 100).toPrecision(share < 0.1 ? 2 : 3))}%`);
}
