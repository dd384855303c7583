import { readingTable } from "./readings.ts";

/** First unit of the private-use range in which a key writes its syllables. */
const firstSyllable = 0xf000;

let units: Uint16Array | undefined;
let spelled: ReadonlyMap<string, number> | undefined;

/**
 * A normalised text by its sound, one unit per syllable: texts that differ only in characters of the same or nearly the same
 * sound have the same key. n and l, zh and z, ch and c, sh and s, -ng and -n count as one, and a syllable spelled in Latin letters
 * beside Han characters, or a digit, as if it were written in them. What has no reading stays itself. Cost: linear.
 *
 * @example
 * pinyinKey("网络谣言") === pinyinKey("网洛yao岩"); // true
 */
export function pinyinKey(normalised: string): string {
  const bySound = soundUnits();
  let key = "";
  for (let i = 0; i < normalised.length; i += 1) {
    const unit = bySound[normalised.charCodeAt(i)] ?? 0;
    key += unit === 0 ? normalised.charAt(i) : String.fromCharCode(unit);
  }
  return spellOut(key);
}

/** The unit of each code unit's sound; 0 where it has none. */
export function soundUnits(): Uint16Array {
  units ??= buildUnits();
  return units;
}

const besideSyllable = /(?<=[\uf000-\uf7ff])[a-z]+|[a-z]+(?=[\uf000-\uf7ff])/g;

function spellOut(key: string): string {
  return key.replace(besideSyllable, (letters) => splitSyllables(letters) ?? letters);
}

/**
 * Longest syllables first; a run that is not wholly made of them is not pinyin. Read from the end, so that each place is
 * decided once: trying every way would let a made-up word of a hundred letters run for ever.
 */
function splitSyllables(letters: string): string | undefined {
  const table = spelledSyllables();
  const { length } = letters;
  /** Letters of the syllable to take at each place; 0 where what follows is no pinyin. */
  const taken = new Uint8Array(length);
  const isPinyinFrom = (at: number): boolean => at === length || taken[at] > 0;
  for (let at = length - 2; at >= 0; at -= 1) {
    for (let most = Math.min(6, length - at); most > 1 && taken[at] === 0; most -= 1) {
      if (isPinyinFrom(at + most) && table.has(letters.slice(at, at + most))) taken[at] = most;
    }
  }
  if (!isPinyinFrom(0)) return undefined;
  let units = "";
  for (let at = 0; at < length; at += taken[at]) {
    units += String.fromCharCode(table.get(letters.slice(at, at + taken[at])) ?? 0);
  }
  return units;
}

function buildUnits(): Uint16Array {
  const { syllables, main } = readingTable();
  const unitOf = unitsByFoldedSyllable(syllables);
  const bySyllable = syllables.map((syllable) => unitOf.get(foldSyllable(syllable)) ?? 0);
  const bySound = main.map((number) => (number === 0 ? 0 : (bySyllable[number - 1] ?? 0)));
  for (let digit = 0; digit < 10; digit += 1) bySound[0x30 + digit] = bySound[numerals.charCodeAt(digit)] ?? 0;
  return bySound;
}

const numerals = "零一二三四五六七八九";

function spelledSyllables(): ReadonlyMap<string, number> {
  if (spelled !== undefined) return spelled;
  const { syllables } = readingTable();
  const unitOf = unitsByFoldedSyllable(syllables);
  spelled = new Map(syllables.map((syllable) => [syllable, unitOf.get(foldSyllable(syllable)) ?? 0]));
  return spelled;
}

function unitsByFoldedSyllable(syllables: readonly string[]): ReadonlyMap<string, number> {
  const distinct = [...new Set(syllables.map(foldSyllable))];
  return new Map(distinct.map((syllable, i) => [syllable, firstSyllable + i]));
}

/** Sounds that many speakers, and therefore many who write by sound, do not tell apart. */
function foldSyllable(syllable: string): string {
  return syllable
    .replace(/^n(?=.)/, "l")
    .replace(/^([zcs])h/, "$1")
    .replace(/ng$/, "n");
}
