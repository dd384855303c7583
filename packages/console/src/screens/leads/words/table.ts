import type { WordTable } from "../../../words/languages.ts";
import { en, type LeadWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const leadWords: WordTable<LeadWords> = { en, "zh-Hans": zhHans };
