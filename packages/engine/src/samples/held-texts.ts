import type { KeptText } from "./kept-texts.ts";
import { createRecentKeys } from "./recent-keys.ts";
import type { KeyFinder } from "./text-index.ts";

/**
 * Where keys lead to texts that stand for their samples, from one window to the next. A window is gone through in its order: what was
 * passed is found, and by the number that it has in this window.
 */
export interface HeldTexts {
  /** Holds of these what is held, and nothing else. They are all texts of the window in their order. Cost: linear in their keys. */
  rebuild(texts: readonly KeptText[]): void;
  /** Goes back to the beginning of the window: nothing is passed. */
  rewind(): void;
  /** A text that is held, whatever it was before, is passed under the number `item`; numbers count up. */
  pass(text: KeptText, item: number): void;
  /** A text that is not held is passed. */
  skip(text: KeptText): void;
  /** Finds what was passed, newest first. */
  readonly finder: KeyFinder;
  /** Whether what came or went since is so much that it had better be built anew. */
  readonly isWorn: boolean;
}

/** Share of the texts that may have come since the last building; four times as many may have gone. */
const wornShare = 1 / 16;
/** Entries of one bucket, about: those of other keys are passed over. */
const entriesPerBucket = 4;

/**
 * Texts keep their order among themselves, so what was built once is sorted for good: entries lie bucket by bucket in the order of their texts, and
 * the newest before a text are found by halving. Texts that came since are chained beside and are few. Cost of a look-up: some 100 ns, and
 * 10 ns for each entry that is dead or came since; 9 bytes an entry. `recentMin`: texts that may always have come since.
 */
export function createHeldTexts(recentMin: number): HeldTexts {
  let base = buildBase([]);
  let recent = createRecentKeys();
  /** By number of the text in the building, and behind them of those that came since: its number in this window, or -1. */
  let itemOf = new Int32Array(0);
  /** Texts of the building that were passed: those before this number. */
  let passed = 0;
  let firstLive = 0;
  let live = 0;
  let cut = 0;
  let later = new Int32Array(64);

  const collectLater = (key: number): number => {
    let count = 0;
    recent.visit(key, (text) => {
      const item = itemOf[base.texts + text];
      if (item === -1) return;
      if (count === later.length) later = enlarge(later, 0);
      later[count] = item;
      count += 1;
    });
    if (count > 1) later.subarray(0, count).sort();
    return count;
  };

  return {
    rebuild(texts) {
      const held = texts.filter((text) => text.isHeld);
      for (const text of texts) text.heldAs = -1;
      for (const [id, text] of held.entries()) text.heldAs = id;
      base = buildBase(held);
      recent = createRecentKeys();
      live = held.length;
      itemOf = new Int32Array(held.length + recentMin);
    },
    rewind() {
      itemOf.fill(-1);
      [passed, firstLive, live, cut] = [0, base.texts, 0, 0];
    },
    pass(text, item) {
      if (text.heldAs === -1) {
        text.heldAs = base.texts + recent.texts;
        recent.add(text.keys);
      }
      if (text.heldAs >= itemOf.length) itemOf = enlarge(itemOf, -1);
      itemOf[text.heldAs] = item;
      if (text.heldAs >= base.texts) return;
      live += 1;
      firstLive = Math.min(firstLive, text.heldAs);
      passed = text.heldAs + 1;
    },
    skip(text) {
      if (text.heldAs !== -1 && text.heldAs < base.texts) passed = text.heldAs + 1;
    },
    finder: {
      find(key, out, max) {
        let rest = collectLater(key);
        const bucket = base.bucketOf(key);
        const first = base.start[bucket];
        let at = findBelow(base.ids, { from: first, to: base.start[bucket + 1] }, passed) - 1;
        let found = 0;
        for (;;) {
          while (at >= first && (base.keys[at] !== key || itemOf[base.ids[at]] === -1)) {
            if (base.ids[at] < firstLive) at = first;
            at -= 1;
          }
          const older = at >= first ? itemOf[base.ids[at]] : -1;
          const newer = rest > 0 ? later[rest - 1] : -1;
          if (older === -1 && newer === -1) return found;
          if (found === max) {
            cut += 1;
            return found;
          }
          out[found++] = Math.max(older, newer);
          if (newer > older) rest -= 1;
          else at -= 1;
        }
      },
      get cut() {
        return cut;
      },
      overwritten: 0,
    },
    get isWorn() {
      const wornMax = Math.max(recentMin, base.texts * wornShare);
      return recent.texts > wornMax || base.texts - live > 4 * wornMax;
    },
  };
}

type Base = {
  /** Texts in it; their numbers are 0 … texts − 1, in their order. */
  readonly texts: number;
  readonly bucketOf: (key: number) => number;
  readonly start: Int32Array;
  /** Of each entry the key and the text. */
  readonly keys: Int32Array;
  readonly ids: Int32Array;
};

function buildBase(texts: readonly KeptText[]): Base {
  let entries = 0;
  for (const text of texts) entries += text.keys.length;
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, entries / entriesPerBucket))));
  const bucketOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - bits);
  const start = new Int32Array(2 ** bits + 2);
  // Two ahead, so that filling moves each beginning to its place.
  for (const text of texts) for (const key of text.keys) start[bucketOf(key) + 2] += 1;
  for (let bucket = 2; bucket < start.length; bucket += 1) start[bucket] += start[bucket - 1];
  const [keys, ids] = [new Int32Array(entries), new Int32Array(entries)];
  texts.forEach((text, id) => {
    for (const key of text.keys) {
      const bucket = bucketOf(key) + 1;
      keys[start[bucket]] = key;
      ids[start[bucket]] = id;
      start[bucket] += 1;
    }
  });
  return { texts: texts.length, bucketOf, start, keys, ids };
}

/** The first place from which `ids`, ascending within the slice, are not below `limit`. */
function findBelow(ids: Int32Array, slice: { readonly from: number; readonly to: number }, limit: number): number {
  let [low, high] = [slice.from, slice.to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function enlarge(values: Int32Array<ArrayBuffer>, fill: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length + 64).fill(fill, values.length);
  larger.set(values);
  return larger;
}
