import type { WordTable } from "../../../words/languages.ts";
import { en, type CaseWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const caseWords: WordTable<CaseWords> = { en, "zh-Hans": zhHans };
