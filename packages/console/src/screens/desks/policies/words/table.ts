import type { WordTable } from "../../../../words/languages.ts";
import { en, type RuleWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const ruleWords: WordTable<RuleWords> = { en, "zh-Hans": zhHans };
