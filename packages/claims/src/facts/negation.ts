import type { Readings } from "./numbers.ts";
import { wordKey } from "../text/terms.ts";
import { stopWords } from "../text/stop-words.ts";

const inside =
  "不少|不仅|不但|不过|不断|不管|不论|不同|不止|不只|不久|不知道|不要脸|无锡|无线|无论|无比|无数|非常|非洲|非典|是非|别人|别墅|分别|特别|区别|级别|未来|没错";
const han = new RegExp(
  `(?:${inside})|(?:不会|不能|不是|不要|没有|并非|未曾|无法|不|没|未|非|无|别|勿)(\\p{Script=Han}{2})`,
  "gu",
);
const latin = /\b(?:not|no|never|cannot|without|nobody|none|[a-z]+n['’]t)\s+((?:[a-z]+\s+){0,2}[a-z]+)/giu;

/** The terms that stand right under a negation: "will not close" gives *close*, 不会播撒 gives 播撒. */
export function listNegated({ folded, normalised }: Readings): readonly number[] {
  const found: number[] = [];
  for (const [, pair] of normalised.matchAll(han)) {
    if (pair !== undefined) found.push((pair.charCodeAt(0) << 16) | pair.charCodeAt(1));
  }
  if (/[a-z]/i.test(folded)) {
    for (const [, words = ""] of folded.matchAll(latin)) {
      const word = words
        .toLowerCase()
        .split(/\s+/)
        .find((one) => !stopWords.has(one));
      if (word !== undefined) found.push(wordKey(word));
    }
  }
  return found;
}
