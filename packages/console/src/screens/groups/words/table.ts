import type { WordTable } from "../../../words/languages.ts";
import { en, type GroupWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const groupWords: WordTable<GroupWords> = { en, "zh-Hans": zhHans };
