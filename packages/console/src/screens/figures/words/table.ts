import type { WordTable } from "../../../words/languages.ts";
import { en, type FiguresWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const figuresWords: WordTable<FiguresWords> = { en, "zh-Hans": zhHans };
