import type { WordTable } from "../../../words/languages.ts";
import { en, type EvidenceWords } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const evidenceWords: WordTable<EvidenceWords> = { en, "zh-Hans": zhHans };
