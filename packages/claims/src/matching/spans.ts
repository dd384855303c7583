import { isCompact, normaliseText } from "@breakwater/engine/text";
import { wordKey } from "../text/terms.ts";
import { stopWords } from "../text/stop-words.ts";

/** A stretch of a text as it was written, in code units. */
export type Span = { readonly from: number; readonly to: number };

/** Places of a text that say what the other says: `isShared` tells whether a term is in the other. Near ones are joined. */
export function findSpans(text: string, isShared: (key: number) => boolean): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  const mark = (from: number, to: number): void => {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to + joinedGap) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  };
  let before: { unit: number; from: number } | null = null;
  for (const match of text.matchAll(tokens)) {
    const [token] = match;
    const from = match.index;
    if (isNumber.test(token)) {
      if (isShared(wordKey(token))) mark(from, from + token.length);
      for (let i = 0; i < token.length; i += 1) {
        const unit = token.charCodeAt(i);
        if (before !== null && isShared((before.unit << 16) | unit)) mark(before.from, from + i + 1);
        before = { unit, from: from + i };
      }
      continue;
    }
    const folded = foldToken(token);
    const unit = folded.length === 1 ? folded.charCodeAt(0) : 0;
    const isPaired = unit !== 0 && isCompact(unit);
    if (isPaired && before !== null && isShared((before.unit << 16) | unit)) mark(before.from, from + token.length);
    if (!isPaired && folded !== "" && !stopWords.has(folded) && isShared(wordKey(folded)))
      mark(from, from + token.length);
    before = isPaired ? { unit, from } : null;
  }
  return spans;
}

/** Code units between two shared places that are shown as one. */
const joinedGap = 2;

/** A sign, a number, or a word. What stands between is passed over. */
const isNumber = /^[0-9]+$/;
const tokens =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[0-9]+(?![\p{Script=Latin}])|[\p{L}\p{M}\p{N}]+/gu;

const known = new Map<string, string>();

function foldToken(token: string): string {
  const found = known.get(token);
  if (found !== undefined) return found;
  const folded = normaliseText(token);
  if (known.size > 50_000) known.clear();
  known.set(token, folded);
  return folded;
}
