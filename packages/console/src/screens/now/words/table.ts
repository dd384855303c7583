import type { WordTable } from "../../../words/languages.ts";
import { en, type NowWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const nowWords: WordTable<NowWords> = { en, "zh-Hans": zhHans };
