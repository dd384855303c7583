import { Converter } from "opencc-js/cn2t";
import { pinyin } from "pinyin-pro";
import type { Random } from "../stats/random.ts";

/** A way in which a post is changed so that its copies are not recognised. `filler` is another, unrelated post. */
export type Attack = (post: string, random: Random, filler: string) => string;

export type AttackRow = {
  readonly name: string;
  readonly attack: Attack;
  /** Share of copies still at Jaccard 0.5 or more: after plain normalising, and with the extra key, as first measured. */
  readonly norm: number;
  readonly key: number;
};

/** The catalogue of evasions, with the figures to reach. `splits` is the dictionary of split characters. */
export function listAttacks(splits: ReadonlyMap<string, readonly string[]>): readonly AttackRow[] {
  const alike = shapeAlike(splits);
  return [
    { name: "zero-width between characters", attack: between("\u200b"), norm: 0.988, key: 0 },
    { name: "variation selectors", attack: between("\ufe0f"), norm: 0.988, key: 0 },
    { name: "soft hyphens", attack: between("\u00ad"), norm: 0.988, key: 0 },
    { name: "spaces between characters", attack: between(" "), norm: 0.988, key: 0 },
    { name: "dots between characters", attack: between("."), norm: 0.988, key: 0 },
    { name: "、 between characters", attack: between("、"), norm: 0.988, key: 0 },
    { name: "emoji every four characters", attack: emojiEvery(4), norm: 0.99, key: 0 },
    { name: "full-width letters and digits", attack: fullWidth, norm: 1, key: 0 },
    { name: "Traditional", attack: toTraditional, norm: 1, key: 0 },
    { name: "Traditional + readings in brackets", attack: withReadings, norm: 1, key: 0 },
    { name: "homophones 10%", attack: substitute(0.1, homophones()), norm: 0.98, key: 1 },
    { name: "homophones 20%", attack: substitute(0.2, homophones()), norm: 0.574, key: 1 },
    { name: "shape-alike 10%", attack: substitute(0.1, alike), norm: 0.995, key: 0 },
    { name: "shape-alike 20%", attack: substitute(0.2, alike), norm: 0.935, key: 0 },
    { name: "split characters 20%", attack: substitute(0.2, splits), norm: 0.634, key: 1 },
    { name: "spelled in letters 10%", attack: spell(0.1, (reading) => reading), norm: 0.907, key: 0 },
    { name: "initials 10%", attack: spell(0.1, (reading) => reading.slice(0, 1)), norm: 0.984, key: 0 },
    { name: "delete 10%", attack: deleteSome(0.1), norm: 0.986, key: 0 },
    { name: "clauses shuffled", attack: shuffleClauses, norm: 0.951, key: 0 },
    { name: "padding +50%", attack: pad(0.5), norm: 0.998, key: 1 },
    { name: "padding +100%", attack: pad(1), norm: 0.706, key: 1 },
    { name: "half copied", attack: half, norm: 0.71, key: 1 },
  ];
}

const isHan = /\p{Script=Han}/u;

function between(inserted: string): Attack {
  return (post) => Array.from(post).join(inserted);
}

function emojiEvery(count: number): Attack {
  const emoji = Array.from("😀😂😭👍🔥💰🎁🌹");
  return (post, random) =>
    Array.from(post)
      .map((character, i) => (i % count === count - 1 ? character + pick(emoji, random) : character))
      .join("");
}

const fullWidth: Attack = (post) =>
  post.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const traditional = Converter({ from: "cn", to: "t" });
const toTraditional: Attack = (post) => traditional(post);

const withReadings: Attack = (post, random, filler) =>
  Array.from(toTraditional(post, random, filler))
    .map((character) => (isHan.test(character) ? `${character}(${pinyin(character)})` : character))
    .join("");

/** Replaces a share of the characters that have a substitute. */
function substitute(share: number, table: ReadonlyMap<string, readonly string[]>): Attack {
  return (post, random) =>
    Array.from(post)
      .map((character) => {
        const choices = table.get(character);
        return choices !== undefined && random() < share ? pick(choices, random) : character;
      })
      .join("");
}

function readingOf(character: string): string {
  return pinyin(character, { toneType: "none" });
}

function spell(share: number, form: (reading: string) => string): Attack {
  return (post, random) =>
    Array.from(post)
      .map((character) => (isHan.test(character) && random() < share ? form(readingOf(character)) : character))
      .join("");
}

function deleteSome(share: number): Attack {
  return (post, random) =>
    Array.from(post)
      .filter(() => random() >= share)
      .join("");
}

const shuffleClauses: Attack = (post, random) => {
  const clauses = post.split(/(?<=[，。！？；,!?;])/u);
  return clauses
    .map((clause) => ({ clause, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ clause }) => clause)
    .join("");
};

function pad(share: number): Attack {
  return (post, _random, filler) => {
    const needed = Math.round(post.length * share);
    return post + filler.repeat(Math.ceil(needed / Math.max(1, filler.length))).slice(0, needed);
  };
}

const half: Attack = (post) => post.slice(0, Math.ceil(post.length / 2));

/** The common characters of the same syllable, whatever the tone. */
function homophones(): ReadonlyMap<string, readonly string[]> {
  const bySyllable = new Map<string, string[]>();
  for (const character of commonHan()) {
    const syllable = readingOf(character);
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), character]);
  }
  return othersOf(bySyllable);
}

/** Characters that share one half and differ in the other, which is a common radical: 请 and 情. */
function shapeAlike(splits: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const common = new Set(commonHan());
  const byHalf = new Map<string, string[]>();
  for (const [whole, pairs] of splits) {
    const second = pairs[0]?.slice(-1) ?? "";
    if (common.has(whole) && common.has(second)) byHalf.set(second, [...(byHalf.get(second) ?? []), whole]);
  }
  return othersOf(byHalf);
}

function othersOf(groups: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, readonly string[]>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const one of group)
      others.set(
        one,
        group.filter((other) => other !== one),
      );
  }
  return others;
}

/** The 3,755 most common Simplified characters: level 1 of GB 2312. */
function commonHan(): readonly string[] {
  const decoder = new TextDecoder("gb2312");
  const rows = Array.from({ length: 0xd8 - 0xb0 }, (_, i) => 0xb0 + i);
  const cells = Array.from({ length: 94 }, (_, i) => 0xa1 + i);
  return rows
    .flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
    .filter((character) => isHan.test(character));
}

function pick(choices: readonly string[], random: Random): string {
  return choices[Math.floor(random() * choices.length)] ?? "";
}
