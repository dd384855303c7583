import type { WordTable } from "../../../words/languages.ts";
import { en, type SetUpWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const setUpWords: WordTable<SetUpWords> = { en, "zh-Hans": zhHans };
