import type { WordTable } from "../../words/languages.ts";
import { en, type ShellWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const shellWords: WordTable<ShellWords> = { en, "zh-Hans": zhHans };
