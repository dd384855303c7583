import { bigramsOf, jaccard } from "../text/index.ts";
import { createChains, type Chains } from "./chains.ts";
import { createMeetings } from "./meetings.ts";
import { createOverlap } from "./overlap.ts";
import { comparedUnitsMax, createProbe, loadGrams, loadProbe, weighKey } from "./probe.ts";

export type TextIndexOptions = {
  /** Texts held at once; the oldest makes room for the newest. */
  readonly itemsMax: number;
  /** Index entries held at once. A text leaves 32, and about two for every five of its characters. */
  readonly entriesMax: number;
  /** Texts looked at under one key, the newest first. */
  readonly bucketMax: number;
  /** Texts compared with one text: those that meet it under the most keys. */
  readonly candidatesMax: number;
  /** Jaccard index of grams from which two texts are near-identical. */
  readonly similarityMin: number;
  /** Below so many grams more must agree, up to all: in a text of ten, half is a turn of phrase. 0 asks of all texts the same. */
  readonly fullGrams: number;
  /** Share of the smaller text's grams that the other must hold, for half-copied and padded texts. */
  readonly containmentMin: number;
  /** Grams that a contained text must share: on short texts containment means little. */
  readonly containedGramsMin: number;
  /** A text contained in one with more than this many times its grams is a quotation, not a copy. */
  readonly containedRatioMax: number;
};

/** How a held text is like the one searched for; `related` is less than near-identical, from half of `similarityMin` on. */
export type Match = { readonly item: number; readonly similarity: number; readonly kind: MatchKind };
export type MatchKind = "near_identical" | "contained" | "related";

/** Finds the held texts that are near-identical to a given one. */
export interface TextIndex {
  /** Matches of a normalised text, most similar first, then oldest first. Cost: about 10 µs, and 2 µs per text compared. */
  search(normalised: string): readonly Match[];
  /** Holds the text last searched for, and returns its number: they count up from 0. */
  hold(): number;
  /** Numbers a text of so many distinct grams, as `hold` would after a search for it; that its keys lead to it is the finder's. */
  put(normalised: string, size: number): number;
  /** Distinct grams of the text last searched for. */
  readonly size: number;
  textOf(item: number): string;
  /** Takes the text out wherever it is held, and says in which slots (item modulo `itemsMax`). Cost: a pass over all slots. */
  drop(normalised: string): readonly number[];
  readonly counts: TextIndexCounts;
}

/** Where keys lead to what is held; one without `insert` is told of it by its owner. */
export type KeyFinder = Omit<Chains, "insert"> & Partial<Pick<Chains, "insert">>;

export type TextIndexCounts = {
  /** Look-ups in which a bucket held more than `bucketMax`. */
  readonly bucketsCut: number;
  /** Searches in which more than `candidatesMax` texts were met often enough to be compared. */
  readonly candidatesCut: number;
  /** Entries that made room for newer ones. */
  readonly entriesOverwritten: number;
  /** Texts longer than what is compared. */
  readonly textsCut: number;
  readonly comparedUnitsMax: number;
  readonly compared: number;
};

/** `finder`: where what is held is found, unless there is to be room here for `entriesMax`. */
export function createTextIndex(
  options: TextIndexOptions,
  finder: KeyFinder = createChains(options.entriesMax),
): TextIndex {
  const { itemsMax } = options;
  const overlap = createOverlap();
  const probe = createProbe();
  const other = createProbe();
  const texts: string[] = [];
  const sizes = new Int32Array(itemsMax);
  const meetings = createMeetings(itemsMax, options.candidatesMax);
  const bucket = new Int32Array(options.bucketMax);
  let size = 0;
  let text = "";
  let held = 0;
  let textsCut = 0;
  let compared = 0;

  return {
    search(normalised) {
      text = normalised;
      loadProbe(probe, normalised);
      if (probe.isCut) textsCut += 1;
      size = overlap.load(probe.grams, probe.gramCount);
      const matches: Match[] = [];
      for (const item of meet()) {
        const match = compare(item);
        if (match !== undefined) matches.push(match);
      }
      return matches.length > 1 ? matches.sort((a, b) => b.similarity - a.similarity || a.item - b.item) : matches;
    },
    hold() {
      finder.insert?.(probe.keys, probe.keyCount, held);
      return put(text, size);
    },
    put,
    get size() {
      return size;
    },
    textOf: (item) => texts[item % itemsMax] ?? "",
    drop(normalised) {
      const slots: number[] = [];
      for (const [slot, each] of texts.entries()) if (each === normalised) slots.push(slot);
      for (const slot of slots) {
        texts[slot] = "";
        // A text without grams is like none.
        sizes[slot] = 0;
      }
      if (text === normalised) text = "";
      return slots;
    },
    get counts() {
      const { cut, overwritten } = finder;
      const candidatesCut = meetings.cut;
      return { bucketsCut: cut, candidatesCut, entriesOverwritten: overwritten, textsCut, comparedUnitsMax, compared };
    },
  };

  function put(normalised: string, grams: number): number {
    const item = held;
    const slot = item % itemsMax;
    texts[slot] = normalised;
    sizes[slot] = grams;
    held += 1;
    return item;
  }

  function meet(): Int32Array {
    meetings.begin(probe.keyCount < shortKeys ? 1 : weightMin);
    for (let k = 0; k < probe.keyCount; k += 1) {
      const found = finder.find(probe.keys[k], bucket, options.bucketMax);
      const weight = weighKey(k, found / options.bucketMax);
      for (let i = 0; i < found; i += 1) if (bucket[i] >= held - itemsMax) meetings.add(bucket[i], weight);
    }
    return meetings.end();
  }

  function compare(item: number): Match | undefined {
    const slot = item % itemsMax;
    const otherSize = sizes[slot] ?? 0;
    const [smaller, larger] = size < otherSize ? [size, otherSize] : [otherSize, size];
    if (larger > options.containedRatioMax * smaller) return undefined;
    compared += 1;
    loadGrams(other, texts[slot] ?? "");
    const shared = overlap.countShared(other.grams, other.gramCount);
    const similarity = shared / (size + otherSize - shared);
    const needed = Math.max(options.similarityMin, 1 - smaller / (2 * options.fullGrams));
    if (similarity >= needed) return { item, similarity, kind: "near_identical" };
    const contained = shared / smaller;
    const containedNeeded = shared >= options.containedGramsMin ? options.containmentMin : 0.95;
    if (contained >= containedNeeded && shared >= options.containedGramsMin / 2) {
      return { item, similarity, kind: "contained" };
    }
    if (similarity >= needed - soundSlack) {
      const written = jaccard(bigramsOf(text), bigramsOf(texts[slot] ?? ""));
      if (written >= needed) return { item, similarity: written, kind: "near_identical" };
    }
    return similarity >= options.similarityMin / 2 ? { item, similarity, kind: "related" } : undefined;
  }
}

/** A text of fewer keys, some forty characters, may share only one of them with its copy: it is compared with whatever it meets. */
export const shortKeys = 48;
/** Of longer texts, 58 of 4,017 copies and four fifths of all else were met with less than this (see `weighKey`). */
const weightMin = 12;

/** Folding sounds can lower a Jaccard index a little, when it makes grams equal inside one text alone. */
const soundSlack = 0.05;
