import type { WordTable } from "../../../words/languages.ts";
import type { FieldFault } from "./draft.ts";

type FormWords = {
  readonly optional: string;
  readonly lines: string;
  readonly faults: Readonly<Record<FieldFault, string>>;
};

const en: FormWords = {
  optional: "may be left empty",
  lines: "One on each line.",
  faults: {
    missing: "Fill this in.",
    long: "This is longer than it may be.",
    malformed: "This does not have the form it needs; check for spaces and stray signs.",
  },
};

const zhHans: FormWords = {
  optional: "可留空",
  lines: "每行一个。",
  faults: { missing: "请填写此项。", long: "内容过长。", malformed: "格式不符，请检查空格和多余符号。" },
};

export const formWords: WordTable<FormWords> = { en, "zh-Hans": zhHans };
