import type { Random } from "../random/random.ts";
import { composeClause, topicCount } from "../text/compose.ts";
import { readings, shapeGroups, splitPairs, traditionalPairs } from "./tables.ts";

/** Every attack that `evade` knows; a number at the end of a name is its strength in per cent of the characters. */
export const evasionKinds = [
  "zero_width",
  "variation_selectors",
  "separators",
  "emoji",
  "full_width",
  "traditional",
  "traditional_pinyin",
  "homophones_10",
  "homophones_20",
  "shapes_10",
  "shapes_20",
  "split",
  "pinyin_letters",
  "deletion",
  "clause_shuffle",
  "padding_50",
  "padding_100",
  "half_copy",
] as const;
export type EvasionKind = (typeof evasionKinds)[number];

/**
 * Rewrites a text as someone would who copies it and fears to be recognised: one attack, of which a reader notices
 * little. Attacks that need a character table touch only the characters of the simulator's own words; a text without
 * any comes back unchanged, as does one too short to be cut. Cost: linear in the text.
 */
export function evade(text: string, kind: EvasionKind, random: Random): string {
  return attacks[kind](text, random);
}

type Attack = (text: string, random: Random) => string;
type Swap = (unit: string, random: Random) => string | undefined;

const attacks: Readonly<Record<EvasionKind, Attack>> = {
  zero_width: (text, random) => insert(text, 1, () => random.pick(["\u200b", "\u200c", "\u200d", "\u2060"])),
  variation_selectors: (text, random) => insert(text, 1, () => random.pick(["\ufe0f", "\ufe00", "\u00ad"])),
  separators: (text, random) => {
    const separator = random.pick([" ", ".", "、", "·", "-"]);
    return insert(text, 1, () => separator);
  },
  emoji: (text, random) => insert(text, 4, () => random.pick(["😀", "🔥", "🌟", "💬", "🎈", "🍀", "👀"])),
  full_width: (text, random) => {
    const style = random.pick(letterStyles);
    return mapUnits(text, (unit) => style(unit.codePointAt(0) ?? 0) ?? unit);
  },
  traditional: (text) => mapUnits(text, toTraditional),
  traditional_pinyin: (text) => mapUnits(text, (unit) => withReading(toTraditional(unit), readingOf.get(unit))),
  homophones_10: (text, random) => swapShare(text, 0.1, homophone, random),
  homophones_20: (text, random) => swapShare(text, 0.2, homophone, random),
  shapes_10: (text, random) => swapShare(text, 0.1, lookalike, random),
  shapes_20: (text, random) => swapShare(text, 0.2, lookalike, random),
  split: (text, random) => swapShare(text, 0.2, (unit) => halvesOf.get(unit), random),
  pinyin_letters: (text, random) => swapShare(text, 0.1, letters, random),
  deletion: (text, random) =>
    Array.from(text)
      .filter(() => !random.chance(0.1))
      .join(""),
  clause_shuffle: (text, random) => random.shuffle(text.split(/(?<=[，。；！,.;!])/u)).join(""),
  padding_50: (text, random) => pad(text, 0.5, random),
  padding_100: (text, random) => pad(text, 1, random),
  half_copy: (text, random) => {
    const units = Array.from(text);
    const kept = Math.ceil(units.length / 2);
    const from = random.chance(0.5) ? 0 : units.length - kept;
    return units.slice(from, from + kept).join("");
  },
};

function insert(text: string, every: number, separator: () => string): string {
  const units = Array.from(text);
  return units.map((unit, i) => ((i + 1) % every === 0 && i + 1 < units.length ? unit + separator() : unit)).join("");
}

function mapUnits(text: string, change: (unit: string) => string): string {
  return Array.from(text, change).join("");
}

/** Swaps `share` of all characters, chosen among those that can be swapped. */
function swapShare(text: string, share: number, swap: Swap, random: Random): string {
  const units = Array.from(text);
  const places = random.shuffle(units.flatMap((unit, i) => (swap(unit, random) === undefined ? [] : [i])));
  for (const place of places.slice(0, Math.ceil(units.length * share))) {
    const unit = units[place] ?? "";
    units[place] = swap(unit, random) ?? unit;
  }
  return units.join("");
}

function pad(text: string, share: number, random: Random): string {
  const language = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  const wanted = Array.from(text).length * share;
  const before = random.chance(0.5);
  let padding = "";
  while (Array.from(padding).length < wanted) {
    padding += composeClause(random, language, random.below(topicCount)) + (language === "zh" ? "。" : ". ");
  }
  return before ? padding + text : `${text} ${padding}`;
}

const traditionalOf: ReadonlyMap<string, string> = new Map(traditionalPairs.map(([from = "", to = ""]) => [from, to]));

function toTraditional(unit: string): string {
  return traditionalOf.get(unit) ?? unit;
}

function withReading(unit: string, reading: string | undefined): string {
  return reading === undefined ? unit : `${unit}(${reading})`;
}

const readingOf: ReadonlyMap<string, string> = new Map(
  readings.flatMap((row) => {
    const reading = /^\P{Script=Han}+/u.exec(row)?.[0] ?? "";
    return Array.from(row.slice(reading.length), (unit): [string, string] => [unit, reading]);
  }),
);

const unitsOfSyllable: ReadonlyMap<string, readonly string[]> = groupBySyllable();

function groupBySyllable(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [unit, reading] of readingOf) {
    const syllable = toSyllable(reading);
    const group = groups.get(syllable);
    if (group === undefined) groups.set(syllable, [unit]);
    else group.push(unit);
  }
  return groups;
}

function homophone(unit: string, random: Random): string | undefined {
  const reading = readingOf.get(unit);
  if (reading === undefined) return undefined;
  const others = (unitsOfSyllable.get(toSyllable(reading)) ?? []).filter((other) => other !== unit);
  return others.length === 0 ? undefined : random.pick(others);
}

function letters(unit: string, random: Random): string | undefined {
  const reading = readingOf.get(unit);
  if (reading === undefined) return undefined;
  const syllable = toSyllable(reading);
  return random.chance(0.5) ? syllable : syllable.slice(0, 1);
}

/** A reading without its tone; ü stays itself. */
function toSyllable(reading: string): string {
  return reading
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0304\u030c]/g, "")
    .normalize("NFC");
}

function lookalike(unit: string, random: Random): string | undefined {
  const group = shapeGroups.find((units) => units.includes(unit));
  return group === undefined ? undefined : random.pick(Array.from(group).filter((other) => other !== unit));
}

const halvesOf: ReadonlyMap<string, string> = new Map(splitPairs.map((row) => [row.slice(0, 1), row.slice(1)]));

/** Full-width, circled and mathematical-bold forms of ASCII letters and digits; undefined where a style has none. */
const letterStyles: readonly ((code: number) => string | undefined)[] = [
  (code) => (code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : undefined),
  (code) => shift(code, { lower: 0x24d0, upper: 0x24b6, digit: 0x2460 - 1 }),
  (code) => shift(code, { lower: 0x1d41a, upper: 0x1d400, digit: 0x1d7ce }),
];

function shift(code: number, base: { lower: number; upper: number; digit: number }): string | undefined {
  if (code >= 0x61 && code <= 0x7a) return String.fromCodePoint(base.lower + code - 0x61);
  if (code >= 0x41 && code <= 0x5a) return String.fromCodePoint(base.upper + code - 0x41);
  // No circled nought stands beside the circled digits.
  if (code >= 0x31 && code <= 0x39) return String.fromCodePoint(base.digit + code - 0x30);
  return undefined;
}
