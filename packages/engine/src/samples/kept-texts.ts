import { isTelling } from "../text/index.ts";
import { createProbe, loadProbe } from "./probe.ts";

/** What one search found, as long as nothing that it looked at changes. */
export type SearchResult = {
  /** The text that it is like most, by its place, or -1. */
  readonly match: number;
  readonly similarity: number;
  /** Keys under which there was more than is looked at. */
  readonly bucketsCut: number;
  /** Whether more texts were worth comparing than are compared. */
  readonly isCut: boolean;
};

/** A text as it was last clustered. Of one that says too little there are no keys. */
export type KeptText = {
  /** Null once it has been forgotten: then it is found no more, and leaves with the next change. */
  normalised: string | null;
  /** Its place in the order, and before the change; -1 where it was not there. */
  place: number;
  placeBefore: number;
  readonly keys: Int32Array;
  readonly isTelling: boolean;
  /** Distinct grams; known once it was searched for. */
  size: number;
  found: FoundText | null;
  isHeld: boolean;
  /** Its number among what was ever held, or -1; see `HeldTexts`. */
  heldAs: number;
};

/** As `SearchResult`, with the text itself. */
export type FoundText = Omit<SearchResult, "match"> & { readonly match: KeptText | null };

/** How the texts of one window differ from those of the one before. Those that stay keep their order: one that moved is gone, and another came. */
export type TextChange = {
  /** In the order of now. */
  readonly texts: readonly KeptText[];
  /** In the order of before, also those that are gone. */
  readonly before: readonly KeptText[];
};

export interface KeptTexts {
  /** Takes the distinct texts of another window. What is not among them is let go after the next change. */
  change(normalised: readonly string[]): TextChange;
  /** Lets go of every text that is not among these: of it, nothing but hashes stays until the next change. */
  keepOnly(normalised: ReadonlySet<string>): void;
  readonly size: number;
}

/** Cost: some 600 bytes a text. */
export function createKeptTexts(): KeptTexts {
  const byText = new Map<string, KeptText>();
  const probe = createProbe();
  let texts: readonly KeptText[] = [];
  const isGone = (text: KeptText): boolean =>
    text.place === -1 && text.normalised !== null && byText.get(text.normalised) === text;
  const make = (normalised: string): KeptText => {
    const telling = isTelling(normalised);
    if (telling) loadProbe(probe, normalised);
    return {
      normalised,
      place: -1,
      placeBefore: -1,
      keys: telling ? probe.keys.slice(0, probe.keyCount) : noKeys,
      isTelling: telling,
      size: 0,
      found: null,
      isHeld: false,
      heldAs: -1,
    };
  };
  return {
    change(normalised) {
      const before = texts;
      before.forEach((text, place) => {
        text.placeBefore = place;
        text.place = -1;
      });
      const known = normalised.map((one) => byText.get(one) ?? null);
      const staying = keepAscending(Int32Array.from(known, (text) => text?.placeBefore ?? -1));
      texts = normalised.map((one, place) => {
        const text = (staying[place] === 1 ? known[place] : null) ?? make(one);
        if (text !== known[place]) byText.set(one, text);
        text.place = place;
        return text;
      });
      for (const text of before) if (isGone(text)) byText.delete(text.normalised ?? "");
      return { texts, before };
    },
    keepOnly(normalised) {
      for (const text of texts) {
        if (text.normalised === null || normalised.has(text.normalised)) continue;
        byText.delete(text.normalised);
        text.normalised = null;
      }
    },
    get size() {
      return byText.size;
    },
  };
}

const noKeys = new Int32Array(0);

/** Marks the most places that can stay with their numbers ascending; -1 stays nowhere. Cost: linear where all ascend, else n log n. */
function keepAscending(numbers: Int32Array): Uint8Array {
  const isKept = new Uint8Array(numbers.length);
  /** Where the lowest end of an ascending run of each length lies, and what comes before each place in its run. */
  const ends = new Int32Array(numbers.length);
  const before = new Int32Array(numbers.length).fill(-1);
  let length = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    if (numbers[place] === -1) continue;
    let low = length;
    if (length > 0 && numbers[ends[length - 1]] > numbers[place]) {
      low = 0;
      for (let high = length - 1; low < high;) {
        const middle = (low + high) >>> 1;
        if (numbers[ends[middle]] < numbers[place]) low = middle + 1;
        else high = middle;
      }
    }
    if (low > 0) before[place] = ends[low - 1];
    ends[low] = place;
    length = Math.max(length, low + 1);
  }
  for (let place = length === 0 ? -1 : ends[length - 1]; place !== -1; place = before[place]) isKept[place] = 1;
  return isKept;
}
