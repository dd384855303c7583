import type { LetterLanguage } from "../../casework/notices/letters/letter.ts";
import { en, type Words } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const words: Readonly<Record<LetterLanguage, Words>> = { en, "zh-Hans": zhHans };
