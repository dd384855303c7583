import type { WordTable } from "../../../words/languages.ts";
import { en, type QueueWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const queueWords: WordTable<QueueWords> = { en, "zh-Hans": zhHans };
