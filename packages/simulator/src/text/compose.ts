import type { Random } from "../random/random.ts";
import * as en from "./words-en.ts";
import * as zh from "./words-zh.ts";

export type Language = "zh" | "en";

export const topicCount: number = zh.topicsZh.length;

/** A post of one to four clauses. Two calls hardly ever give near-identical texts: see the test for the rate. */
export function composePost(random: Random, language: Language, topic: number): string {
  const clauses = 2 + random.below(3);
  let text = composeClause(random, language, topic);
  for (let i = 1; i < clauses; i++) text += joiner(random, language) + composeClause(random, language, topic);
  return text + random.pick(language === "zh" ? zh.closerZh : en.closerEn);
}

/** A reply: mostly one clause, now and then a stock phrase that thousands of others also write. */
export function composeReply(random: Random, language: Language, topic: number): string {
  if (random.chance(0.1)) return random.pick(language === "zh" ? zh.stockZh : en.stockEn);
  const feeling = random.pick(language === "zh" ? zh.feelingZh : en.feelingEn);
  return feeling + (language === "zh" ? "，" : ", ") + composeClause(random, language, topic);
}

/** The reason that a reporter ticks: one of eight, alike for everybody. */
export function composeReason(random: Random, language: Language): string {
  return random.pick(language === "zh" ? zh.reasonZh : en.reasonEn);
}

export function composeHashtag(random: Random, language: Language, topic: number): string {
  const noun = (language === "zh" ? zh.topicsZh : en.topicsEn)[topic] ?? [];
  const tail = language === "zh" ? zh.adjectiveZh : en.adjectiveEn;
  return random.chance(0.6) ? random.pick(noun) : `${random.pick(noun)}${random.pick(tail)}`.replaceAll(" ", "");
}

export function composeClause(random: Random, language: Language, topic: number): string {
  return language === "zh" ? composeChinese(random, topic) : composeEnglish(random, topic);
}

function composeChinese(random: Random, topic: number): string {
  const noun = random.pick(zh.topicsZh[topic] ?? []);
  switch (random.below(9)) {
    case 0:
      return `${random.pick(zh.whenZh)}${random.pick(zh.whoZh)}在${random.pick(zh.whereZh)}${random.pick(zh.verbZh)}${noun}`;
    case 1:
      return `${noun}${random.pick(zh.adverbZh)}${random.pick(zh.adjectiveZh)}`;
    case 2:
      return `${random.pick(zh.whoZh)}${random.pick(zh.adverbZh)}${random.pick(zh.verbZh)}了${2 + random.below(98)}${random.pick(zh.measureZh)}${noun}`;
    case 3:
      return `${random.pick(zh.whereZh)}的${noun}比${random.pick(zh.whereZh)}的${random.pick(zh.adjectiveZh)}`;
    case 4:
      return `${random.pick(zh.feelingZh)}，${random.pick(zh.whoZh)}说${noun}${random.pick(zh.adjectiveZh)}`;
    case 5:
      return `${random.pick(zh.whenZh)}${random.pick(zh.adverbZh)}${random.pick(zh.verbZh)}${noun}，${random.pick(zh.feelingZh)}`;
    case 6:
      return `想问问${random.pick(zh.whereZh)}有没有${random.pick(zh.adjectiveZh)}的${noun}`;
    case 7:
      return `${random.pick(zh.whoZh)}${random.pick(zh.verbZh)}${noun}的样子${random.pick(zh.adverbZh)}${random.pick(zh.adjectiveZh)}`;
    default:
      return `${random.pick(zh.whereZh)}${random.pick(zh.verbZh)}到${noun}，${random.pick(zh.adverbZh)}${random.pick(zh.adjectiveZh)}`;
  }
}

function composeEnglish(random: Random, topic: number): string {
  const noun = random.pick(en.topicsEn[topic] ?? []);
  switch (random.below(8)) {
    case 0:
      return `${random.pick(en.whenEn)} ${random.pick(en.whoEn)} ${random.pick(en.verbEn)} ${noun} ${random.pick(en.whereEn)}`;
    case 1:
      return `${noun} ${random.pick(en.adverbEn)} ${random.pick(en.adjectiveEn)}`;
    case 2:
      return `${random.pick(en.whoEn)} ${random.pick(en.adverbEn)} ${random.pick(en.verbEn)} ${noun} ${2 + random.below(98)} times`;
    case 3:
      return `${noun} ${random.pick(en.whereEn)} ${random.pick(en.againstEn)} ${random.pick(en.whenEn)}`;
    case 4:
      return `${random.pick(en.feelingEn)}: ${random.pick(en.whoEn)} calls ${noun} ${random.pick(en.adjectiveEn)}`;
    case 5:
      return `${random.pick(en.adverbEn)} ${random.pick(en.verbEn)} ${noun} ${random.pick(en.whenEn)}`;
    case 6:
      return `${random.pick(en.askingEn)} ${random.pick(en.adjectiveEn)} ${noun} ${random.pick(en.whereEn)}`;
    default:
      return `${random.pick(en.whereEn)} ${random.pick(en.whoEn)} ${random.pick(en.verbEn)} ${random.pick(en.adjectiveEn)} ${noun}`;
  }
}

function joiner(random: Random, language: Language): string {
  if (language === "zh") return random.pick(["，", "。", "；", "，", "！"]);
  return random.pick([", ", ". ", "; ", " and ", " - "]);
}
