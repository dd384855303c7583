import type { legalHoldStates } from "@breakwater/contract";
import type { WordTable } from "../../../words/languages.ts";

type LegalHoldWords = {
  readonly title: string;
  readonly intro: string;
  readonly many: string;
  readonly state: string;
  readonly all: string;
  readonly states: Readonly<Record<(typeof legalHoldStates)[number], string>>;
  readonly ofCase: (id: string) => string;
  readonly review: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
};

const en: LegalHoldWords = {
  title: "Legal holds",
  intro:
    "Cases whose evidence is not destroyed when its time is over. One person asks, another confirms, and it is looked at again before it goes on. Nothing else of a case is shown here.",
  many: "legal holds",
  state: "State",
  all: "all",
  states: { asked: "waits for a second person", stands: "stands" },
  ofCase: (id) => `Case ${id}`,
  review: "review",
  emptyTitle: "No evidence is kept for longer",
  emptyHint: "A legal hold is asked for at a case, by an auditor or an administrator.",
};

const zhHans: LegalHoldWords = {
  title: "法律保全",
  intro: "期满后证据不予销毁的案件。由一人申请、另一人确认，延续前须再次复查。此处不显示案件的其他内容。",
  many: "法律保全",
  state: "状态",
  all: "全部",
  states: { asked: "待第二人确认", stands: "有效" },
  ofCase: (id) => `案件 ${id}`,
  review: "复查",
  emptyTitle: "没有延长保存的证据",
  emptyHint: "法律保全由审计员或管理员在案件处申请。",
};

export const legalHoldWords: WordTable<LegalHoldWords> = { en, "zh-Hans": zhHans };
