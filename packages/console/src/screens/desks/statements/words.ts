import type { WordTable } from "../../../words/languages.ts";

export type StatementStatus = "queued" | "accepted" | "refused" | "withheld";
type StatementWords = {
  readonly title: string;
  readonly intro: string;
  readonly many: string;
  readonly status: string;
  readonly all: string;
  readonly statuses: Readonly<Record<StatementStatus, string>>;
  readonly sources: Readonly<Record<"decision" | "hold", string>>;
  readonly emptyHint: string;
  readonly faults: (fields: string) => string;
  readonly made: string;
  readonly sum: string;
  readonly addsUp: string;
  readonly addsNot: string;
  readonly sumHint: string;
  readonly restrictions: string;
  readonly statements: string;
  readonly asOf: string;
  readonly neverSummed: string;
};

const en: StatementWords = {
  title: "Statements",
  intro:
    "Each restriction owes a statement of reasons, and each statement goes to the public database without personal data.",
  many: "statements",
  status: "State",
  all: "all",
  statuses: { queued: "to be sent", accepted: "accepted", refused: "refused by the database", withheld: "withheld" },
  sources: { decision: "of a decision", hold: "of a hold" },
  emptyHint: "The first restriction brings the first statement.",
  faults: (fields) => `held up by: ${fields}`,
  made: "made",
  sum: "The sum of last night",
  addsUp: "adds up",
  addsNot: "does not add up",
  sumHint: "There have to be as many statements as restrictions, and each has to be accepted or waiting.",
  restrictions: "Restrictions",
  statements: "Statements",
  asOf: "As of",
  neverSummed: "It has not been added up yet; that happens each night.",
};

const zhHans: StatementWords = {
  title: "理由说明",
  intro: "每项限制都须有理由说明，每份说明在去除个人信息后报送公开数据库。",
  many: "理由说明",
  status: "状态",
  all: "全部",
  statuses: { queued: "待报送", accepted: "已接收", refused: "数据库拒收", withheld: "暂不公开" },
  sources: { decision: "决定", hold: "拦截" },
  emptyHint: "作出第一项限制后即有第一份说明。",
  faults: (fields) => `问题字段：${fields}`,
  made: "生成于",
  sum: "昨夜对账",
  addsUp: "数目相符",
  addsNot: "数目不符",
  sumHint: "限制措施与理由说明的数目须一致，每份说明须已接收或待报送。",
  restrictions: "限制措施",
  statements: "理由说明",
  asOf: "截至",
  neverSummed: "尚未对账；每夜进行一次。",
};

export const statementWords: WordTable<StatementWords> = { en, "zh-Hans": zhHans };
