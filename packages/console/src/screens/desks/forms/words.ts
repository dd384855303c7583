import type { WordTable } from "../../../words/languages.ts";
import type { FieldFault } from "./draft.ts";

type FormWords = {
  readonly optional: (label: string) => string;
  readonly lines: string;
  readonly faults: Readonly<Record<FieldFault, string>>;
  readonly changedMeanwhile: string;
  readonly working: string;
};

const en: FormWords = {
  optional: (label) => `${label} (may be left empty)`,
  lines: "One on each line.",
  faults: {
    missing: "Fill this in.",
    long: "This is longer than it may be.",
    malformed: "This does not have the form it needs; check for spaces and stray signs.",
  },
  changedMeanwhile: "Somebody changed this meanwhile. It has been loaded anew; look again.",
  working: "Working…",
};

const zhHans: FormWords = {
  optional: (label) => `${label}（可留空）`,
  lines: "每行一个。",
  faults: { missing: "请填写此项。", long: "内容过长。", malformed: "格式不符，请检查空格和多余符号。" },
  changedMeanwhile: "他人刚刚更改了内容，现已重新载入，请再次查看。",
  working: "正在处理……",
};

export const formWords: WordTable<FormWords> = { en, "zh-Hans": zhHans };
