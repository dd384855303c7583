import type { LetterLanguage } from "./letter.ts";
import { wordsEn, type LetterWords } from "./words-en.ts";
import { wordsZhHans } from "./words-zh-hans.ts";

export const letterWords: Readonly<Record<LetterLanguage, LetterWords>> = { en: wordsEn, "zh-Hans": wordsZhHans };
