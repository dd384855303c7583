import type { WordTable } from "../../../words/languages.ts";
import { en, type DecisionWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const decisionWords: WordTable<DecisionWords> = { en, "zh-Hans": zhHans };
