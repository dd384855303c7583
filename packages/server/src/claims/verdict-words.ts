import type { Verdict } from "@breakwater/claims";

export type PromptLanguage = "en" | "zh-Hans";

/** Verdicts in words that the registry's own table reads back. */
export const verdictWords: Readonly<Record<Verdict, Readonly<Record<PromptLanguage, string>>>> = {
  false: { en: "False", "zh-Hans": "不实" },
  misleading: { en: "Misleading", "zh-Hans": "误导" },
  missing_context: { en: "Missing context", "zh-Hans": "缺乏上下文" },
  outdated: { en: "Outdated", "zh-Hans": "过时" },
  mixed: { en: "Mixed", "zh-Hans": "真假参半" },
  unproven: { en: "Unproven", "zh-Hans": "尚无定论" },
  satire: { en: "Satire", "zh-Hans": "讽刺" },
  true: { en: "True", "zh-Hans": "属实" },
};
