import type { WordTable } from "../../../words/languages.ts";
import { en, type DeskWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const deskWords: WordTable<DeskWords> = { en, "zh-Hans": zhHans };
