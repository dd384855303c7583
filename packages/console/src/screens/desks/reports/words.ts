import type { reportLine } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";

type Report = z.infer<typeof reportLine>;
type ReportWords = {
  readonly title: string;
  readonly intro: string;
  readonly all: string;
  readonly one: string;
  readonly many: string;
  readonly name: (id: string) => string;
  readonly show: string;
  readonly anyState: string;
  readonly shows: Readonly<Record<"waiting" | "returned" | "decided" | "forgotten", string>>;
  readonly statuses: Readonly<Record<Report["status"], string>>;
  readonly sources: Readonly<Record<Report["source"], string>>;
  readonly childAbuse: string;
  readonly emptyHint: string;
  readonly about: (what: string) => string;
  readonly objects: Readonly<Record<Report["object"]["kind"], string>>;
  readonly received: string;
  readonly joined: string;
  readonly says: string;
  readonly destroyed: string;
  readonly noReasons: string;
  readonly location: string;
  readonly missing: string;
  readonly missingHint: string;
  readonly parts: Readonly<Record<Report["missing"][number], string>>;
  readonly lead: string;
  readonly joinedTo: string;
  readonly joinHint: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly noOutcome: string;
  readonly decidedAt: string;
  readonly category: string;
  readonly source: string;
  readonly standing: string;
  readonly reporter: string;
  readonly reporterHint: string;
  readonly seeReporter: string;
  readonly seeHint: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly record: string;
  readonly personName: string;
  readonly email: string;
  readonly account: string;
  readonly looks: string;
  readonly noLooks: string;
};

const en: ReportWords = {
  title: "Reports",
  intro:
    "What people reported. Each opens a lead, or joins the one that is open about the same; what becomes of the lead becomes of the report, and its author is told. Decide there, not here.",
  all: "All reports",
  one: "the report",
  many: "reports",
  name: (id) => `Report ${id}`,
  show: "Show",
  anyState: "all",
  shows: { waiting: "waiting", returned: "returned for completion", decided: "decided", forgotten: "destroyed" },
  statuses: { received: "waiting", returned: "returned", decided: "decided", forgotten: "destroyed" },
  sources: { reporter: "by a person", trusted_flagger: "by a trusted flagger" },
  childAbuse: "child sexual abuse",
  emptyHint: "Reports come from the platform, and from the public form where it is switched on.",
  about: (what) => `about ${what}`,
  objects: {
    post: "post",
    url: "link",
    hashtag: "hashtag",
    mention: "mention",
    media: "media",
    room: "room",
    product: "product",
    account: "account",
  },
  received: "received",
  joined: "joined to another",
  says: "What it says",
  destroyed: "Its words were destroyed when their time was over.",
  noReasons: "It gives no reasons.",
  location: "Where",
  missing: "Still missing",
  missingHint: "Only its author can complete it, by the link that they were given.",
  parts: {
    reasons: "reasons",
    location: "the exact place",
    name: "a name",
    email: "an e-mail address",
    inGoodFaith: "the statement of good faith",
  },
  lead: "Its lead",
  joinedTo: "Joined to",
  joinHint: "Another report about the same came first; its lead stands for both.",
  outcome: "What became of it",
  outcomes: {
    expired: "nobody acted in time",
    action_taken: "measures were decided",
    dismissed_duplicate: "dismissed: the same as another",
    dismissed_insufficient: "dismissed: too little to go on",
    dismissed_out_of_scope: "dismissed: not ours to decide",
    dismissed_authentic: "dismissed: authentic",
    dismissed_opinion: "dismissed: an opinion",
    no_action_authentic_coordination: "no measure: authentic coordination",
    no_action_no_violation: "no measure: no rule was broken",
    no_action_insufficient_evidence: "no measure: too little evidence",
    no_action_opinion: "no measure: an opinion",
    no_action_corrected_by_author: "no measure: corrected by its author",
    no_action_already_decided: "no measure: decided already",
  },
  noOutcome: "Not decided yet.",
  decidedAt: "Decided",
  category: "About",
  source: "From",
  standing: "Standing",
  reporter: "Who reported",
  reporterHint:
    "Kept apart from what was said. Whoever looks gives a reason; each look is written down and shown here.",
  seeReporter: "See who reported…",
  seeHint: "Your name and this reason are written down before anything is shown.",
  reason: "Reason",
  reasonHint: "Why you have to know.",
  record: "How their notices turned out",
  personName: "Name",
  email: "E-mail",
  account: "Account",
  looks: "Who looked",
  noLooks: "Nobody has looked.",
};

const zhHans: ReportWords = {
  title: "举报",
  intro:
    "公众的举报。每件举报建立一条线索，或并入同一事项的线索；线索的结果就是举报的结果，并告知举报人。请在线索处决定，而非此处。",
  all: "全部举报",
  one: "该举报",
  many: "举报",
  name: (id) => `举报 ${id}`,
  show: "显示",
  anyState: "全部",
  shows: { waiting: "待处理", returned: "退回补正", decided: "已决定", forgotten: "已销毁" },
  statuses: { received: "待处理", returned: "退回补正", decided: "已决定", forgotten: "已销毁" },
  sources: { reporter: "个人举报", trusted_flagger: "可信举报人" },
  childAbuse: "儿童性侵害",
  emptyHint: "举报来自平台，以及已开启的公开表单。",
  about: (what) => `关于${what}`,
  objects: {
    post: "内容",
    url: "链接",
    hashtag: "话题标签",
    mention: "提及",
    media: "媒体",
    room: "直播间",
    product: "商品",
    account: "账号",
  },
  received: "收到于",
  joined: "已并入",
  says: "举报内容",
  destroyed: "其文字已到期销毁。",
  noReasons: "未写明理由。",
  location: "位置",
  missing: "尚缺",
  missingHint: "只有举报人能通过所得链接补正。",
  parts: {
    reasons: "理由",
    location: "确切位置",
    name: "姓名",
    email: "邮箱",
    inGoodFaith: "善意声明",
  },
  lead: "线索",
  joinedTo: "并入",
  joinHint: "同一事项已有更早的举报，由其线索代表。",
  outcome: "结果",
  outcomes: {
    expired: "逾期无人处理",
    action_taken: "已决定采取措施",
    dismissed_duplicate: "驳回：与其他举报重复",
    dismissed_insufficient: "驳回：依据不足",
    dismissed_out_of_scope: "驳回：不属于受理范围",
    dismissed_authentic: "驳回：真实行为",
    dismissed_opinion: "驳回：属于意见",
    no_action_authentic_coordination: "不采取措施：真实协同",
    no_action_no_violation: "不采取措施：未违反规则",
    no_action_insufficient_evidence: "不采取措施：证据不足",
    no_action_opinion: "不采取措施：属于意见",
    no_action_corrected_by_author: "不采取措施：作者已更正",
    no_action_already_decided: "不采取措施：已有决定",
  },
  noOutcome: "尚未决定。",
  decidedAt: "决定时间",
  category: "事由",
  source: "来源",
  standing: "状态",
  reporter: "举报人",
  reporterHint: "与举报内容分开保存。查看须写明理由；每次查看都有记录并显示于此。",
  seeReporter: "查看举报人……",
  seeHint: "在显示任何内容之前，先记录你的姓名和理由。",
  reason: "理由",
  reasonHint: "为何须知道。",
  record: "其举报结果记录",
  personName: "姓名",
  email: "邮箱",
  account: "账号",
  looks: "查看记录",
  noLooks: "无人查看过。",
};

export const reportWords: WordTable<ReportWords> = { en, "zh-Hans": zhHans };
