import type { Behaviour, Grade, RuleLanguage } from "@breakwater/casework";

/** Sentences of the page of rules. The rules themselves are the operator's. */
export type RulesWords = {
  readonly languageName: string;
  readonly languages: string;
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  readonly inForce: string;
  readonly soon: string;
  readonly version: (version: string, day: string) => string;
  readonly holdsFrom: (day: string) => string;
  readonly until: (day: string) => string;
  readonly falls: string;
  readonly spares: string;
  readonly shows: string;
  readonly measures: string;
  readonly upTo: (level: number) => string;
  readonly nothing: string;
  readonly ground: Readonly<Record<"illegal" | "incompatible", string>>;
  readonly transition: string;
  readonly override: string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly behaviours: Readonly<Record<Behaviour, string>>;
  readonly ladder: string;
  readonly machine: string;
};

const en: RulesWords = {
  languageName: "English",
  languages: "Languages",
  title: "Rules that hold here",
  intro:
    "These are the rules by which decisions are made here. They are about what accounts do, never about what anybody thinks. Criticism of anybody, us and every authority included, breaks none of them.",
  none: "No rule is in force: nothing can be decided against anybody.",
  inForce: "In force",
  soon: "Published, not yet in force",
  version: (version, day) => `Version ${version}, in force since ${day}`,
  holdsFrom: (day) => `holds from ${day}`,
  until: (day) => `until ${day}`,
  falls: "Falls under it",
  spares: "Does not",
  shows: "What has to be shown of the account itself",
  measures: "Measures at most",
  upTo: (level) => `L${level}`,
  nothing: "none",
  ground: { illegal: "Law", incompatible: "Terms" },
  transition: "What changes",
  override: "Two people let this rule through although our own check of rules refused it",
  grades: { minor: "minor", moderate: "moderate", serious: "serious", critical: "critical" },
  behaviours: {
    acts_in_step: "acting in step",
    shares_one_hand: "many accounts in one hand",
    poses_as_other: "posing as somebody else",
    exposes_identifier: "exposing identifiers",
    hires_or_is_hired: "hiring or being hired",
    hides_payment: "hidden payment",
    deceives_for_gain: "deception for gain",
    inflates_counts: "made-up counts",
    reports_in_bad_faith: "reports in bad faith",
    singles_out_a_person: "going for one person",
    trades_accounts: "trade in accounts",
    demands_under_threat: "demands under threat",
    repeats_determined_claim: "repeating a determined claim",
  },
  ladder:
    "L0 message · L1 warning · L2 label · L3 counts corrected · L4 interaction restricted · L5 item taken down · L6 money held · L7 mute · L8 suspension · L9 end of the account · L10 register. People decide; from L4 on two. Every measure can be appealed and undone.",
  machine: "The same for programs",
};

const zhHans: RulesWords = {
  languageName: "简体中文",
  languages: "语言",
  title: "现行规则",
  intro:
    "本社区依据以下规则作出决定。规则针对账号的行为，绝不针对任何人的想法。批评任何人（包括我们和任何机关）都不违反规则。",
  none: "目前没有生效的规则：不能对任何人作出处理。",
  inForce: "已生效",
  soon: "已公布，尚未生效",
  version: (version, day) => `版本 ${version}，自 ${day} 起生效`,
  holdsFrom: (day) => `${day} 起生效`,
  until: (day) => `至 ${day}`,
  falls: "适用的例子",
  spares: "不适用的例子",
  shows: "须就该账号证明",
  measures: "措施上限",
  upTo: (level) => `L${level}`,
  nothing: "无",
  ground: { illegal: "法律", incompatible: "条款" },
  transition: "变化说明",
  override: "规则检查未通过，经两人同意放行",
  grades: { minor: "轻微", moderate: "一般", serious: "严重", critical: "特别严重" },
  behaviours: {
    acts_in_step: "步调一致",
    shares_one_hand: "一方操控多个账号",
    poses_as_other: "冒充他人",
    exposes_identifier: "曝光识别信息",
    hires_or_is_hired: "雇用或受雇",
    hides_payment: "隐瞒酬劳",
    deceives_for_gain: "骗取利益",
    inflates_counts: "虚增数量",
    reports_in_bad_faith: "明知无据的举报",
    singles_out_a_person: "针对个人",
    trades_accounts: "账号买卖",
    demands_under_threat: "威胁索要",
    repeats_determined_claim: "重复已认定的说法",
  },
  ladder:
    "L0 提示 · L1 警示 · L2 标注 · L3 更正数量 · L4 限制互动 · L5 内容下架 · L6 暂扣收益 · L7 禁言 · L8 暂停账号 · L9 终止账号 · L10 登记。均由人决定，L4 起须两人。所有措施均可申诉并可撤销。",
  machine: "供程序读取",
};

export const rulesWords: Readonly<Record<RuleLanguage, RulesWords>> = { en, "zh-Hans": zhHans };
