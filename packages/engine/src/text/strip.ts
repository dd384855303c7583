import { mark, type Draft } from "./draft.ts";
import { isReadingOf, isSyllable } from "./readings.ts";
import { isAlphanumeric, isCompact, isLetterLike } from "./scripts.ts";

/** Names are at most this long on any platform; a longer run after an `@` is text. */
const nameUnitsMax = 30;
/** Readings that one bracket may hold: a word or a name, not a sentence. */
const readingsPerBracketMax = 8;

/** Where the mention that begins with the `@` at `i` ends, or `i` when it is none (an e-mail address, a lone sign). */
export function endOfMention(draft: Draft, i: number): number {
  if (i > 0 && isAlphanumeric(unit(draft, i - 1))) return i;
  let end = i + 1;
  let asciiEnd = end;
  while (end < draft.length && isNameUnit(unit(draft, end))) {
    end += 1;
    if (unit(draft, end - 1) < 0x80 && asciiEnd === end - 1) asciiEnd = end;
  }
  if (end - i - 1 <= nameUnitsMax) return end > i + 1 ? end : i;
  return asciiEnd - i - 1 > 0 && asciiEnd - i - 1 <= nameUnitsMax ? asciiEnd : i;
}

/** Where the web address that begins at `i` ends, or `i` when none begins there. `i` is at the start of a word. */
export function endOfUrl(draft: Draft, i: number): number {
  const host = startsWith(draft, i, "http://")
    ? i + 7
    : startsWith(draft, i, "https://")
      ? i + 8
      : startsWith(draft, i, "www.")
        ? i + 4
        : endOfBareHost(draft, i);
  if (host === i) return i;
  let end = host;
  while (end < draft.length && isUrlUnit(draft, end)) end += 1;
  return end;
}

/** `t.cn/abc` without a scheme: a dotted name up to its slash. */
function endOfBareHost(draft: Draft, i: number): number {
  let dots = 0;
  let end = i;
  while (end < draft.length && end - i < 64) {
    const code = unit(draft, end);
    if (code === 0x2e) dots += 1;
    else if (code === 0x2f) return dots > 0 && unit(draft, end - 1) !== 0x2e ? end : i;
    else if (!isAlphanumeric(code) && code !== 0x2d) return i;
    end += 1;
  }
  return i;
}

/**
 * Where the bracket that begins at `i` ends, when it holds nothing but the reading of the Han characters before it,
 * as annotators write it: 网(wǎng)络(luò), 网络(wǎng luò). A gloss such as 苹果(apple) stays: `i` is returned.
 */
export function endOfBracketedReading(draft: Draft, i: number): number {
  if (i === 0 || !isCompact(unit(draft, i - 1))) return i;
  let letters = "";
  let toned = false;
  for (let end = i + 1; end < draft.length; end += 1) {
    const code = unit(draft, end);
    if (code >= 0x61 && code <= 0x7a) {
      letters += String.fromCharCode(code);
      if (letters.length > readingsPerBracketMax * 6) return i;
      if (draft.marks[end] === mark.toneVowel) toned = true;
    } else if (code === 0x29 || code === 0x5d) {
      return letters !== "" && readsAs(draft, i, letters, toned) ? end + 1 : i;
    } else if (code !== 0x20 && code !== 0x27 && code !== 0x2d) return i;
  }
  return i;
}

/** With a tone mark any syllable is taken, because tables of readings are never complete. */
function readsAs(draft: Draft, i: number, letters: string, toned: boolean): boolean {
  if (toned && letters.length <= 6 && isSyllable(letters)) return true;
  for (let count = 1; count <= Math.min(readingsPerBracketMax, i, letters.length); count += 1) {
    if (spellsFrom(draft, i - count, i, letters)) return true;
  }
  return false;
}

/** Whether the characters `from .. to` can be read, one after the other, as exactly these letters. */
function spellsFrom(draft: Draft, from: number, to: number, letters: string): boolean {
  if (from === to) return letters === "";
  for (let length = 1; length <= Math.min(6, letters.length); length += 1) {
    const fits = isReadingOf(unit(draft, from), letters.slice(0, length));
    if (fits && spellsFrom(draft, from + 1, to, letters.slice(length))) return true;
  }
  return false;
}

function startsWith(draft: Draft, i: number, prefix: string): boolean {
  for (let k = 0; k < prefix.length; k += 1) if (unit(draft, i + k) !== prefix.charCodeAt(k)) return false;
  return true;
}

/** An address ends at a space, at any script but ASCII, and at a full stop or bracket that was typed full width. */
function isUrlUnit(draft: Draft, i: number): boolean {
  const code = unit(draft, i);
  if (code <= 0x20 || code >= 0x7f) return false;
  return draft.marks[i] !== mark.wide || isAlphanumeric(code);
}

function isNameUnit(code: number): boolean {
  return isLetterLike(code) || code === 0x5f || code === 0x2d;
}

function unit(draft: Draft, i: number): number {
  return i < draft.length ? (draft.units[i] ?? 0) : 0;
}
