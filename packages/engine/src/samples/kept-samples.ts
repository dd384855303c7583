import { defaultSampleOptions } from "./sample-index.ts";
import type { FoundSamples, SampleInput, SampleOptions } from "./find-samples.ts";
import { createHeldTexts, type HeldTexts } from "./held-texts.ts";
import { createKeptTexts, type FoundText, type KeptText, type TextChange } from "./kept-texts.ts";
import { createPlacing, sumLimits, type Placing } from "./place-texts.ts";
import { weighKey } from "./probe.ts";
import { createTextIndex, shortKeys, type TextIndex } from "./text-index.ts";
import { createWatchedKeys, type WatchedKeys } from "./watched-keys.ts";

/** Clusters the texts of one window after another, and keeps what does not change between them. */
export interface KeptSamples {
  /** As `findSamples`, to the byte. */
  find(texts: SampleInput): Pick<FoundSamples, "table" | "limits">;
  /** Lets go of every text that is not among these. */
  keepOnly(normalised: ReadonlySet<string>): void;
  /** Texts held. */
  readonly size: number;
  /** Texts searched for so far. */
  readonly searches: number;
}

export type KeptSamplesOptions = Partial<Omit<SampleOptions, "windowMs">> & {
  /** Share of all texts from which all are searched for anew, instead of those that are touched. */
  readonly searchedShareMax?: number;
  /** Texts that may come before what is held is put in order anew. */
  readonly recentMin?: number;
};

/**
 * A search depends on nothing but what is held before the text under the text's own keys. So a text is searched for anew only where that
 * changed: where something came or went within reach of a look-up. One pass over the window in its order finds those texts, because whatever
 * bears on a text comes before it; what was found of all others stands. Cost of a small change: some 300 ns a text, and a search for each
 * that is touched; else that of `findSamples`. Holds about 1 kB a text.
 */
export function createKeptSamples(settings: KeptSamplesOptions = {}): KeptSamples {
  const { searchedShareMax = 0.25, recentMin = 256, ...given } = settings;
  const options = { ...defaultSampleOptions, ...given };
  const kept = createKeptTexts();
  const held = createHeldTexts(recentMin);
  let searches = 0;

  const findAll = (texts: readonly KeptText[]): Placing => {
    let [entriesMax, itemsMax] = [1, 1];
    for (const text of texts) {
      entriesMax += text.keys.length;
      if (text.isTelling) itemsMax += 1;
    }
    const searcher = createSearcher(createTextIndex({ ...options, itemsMax, entriesMax }));
    const placing = createPlacing(texts.length, options);
    for (const text of texts) {
      text.isHeld = false;
      if (!text.isTelling) continue;
      text.found = searcher.search(text);
      searches += 1;
      text.isHeld = placing.place(text.place, text.found);
      if (text.isHeld) searcher.hold(text);
    }
    held.rebuild(texts);
    return placing;
  };

  const findTouched = (change: TextChange): Placing | null => {
    const searchedMax = Math.max(64, searchedShareMax * change.texts.length);
    const pass = runPass(change, { held, options, searchedMax });
    searches += pass.searched.length;
    if (pass.placing === null) return null;
    for (const [text, found] of pass.searched) text.found = found;
    for (const text of change.texts) text.isHeld = pass.isHeld[text.place] === 1;
    if (held.isWorn) held.rebuild(change.texts);
    return pass.placing;
  };

  return {
    find({ normalised }) {
      const change = kept.change(normalised);
      const { texts } = change;
      const placing = (change.before.length === 0 ? null : findTouched(change)) ?? findAll(texts);
      return { table: placing.table, limits: sumLimits(texts, placing.wordingsCut, options) };
    },
    keepOnly: (normalised) => kept.keepOnly(normalised),
    get size() {
      return kept.size;
    },
    get searches() {
      return searches;
    },
  };
}

type PassOptions = {
  readonly held: HeldTexts;
  readonly options: typeof defaultSampleOptions;
  readonly searchedMax: number;
};

type Pass = {
  /** Null where more texts are touched than may be searched for. */
  readonly placing: Placing | null;
  readonly searched: readonly (readonly [KeptText, FoundText])[];
  /** By place. */
  readonly isHeld: Uint8Array;
};

/** Goes through the texts of before and of now side by side, in their order. */
function runPass({ texts, before }: TextChange, { held, options, searchedMax }: PassOptions): Pass {
  const { bucketMax } = options;
  held.rewind();
  const index = createTextIndex({ ...options, itemsMax: Math.max(1, texts.length), entriesMax: 2 }, held.finder);
  const searcher = createSearcher(index);
  const placing = createPlacing(texts.length, options);
  const isHeld = new Uint8Array(texts.length);
  const searched: (readonly [KeptText, FoundText])[] = [];
  const toWeight = (count: number): number => weighKey(0, Math.min(count, bucketMax) / bucketMax);
  const watched = createWatchedKeys(bucketMax, (was, is) => toWeight(was) === toWeight(is));
  const found = new Int32Array(bucketMax + 1);
  let placeBefore = 0;

  const noteChange = (text: KeptText, wasHeld: boolean, holds: boolean): void => {
    for (const key of text.keys) {
      const place = watched.watch(key, () => held.finder.find(key, found, bucketMax + 1));
      watched.note(place, wasHeld, holds);
    }
  };
  const noteGone = (until: number): void => {
    for (; placeBefore < until; placeBefore += 1) {
      const text = before[placeBefore];
      if (text.place === -1 && text.isHeld) noteChange(text, true, false);
    }
  };
  const isMatchThere = ({ match }: FoundText): boolean =>
    match === null || (match.place !== -1 && isHeld[match.place] === 1);

  for (const text of texts) {
    if (!text.isTelling) continue;
    if (text.found !== null) noteGone(text.placeBefore);
    let result = text.found;
    if (result === null || !isMatchThere(result) || !findsSame(text, result.isCut, watched)) {
      if (searched.length >= searchedMax) return { placing: null, searched, isHeld };
      result = searcher.search(text);
      searched.push([text, result]);
    }
    const holds = placing.place(text.place, result);
    if (holds !== text.isHeld) noteChange(text, text.isHeld, holds);
    else if (holds) noteAlike(text, watched);
    isHeld[text.place] = Number(holds);
    if (holds) held.pass(text, searcher.number(text));
    else held.skip(text);
  }
  return { placing, searched, isHeld };
}

/** Whether a search would find what it found before. */
function findsSame(text: KeptText, isCut: boolean, watched: WatchedKeys): boolean {
  for (const key of text.keys) {
    const place = watched.find(key);
    if (place === -1) continue;
    const change = watched.compare(place);
    if (change === "other" || (change !== "same" && isCut)) return false;
    // A short text is compared with all that it meets, however much its keys tell.
    if (change === "telling" && text.keys.length >= shortKeys) return false;
  }
  return true;
}

function noteAlike(text: KeptText, watched: WatchedKeys): void {
  for (const key of text.keys) {
    const place = watched.find(key);
    if (place !== -1) watched.note(place, true, true);
  }
}

/** Searches with what came of it, by texts instead of items. */
function createSearcher(index: TextIndex) {
  const textOfItem: KeptText[] = [];
  const keep = (text: KeptText, item: number): number => {
    textOfItem[item] = text;
    return item;
  };
  return {
    search(text: KeptText): FoundText {
      const before = index.counts;
      const match = index.search(text.normalised ?? "").find(({ kind }) => kind !== "related");
      const after = index.counts;
      text.size = index.size;
      return {
        match: match === undefined ? null : textOfItem[match.item],
        similarity: match?.similarity ?? 0,
        bucketsCut: after.bucketsCut - before.bucketsCut,
        isCut: after.candidatesCut > before.candidatesCut,
      };
    },
    /** Holds the text last searched for. */
    hold: (text: KeptText): number => keep(text, index.hold()),
    /** Numbers a text that is held elsewhere. */
    number: (text: KeptText): number => keep(text, index.put(text.normalised ?? "", text.size)),
  };
}
