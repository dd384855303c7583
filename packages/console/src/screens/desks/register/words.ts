import type { registerStatuses } from "@breakwater/contract";
import type { WordTable } from "../../../words/languages.ts";

type RegisterWords = {
  readonly title: string;
  readonly intro: string;
  readonly lookUp: string;
  readonly hint: string;
  readonly measure: string;
  readonly measureHint: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly run: string;
  readonly notThere: string;
  readonly entry: string;
  readonly statuses: Readonly<Record<(typeof registerStatuses)[number], string>>;
  readonly rule: string;
  readonly ruleText: (id: string, version: string) => string;
  readonly decision: string;
  readonly expires: string;
  readonly lookUps: string;
  readonly notShown: string;
};

const en: RegisterWords = {
  title: "Block register",
  intro:
    "Keyed pseudonyms of accounts that were ended, for a year at most. No name, no face, no address, no score; no machine refuses anybody by it. It cannot be listed and not be searched for people.",
  lookUp: "Look into one entry",
  hint: "Your name, the reason and the time are kept, and each look is counted.",
  measure: "Measure",
  measureHint: "The id of the measure that made the entry; the decision leads here with it.",
  reason: "Reason",
  reasonHint: "Why this one entry has to be looked at now.",
  run: "Look",
  notThere: "There is no such entry. It may have expired, or its decision fell.",
  entry: "The entry",
  statuses: { listed: "in force", expired: "expired", deleted: "deleted" },
  rule: "Rule",
  ruleText: (id, version) => `${id}, version ${version}`,
  decision: "Decision",
  expires: "Expires",
  lookUps: "Looks so far",
  notShown: "The pseudonym itself is shown to nobody.",
};

const zhHans: RegisterWords = {
  title: "限制登记册",
  intro:
    "被终止账号的带密钥假名，最长保留一年。没有姓名、面容、地址或评分，机器也不据此拒绝任何人。不能列出，也不能用来查人。",
  lookUp: "查询一个登记项",
  hint: "你的姓名、理由和时间会留存，每次查询都计数。",
  measure: "措施",
  measureHint: "产生该登记项的措施编号；可从决定页直接前来。",
  reason: "理由",
  reasonHint: "为何现在须查看这一项。",
  run: "查询",
  notThere: "没有这个登记项。可能已到期，或其决定已被撤销。",
  entry: "登记项",
  statuses: { listed: "有效", expired: "已到期", deleted: "已删除" },
  rule: "规则",
  ruleText: (id, version) => `${id}，第 ${version} 版`,
  decision: "决定",
  expires: "到期时间",
  lookUps: "已查询次数",
  notShown: "假名本身不向任何人显示。",
};

export const registerWords: WordTable<RegisterWords> = { en, "zh-Hans": zhHans };
