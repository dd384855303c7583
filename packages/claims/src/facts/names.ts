import { wordKey } from "../text/terms.ts";
import { stopWords } from "../text/stop-words.ts";

/** Words that are written with a capital although they do not begin a sentence: names, as a rule. Texts all in capitals have none. */
export function listNames(text: string): readonly number[] {
  if (!/[a-z]/.test(text)) return [];
  const found = new Set<number>();
  for (const [, before = "", word = ""] of text.matchAll(/(^|[.!?:"“”'‘’()\n—–]\s*|\s|[#@])(\p{Lu}[\p{L}]{1,30})/gu)) {
    const isInside = before === "" ? false : /^(?:\s|[#@])$/.test(before);
    const folded = word.toLowerCase();
    if (isInside && !stopWords.has(folded)) found.add(wordKey(folded));
  }
  return [...found];
}
