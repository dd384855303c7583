import { defaultSampleOptions } from "./sample-index.ts";
import type { FoundSamples, SampleInput, SampleOptions } from "./find-samples.ts";
import { createKeptTexts, type FoundText, type KeptText, type TextChange } from "./kept-texts.ts";
import { createPlacing, sumLimits, type Placing } from "./place-texts.ts";
import { weighKey } from "./probe.ts";
import { createTextIndex, type TextIndex } from "./text-index.ts";
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

/** `searchedShareMax`: share of all texts from which all are searched for anew, instead of those that are touched. */
export type KeptSamplesOptions = Partial<Omit<SampleOptions, "windowMs">> & { readonly searchedShareMax?: number };

const passesMax = 8;

/**
 * A search depends on nothing but what is held under the text's own keys. So a text is searched for anew only where that changed: where
 * something came or went within reach of a look-up. Which texts those are is found out by passes over all of them: each watches the keys of what is
 * known to have changed, finds what else is touched, and the last finds nothing more. What was found of all others stands.
 * Cost of a small change: two or three passes of some 100 ns a text, and a search for each text that is touched; else that of `findSamples`.
 * Holds some 600 bytes a text.
 */
export function createKeptSamples({ searchedShareMax = 0.25, ...given }: KeptSamplesOptions = {}): KeptSamples {
  const options = { ...defaultSampleOptions, ...given };
  const kept = createKeptTexts();
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
      if (!text.isTelling) continue;
      text.found = searcher.search(text);
      searches += 1;
      text.isHeld = placing.place(text.place, text.found);
      if (text.isHeld) searcher.hold(text);
    }
    return placing;
  };

  const findTouched = (change: TextChange): Placing | null => {
    const { texts } = change;
    const touched = listTouched(change);
    const searchedMax = Math.max(64, searchedShareMax * texts.length);
    const watched = createWatchedKeys(options.bucketMax, (before, now) => toWeight(before) === toWeight(now));
    for (const text of touched.changed) watchAll(watched, text);
    for (let passes = 0; passes < passesMax && touched.searched.size <= searchedMax; passes += 1) {
      watched.rewind();
      const pass = runPass(change, touched, { watched, options });
      searches += pass.found.size;
      if (pass.isComplete) {
        for (const [text, found] of pass.found) text.found = found;
        for (const text of texts) text.isHeld = text.isTelling && pass.isHeld[text.place] === 1;
        return pass.placing;
      }
    }
    return null;
  };

  const toWeight = (count: number): number => weighKey(0, Math.min(count, options.bucketMax) / options.bucketMax);

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

/** What is known to be touched: it only grows. */
type Touched = {
  /** Texts that came, went or moved, or that are held now and were not, or the other way. */
  readonly changed: Set<KeptText>;
  /** Texts that have to be searched for. */
  readonly searched: Set<KeptText>;
  /** Of `changed`, those whose place among those that stay is another. */
  readonly moved: ReadonlySet<KeptText>;
};

function listTouched({ texts, before }: TextChange): Touched {
  const moved = new Set<KeptText>();
  const changed = new Set<KeptText>();
  const searched = new Set<KeptText>();
  let last = -1;
  for (const text of texts) {
    if (!text.isTelling) continue;
    const isNew = text.found === null;
    if (!isNew && text.placeBefore > last) {
      last = text.placeBefore;
      continue;
    }
    if (!isNew) moved.add(text);
    changed.add(text);
    searched.add(text);
  }
  for (const text of before) if (text.place === -1 && text.isHeld) changed.add(text);
  return { changed, searched, moved };
}

function watchAll(watched: WatchedKeys, text: KeptText): void {
  for (const key of text.keys) watched.watch(key);
}

type Pass = {
  readonly placing: Placing;
  readonly found: ReadonlyMap<KeptText, FoundText>;
  readonly isHeld: Uint8Array;
  /** Nothing more was found to be touched. */
  readonly isComplete: boolean;
};

/** Goes through the texts of before and of now side by side. What it finds to be touched beside what is known is added to `touched`. */
function runPass(
  { texts, before }: TextChange,
  touched: Touched,
  of: { readonly watched: WatchedKeys; readonly options: typeof defaultSampleOptions },
): Pass {
  const { watched, options } = of;
  const index = createTextIndex({ ...options, itemsMax: Math.max(1, texts.length), entriesMax: 2 }, watched.chains);
  const searcher = createSearcher(index);
  const placing = createPlacing(texts.length, options);
  const isHeld = new Uint8Array(texts.length);
  const results = new Map<KeptText, FoundText>();
  const more: KeptText[] = [];
  let isComplete = true;
  let placeBefore = 0;

  const noteGone = (until: number): void => {
    for (; placeBefore < until; placeBefore += 1) {
      const text = before[placeBefore];
      if (text.isHeld && (text.place === -1 || touched.moved.has(text))) note(text, true, false);
    }
  };
  const note = (text: KeptText, wasHeld: boolean, held: boolean): void => {
    for (const key of text.keys) watched.note(key, wasHeld, held);
  };
  const isMatchThere = ({ match }: FoundText): boolean =>
    match === null || (match.place !== -1 && isHeld[match.place] === 1 && !touched.moved.has(match));

  for (const text of texts) {
    if (!text.isTelling) continue;
    const isStaying = text.found !== null && !touched.moved.has(text);
    if (isStaying) noteGone(text.placeBefore);
    let found = text.found;
    if (touched.searched.has(text)) {
      found = searcher.search(text);
      results.set(text, found);
    } else if (found !== null && !(isMatchThere(found) && findsSame(text, found.isCut, watched))) {
      touched.searched.add(text);
      more.push(text);
      isComplete = false;
    }
    if (found === null) continue;
    const held = placing.place(text.place, found);
    isHeld[text.place] = Number(held);
    const wasHeld = isStaying && text.isHeld;
    if (wasHeld || held) note(text, wasHeld, held);
    if (held) searcher.hold(text);
    if (wasHeld === held || touched.changed.has(text)) continue;
    touched.changed.add(text);
    more.push(text);
    isComplete = false;
  }
  for (const text of more) watchAll(watched, text);
  return { placing, found: results, isHeld, isComplete };
}

/** Whether a search would find what it found before. */
function findsSame(text: KeptText, isCut: boolean, watched: WatchedKeys): boolean {
  for (const key of text.keys) {
    const change = watched.compare(key);
    if (change === "other" || (change === "less" && isCut)) return false;
  }
  return true;
}

/** Searches with what came of it, by texts instead of items. */
function createSearcher(index: TextIndex) {
  const textOfItem: KeptText[] = [];
  return {
    search(text: KeptText): FoundText {
      const before = index.counts;
      const match = index.search(text.normalised ?? "").find(({ kind }) => kind !== "related");
      const after = index.counts;
      text.size = index.probed.size;
      return {
        match: match === undefined ? null : textOfItem[match.item],
        similarity: match?.similarity ?? 0,
        bucketsCut: after.bucketsCut - before.bucketsCut,
        isCut: after.candidatesCut > before.candidatesCut,
      };
    },
    hold(text: KeptText): void {
      textOfItem[index.put(text.normalised ?? "", text)] = text;
    },
  };
}
