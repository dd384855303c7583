import { otherReadings, readings } from "./tables/readings.ts";

/** Readings of the Han characters of the basic plane: syllables without tone, by number. */
export type ReadingTable = {
  readonly syllables: readonly string[];
  /** Syllable of a code unit's commonest reading, plus one; 0 where none is known. */
  readonly main: Uint16Array;
  readonly others: ReadonlyMap<number, readonly string[]>;
};

let built: ReadingTable | undefined;

/** Built at first use (about 5 ms). */
export function readingTable(): ReadingTable {
  built ??= buildReadings();
  return built;
}

/** Whether `syllable` (a–z, v or u for ü) is one of the readings of the character. */
export function isReadingOf(code: number, syllable: string): boolean {
  const { syllables, main, others } = readingTable();
  const number = main[code] ?? 0;
  if (number === 0) return false;
  const first = syllables[number - 1] ?? "";
  return spells(first, syllable) || (others.get(code)?.some((other) => spells(other, syllable)) ?? false);
}

/** Whether some Han character is read like this. */
export function isSyllable(syllable: string): boolean {
  return readingTable().syllables.some((known) => spells(known, syllable));
}

function spells(reading: string, syllable: string): boolean {
  return reading === syllable || reading.replace("v", "u") === syllable;
}

function buildReadings(): ReadingTable {
  const syllables: string[] = [];
  const main = new Uint16Array(0x10000);
  for (const [syllable, characters] of listRows(readings)) {
    syllables.push(syllable);
    for (let i = 0; i < characters.length; i += 1) main[characters.charCodeAt(i)] = syllables.length;
  }
  const others = new Map<number, string[]>();
  for (const [syllable, characters] of listRows(otherReadings)) {
    for (let i = 0; i < characters.length; i += 1) {
      const code = characters.charCodeAt(i);
      others.set(code, [...(others.get(code) ?? []), syllable]);
    }
  }
  return { syllables, main, others };
}

function listRows(table: string): readonly (readonly [string, string])[] {
  return Array.from(table.matchAll(/([a-z]+)([^a-z]+)/g), ([, syllable = "", characters = ""]) => [
    syllable,
    characters,
  ]);
}
