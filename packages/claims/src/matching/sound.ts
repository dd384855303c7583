import { bigramsOf, countShared, gramsInto, gramsMax, mix, pinyinKey, soundInto } from "@breakwater/engine/text";
import { BitSet } from "../search/bit-set.ts";
import { ClaimIndex } from "../search/claim-index.ts";
import { fieldCode } from "../search/fields.ts";
import { prepareText } from "../text/prepare.ts";

/** How far a post sounds like a text of an entry. */
export type SoundMatch = {
  readonly id: string;
  readonly text: string;
  /** Shared pairs of sounds over all, 0 to 1. */
  readonly overlap: number;
  /** Shared over those of the shorter text. */
  readonly containment: number;
  readonly shared: number;
};

/** Sounds of a text that stand for it: those with the lowest hashes (bottom-k sketch, Cohen and Kaplan 2007). */
const sketchSize = 16;
/** List elements looked at in one search. */
const lookedMax = 1000;
/** Entries whose sounds are compared in full. */
const comparedMax = 8;
/** Sounds that two texts share at least, to be compared: chance shares one now and then. */
const sharedMin = 3;

/** Finds texts that sound alike: characters changed for others of one sound, or spelled out in letters. Only for texts of pairs. */
export class SoundIndex {
  readonly index: ClaimIndex;
  /** The sounds of the text at hand that are known, by number. */
  readonly #held = new BitSet();
  #units = new Uint16Array(0);
  #grams = new Int32Array(0);

  constructor(index: ClaimIndex = new ClaimIndex()) {
    this.index = index;
  }

  put(id: string, texts: readonly string[]): void {
    const { vocabulary } = this.index;
    const fields = texts.map((text) => {
      return {
        kind: fieldCode.wording,
        terms: Int32Array.from(sketch(soundsOf(text)), (key) => vocabulary.intern(key, 0)),
      };
    });
    this.index.put(id, { fields, facts: new Int32Array(0), relativeLength: 1 });
  }

  remove(id: string): void {
    this.index.remove(id);
  }

  /** `normalised`: the post as `prepareText` makes it. `textsOf` gives the texts of an entry again. */
  find(normalised: string, textsOf: (id: string) => readonly string[]): SoundMatch | null {
    const known = this.#hold(normalised);
    let kept: Int32Array | undefined;
    const sounds = (): Int32Array => (kept ??= bigramsOf(pinyinKey(normalised)));
    if (known.length < sharedMin && known.length < Math.max(1, sounds().length - 2)) return null;
    let best: SoundMatch | null = null;
    for (const { document } of this.index.search(known, {
      postingsMax: lookedMax,
      foundMax: comparedMax,
    })) {
      if (!this.#sharesSketch(document)) continue;
      const id = this.index.idOf(document);
      for (const other of textsOf(id)) {
        const match = compare(id, other, sounds());
        if (match.overlap > (best?.overlap ?? 0)) best = match;
      }
    }
    return best;
  }

  /** Holds the sounds of a text that are known, and answers their numbers, each once. */
  #hold(normalised: string): Int32Array {
    if (this.#units.length < normalised.length) {
      this.#units = new Uint16Array(2 * normalised.length);
      this.#grams = new Int32Array(gramsMax(this.#units.length));
    }
    const length = gramsInto(this.#grams, this.#units, soundInto(this.#units, normalised));
    const { vocabulary } = this.index;
    const terms = vocabulary.findAll(this.#grams.subarray(0, length));
    this.#held.begin(vocabulary.size);
    let count = 0;
    for (let i = 0; i < length; i += 1) {
      const term = terms[i];
      if (term < 0 || this.#held.has(term)) continue;
      this.#held.add(term);
      terms[count++] = term;
    }
    return terms.subarray(0, count);
  }

  /** Texts that share half of their sounds share six of sixteen of a sketch in 98 of 100 cases where they are of one length. */
  #sharesSketch(document: number): boolean {
    const { documents } = this.index;
    for (let field = documents.firstField(document); field < documents.endOfFields(document); field += 1) {
      const sounds = documents.termsOf(field);
      let shared = 0;
      for (let i = 0; i < sounds.length; i += 1) if (this.#held.has(sounds[i])) shared += 1;
      if (shared > 0 && shared >= sketchShareMin * sounds.length) return true;
    }
    return false;
  }
}

const sketchShareMin = 0.375;

function compare(id: string, text: string, sounds: Int32Array): SoundMatch {
  const others = soundsOf(text);
  const shared = countShared(sounds, others);
  const all = sounds.length + others.length - shared;
  const least = Math.min(sounds.length, others.length);
  return { id, text, shared, overlap: all === 0 ? 0 : shared / all, containment: least === 0 ? 0 : shared / least };
}

function soundsOf(text: string): Int32Array {
  return bigramsOf(pinyinKey(prepareText(text)));
}

function sketch(sounds: Int32Array): Int32Array {
  return sounds.toSorted((a, b) => mix(a) - mix(b)).subarray(0, sketchSize);
}
