import type { WordTable } from "../../../words/languages.ts";
import { en, type ClaimWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const claimWords: WordTable<ClaimWords> = { en, "zh-Hans": zhHans };
