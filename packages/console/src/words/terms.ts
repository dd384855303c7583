import type {
  caseTypes,
  casePriorities,
  dismissalReasons,
  groupKind,
  leadSources,
  leadStatuses,
  familyName,
} from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "./languages.ts";

type Names<Keys extends string> = WordTable<Readonly<Record<Keys, string>>>;

export type Axis = "coordinated" | "inauthentic";

/** The closed sets of the contract in words; a member without words does not compile. The same words as in the report of the command line. */
export const axisNames: Names<Axis> = {
  en: { coordinated: "coordinated", inauthentic: "inauthentic" },
  "zh-Hans": { coordinated: "协同", inauthentic: "不真实" },
};

type ActionKind =
  | "post"
  | "reply"
  | "repost"
  | "like"
  | "follow"
  | "join"
  | "gift"
  | "prize_claim"
  | "report"
  | "appeal"
  | "registration";
/** What an account can do, as `records` lists it. */
export const actionKindNames: Names<ActionKind> = {
  en: {
    post: "post",
    reply: "reply",
    repost: "repost",
    like: "like",
    follow: "follow",
    join: "joined a room",
    gift: "gift",
    prize_claim: "prize claim",
    report: "report",
    appeal: "appeal",
    registration: "registration",
  },
  "zh-Hans": {
    post: "发帖",
    reply: "回复",
    repost: "转发",
    like: "点赞",
    follow: "关注",
    join: "进入房间",
    gift: "送礼",
    prize_claim: "领取奖品",
    report: "举报",
    appeal: "申诉",
    registration: "注册",
  },
};

export const familyNames: Names<z.infer<typeof familyName>> = {
  en: {
    co_timing: "in step, again and again",
    co_selection: "the same rare choices",
    samples: "near-identical texts",
    burst: "sudden burst",
    concentration: "shared infrastructure",
    origin: "origin of the accounts",
    automation: "machine rhythm",
    hire: "evidence of hire",
  },
  "zh-Hans": {
    co_timing: "反复同步",
    co_selection: "相同的罕见选择",
    samples: "近似文本",
    burst: "短时暴增",
    concentration: "地址集中",
    origin: "账号来历",
    automation: "机器节律",
    hire: "受雇证据",
  },
};

export const familyAxes: Readonly<Record<z.infer<typeof familyName>, Axis>> = {
  co_timing: "coordinated",
  co_selection: "coordinated",
  samples: "coordinated",
  burst: "coordinated",
  concentration: "inauthentic",
  origin: "inauthentic",
  automation: "inauthentic",
  hire: "inauthentic",
};

/** A family of tests by its name; families that people or later versions name stand as they are. */
export function isFamily(name: string): name is z.infer<typeof familyName> {
  return Object.hasOwn(familyAxes, name);
}

export const groupKindNames: Names<z.infer<typeof groupKind>> = {
  en: { campaign: "campaign", coordinated: "coordinated, authenticity unknown" },
  "zh-Hans": { campaign: "有组织行动", coordinated: "协同，真实性未知" },
};

export const leadStatusNames: Names<(typeof leadStatuses)[number]> = {
  en: {
    lead_open: "open",
    lead_returned: "returned for completion",
    lead_dismissed: "dismissed",
    lead_expired: "expired",
    lead_merged: "merged",
    lead_accepted: "became a case",
  },
  "zh-Hans": {
    lead_open: "待处理",
    lead_returned: "退回补正",
    lead_dismissed: "已驳回",
    lead_expired: "已过期",
    lead_merged: "已合并",
    lead_accepted: "已立案",
  },
};

export const leadSourceNames: Names<(typeof leadSources)[number]> = {
  en: {
    detector: "detector",
    reporter: "report",
    trusted_flagger: "trusted flagger",
    authority: "authority's request",
    analyst: "analyst",
  },
  "zh-Hans": {
    detector: "检测器",
    reporter: "举报",
    trusted_flagger: "可信举报人",
    authority: "机关请求",
    analyst: "分析人员",
  },
};

export const dismissalNames: Names<(typeof dismissalReasons)[number]> = {
  en: {
    duplicate: "The same as another lead",
    insufficient: "Too little to go on",
    out_of_scope: "Not ours to decide",
    authentic: "Authentic: people acting together in the open",
    opinion: "An opinion, which cannot be false",
  },
  "zh-Hans": {
    duplicate: "与其他线索重复",
    insufficient: "依据不足",
    out_of_scope: "不属于受理范围",
    authentic: "真实协同：众人公开的共同行动",
    opinion: "属于意见，无真伪可言",
  },
};

export const priorityNames: Names<(typeof casePriorities)[number]> = {
  en: {
    P0: "P0: danger to life, minors, intimate images; first step within 1 h",
    P1: "P1: doxxing, threat, somebody under attack; within 4 h",
    P2: "P2: campaign, fraud, trusted flagger; within 24 h",
    P3: "P3: everything else; within 72 h",
  },
  "zh-Hans": {
    P0: "P0：危及生命、未成年人、私密影像；1 小时内着手",
    P1: "P1：人肉搜索、威胁、有人正遭攻击；4 小时内",
    P2: "P2：有组织行动、诈骗、可信举报人；24 小时内",
    P3: "P3：其他；72 小时内",
  },
};

export const caseTypeNames: Names<(typeof caseTypes)[number]> = {
  en: {
    campaign: "campaign",
    doxxing: "doxxing",
    threat: "threat",
    abuse: "abuse",
    harassment_for_hire: "harassment for hire",
    privacy: "privacy",
    intimate_images: "intimate images",
    fraud: "fraud",
    extortion: "extortion",
    impersonation: "impersonation",
    account_trade: "trade in accounts",
    fake_engagement: "fake engagement",
    undisclosed_payment: "undisclosed payment",
    promotion_abuse: "abuse of promotions",
    false_claim_about_person: "false claim about a person",
    synthetic_media: "synthetic media",
    data_trade: "trade in data",
    mass_reporting: "mass reporting",
    other: "other",
  },
  "zh-Hans": {
    campaign: "有组织行动",
    doxxing: "人肉搜索",
    threat: "威胁",
    abuse: "辱骂",
    harassment_for_hire: "有偿代骂",
    privacy: "侵犯隐私",
    intimate_images: "私密影像",
    fraud: "诈骗",
    extortion: "敲诈勒索",
    impersonation: "冒充他人",
    account_trade: "买卖账号",
    fake_engagement: "刷量",
    undisclosed_payment: "未披露的付费推广",
    promotion_abuse: "滥用促销活动",
    false_claim_about_person: "针对个人的不实说法",
    synthetic_media: "合成媒体",
    data_trade: "买卖数据",
    mass_reporting: "恶意批量举报",
    other: "其他",
  },
};

export type ExplanationKind =
  | "breaking_news"
  | "petition_or_fans"
  | "share_button"
  | "shared_network"
  | "scheduled_posting"
  | "syndication"
  | "copied_source";
export const explanationNames: Names<ExplanationKind> = {
  en: {
    breaking_news: "Breaking news that many pass on at once",
    petition_or_fans: "A petition or a fan club acting openly together",
    share_button: "A share button that fills in the text",
    shared_network: "One school, firm or carrier behind one address",
    scheduled_posting: "One organisation's scheduled posts",
    syndication: "Syndicated content, published by many outlets",
    copied_source: "A source whom others copy without asking",
  },
  "zh-Hans": {
    breaking_news: "突发新闻，众人同时转发",
    petition_or_fans: "请愿或粉丝团体的公开行动",
    share_button: "分享按钮自动填写的文字",
    shared_network: "同一学校、单位或运营商共用地址",
    scheduled_posting: "同一机构的定时发布",
    syndication: "多家媒体的联合供稿",
    copied_source: "源头被他人擅自复制",
  },
};

export const fitNames: Names<"well" | "partly" | "poorly" | "unknown"> = {
  en: { well: "fits well", partly: "fits in part", poorly: "fits poorly", unknown: "cannot be told from this input" },
  "zh-Hans": { well: "很吻合", partly: "部分吻合", poorly: "不太吻合", unknown: "凭现有输入无法判断" },
};

/** The words for a key of an open set: those of the table, else the key itself. */
export function nameOf(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}
