/** How a text is read. What casework can do alone is little; a server hands in the engine's normalising and its sounds. */
export type TextReader = {
  /** The key form: case, script, look-alikes, split characters, invisible signs make no difference. */
  readonly fold: (text: string) => string;
  /** A folded text by its sound, one unit per syllable; null where nobody knows sounds. */
  readonly sound: ((folded: string) => string) | null;
};

/** What needs no tables. */
export const plainReader: TextReader = {
  fold: (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  sound: null,
};

const digitLetters: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };

/** A text as words are looked for in it. */
export type ReadText = {
  /** Folded words, with digits read as the letters that they stand for, spaces at both ends. */
  readonly words: string;
  /** The Han characters alone, folded. */
  readonly han: string;
  /** The Han characters by sound. Empty where nobody knows sounds. */
  readonly hanSound: string;
  /** Runs of up to four Latin words as syllables, each by sound between two bars. */
  readonly latinSounds: ReadonlySet<string>;
};

/** Any Han character: a syllable in Latin letters counts as one beside it. */
const beside = "一";
const spelledMax = 4;

export function readText(text: string, { fold, sound }: TextReader): ReadText {
  const folded = fold(text);
  const latin = folded
    .replace(/\p{Script=Han}+/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  const chars = folded.replace(/\P{Script=Han}/gu, "");
  const latinSounds = new Set<string>();
  if (sound !== null) {
    for (let from = 0; from < latin.length; from += 1) {
      for (let count = 1; count <= spelledMax && from + count <= latin.length; count += 1) {
        const run = latin.slice(from, from + count).join("");
        if (run.length >= 4 && run.length <= 24) latinSounds.add(sound(beside + run).slice(1));
      }
    }
  }
  return {
    words: ` ${latin.map(readDigits).join(" ")} `,
    han: chars,
    hanSound: sound === null ? "" : sound(chars),
    latinSounds,
  };
}

/** `g0vernment` is a word with a digit in it; `2026` is a number. */
function readDigits(word: string): string {
  return /\p{L}/u.test(word) ? word.replace(/[013457]/g, (digit) => digitLetters[digit] ?? digit) : word;
}
