import { fold, foldAstral, foldingTable } from "./folding.ts";

/**
 * A text after folding, before anything is taken out of it. One draft is reused for every text: at 400,000 texts a second a
 * new buffer for each would cost more than the folding.
 */
export type Draft = {
  units: Uint16Array;
  /** What was lost in folding and is still needed: see `mark`. */
  marks: Uint8Array;
  length: number;
  /** Units of the text being folded: as many may still come after an expansion. */
  textLength: number;
  /** Whether a `/` is in it: without one, no word needs to be looked at as a web address. */
  hasSlash: boolean;
};

export const mark = { none: 0, toneVowel: 1, wide: 2 } as const;

const toneVowels = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙ";
let toneUnits: Uint8Array | undefined;

export function createDraft(): Draft {
  return {
    units: new Uint16Array(1024),
    marks: new Uint8Array(1024),
    length: 0,
    textLength: 0,
    hasSlash: false,
  };
}

/** Folds `text` into the draft, replacing what was in it. */
export function foldInto(draft: Draft, text: string): void {
  reset(draft, text.length);
  const { units } = foldingTable();
  let { units: out, marks } = draft;
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const folded = units[code] ?? 0;
    if (folded >= 0x80 && (folded < fold.expands || folded > fold.composes)) {
      marks[length] = mark.none;
      out[length++] = folded;
    } else if (folded >= fold.expands) {
      draft.length = length;
      if (folded === fold.composes) return foldComposed(draft, text);
      if (folded === fold.surrogate) i += foldSurrogate(draft, text, i);
      else append(draft, foldingTable().expansions.get(code) ?? "", mark.wide);
      ({ units: out, marks, length } = draft);
    } else if (folded !== fold.drop) {
      marks[length] = code < 0x80 ? mark.none : markOf(code);
      out[length++] = folded;
      if (folded === 0x2f) draft.hasSlash = true;
    }
  }
  draft.length = length;
}

function reset(draft: Draft, textLength: number): void {
  draft.length = 0;
  draft.hasSlash = false;
  draft.textLength = textLength;
  if (draft.units.length < textLength) resize(draft, textLength * 2);
}

function resize(draft: Draft, size: number): void {
  const units = new Uint16Array(size);
  units.set(draft.units);
  const marks = new Uint8Array(size);
  marks.set(draft.marks);
  draft.units = units;
  draft.marks = marks;
}

/** Half-width voicing marks and loose Hangul parts belong to the unit before them: only whole-text NFKC puts them there. */
function foldComposed(draft: Draft, text: string): void {
  const composed = text.normalize("NFKC").replace(/[\u1100-\u11ff\u3099\u309a\ua960-\ua97f\ud7b0-\ud7ff]/gu, "");
  foldInto(draft, composed);
}

/** The number of further units read: 1 for a pair, 0 for a lone half, which says nothing. */
function foldSurrogate(draft: Draft, text: string, index: number): number {
  const codePoint = text.codePointAt(index) ?? 0;
  if (codePoint < 0x10000) return 0;
  append(draft, foldAstral(codePoint), mark.wide);
  return 1;
}

function append(draft: Draft, folded: string, kind: number): void {
  const needed = draft.length + folded.length + draft.textLength;
  if (needed > draft.units.length) resize(draft, needed * 2);
  for (let i = 0; i < folded.length; i += 1) {
    draft.marks[draft.length] = kind;
    draft.units[draft.length] = folded.charCodeAt(i);
    draft.length += 1;
  }
}

function markOf(code: number): number {
  toneUnits ??= buildToneUnits();
  return toneUnits[code] === 1 ? mark.toneVowel : mark.wide;
}

function buildToneUnits(): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (let i = 0; i < toneVowels.length; i += 1) units[toneVowels.charCodeAt(i)] = 1;
  return units;
}
