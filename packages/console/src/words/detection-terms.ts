import type { proposedRole } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "./languages.ts";

type Names<Keys extends string> = WordTable<Readonly<Record<Keys, string>>>;
/** Of sets that later detectors may add to: what has no words is shown by its key (`nameOf`). */
type OpenNames = WordTable<Readonly<Record<string, string>>>;

/** What detection's closed sets and keys are called: the same words as in the report of the command line. */
export const proposedRoleNames: Names<z.infer<typeof proposedRole>> = {
  en: {
    operator: "possible operator",
    amplifier: "amplifier",
    bystander: "bystander",
    source: "source, copied by others",
    unknown: "unknown",
  },
  "zh-Hans": {
    operator: "疑似组织者",
    amplifier: "放大者",
    bystander: "旁观者",
    source: "源头（被他人复制）",
    unknown: "未知",
  },
};

export const layerNames: OpenNames = {
  en: {
    sample: "near-identical texts",
    url: "links",
    hashtag: "hashtags",
    mention: "mentions",
    media: "images and videos",
    reply: "replies",
    repost: "reposts",
    like: "likes",
    room: "live rooms",
    product: "products",
    account: "follows of accounts",
    report: "reports against a target",
  },
  "zh-Hans": {
    sample: "近似文本",
    url: "链接",
    hashtag: "话题标签",
    mention: "提及",
    media: "图片与视频",
    reply: "回复",
    repost: "转发",
    like: "点赞",
    room: "直播间",
    product: "商品",
    account: "关注账号",
    report: "举报",
  },
};

/** What would be expected if nothing were going on. */
export const nullNames: OpenNames = {
  en: {
    A: "the same accounts on the same things, their times dealt anew among all who touched each thing",
    B: "every account as active and every thing as popular as it was, who met whom left to chance",
    sample_rate: "the background rate of near-identical texts",
    own_rhythm: "the rhythm of the thing itself and of the community",
    population_share: "as many accounts drawn from the whole input",
    population_rate: "the rate in the whole input",
    people: "judged by people",
  },
  "zh-Hans": {
    A: "账号与对象不变，把每个对象上的时间在所有参与者之间重新分配",
    B: "账号活跃度与对象热度不变，谁与谁相遇全凭偶然",
    sample_rate: "近似文本的背景比例",
    own_rhythm: "对象自身与社区的节律",
    population_share: "从全部输入中抽取同样数量的账号",
    population_rate: "全部输入中的比例",
    people: "由人判断",
  },
};

export const traitNames: OpenNames = {
  en: {
    prefix: "network prefix",
    asn: "network (AS)",
    device: "device",
    client: "client",
    creation_day: "registration day",
  },
  "zh-Hans": { prefix: "网段", asn: "自治网络", device: "设备", client: "客户端", creation_day: "注册日" },
};

export const statisticNames: OpenNames = {
  en: {
    accounts_in_window: "accounts of the group within one window of time",
    actions_in_step: "actions in step with the others",
    meetings_of_members: "times that two members met on a thing",
    actions_with_shared_text: "actions whose text others used too",
    effective_prefix: "effectively separate network prefixes",
    effective_asn: "effectively separate network operators",
    effective_device: "effectively separate devices",
    effective_client: "effectively separate clients",
    effective_creation_day: "effectively separate registration days",
    registered_within_hour: "accounts registered within one hour of each other",
    registered_within_day: "accounts registered within one day of each other",
    woke_within_hour: "dormant accounts woken within one hour of each other",
    woke_within_day: "dormant accounts woken within one day of each other",
    even_gaps: "share of gaps between actions that are all of one length",
    clock_beat: "how closely actions keep to the beat of the clock, 0 to 1",
    sleepless: "hours of the day in which the accounts act, at the mean",
    same_schedule: "accounts on one and the same schedule",
    members_on_own_places: "members on places of their own",
  },
  "zh-Hans": {
    accounts_in_window: "同一时间窗内的群组账号",
    actions_in_step: "与他人同步的行为",
    meetings_of_members: "两名成员在同一对象上相遇的次数",
    actions_with_shared_text: "文本与他人近似的行为",
    effective_prefix: "有效网段数",
    effective_asn: "有效网络运营商数",
    effective_device: "有效设备数",
    effective_client: "有效客户端数",
    effective_creation_day: "有效注册日数",
    registered_within_hour: "在同一小时内注册的账号",
    registered_within_day: "在同一天内注册的账号",
    woke_within_hour: "沉寂后在同一小时内苏醒的账号",
    woke_within_day: "沉寂后在同一天内苏醒的账号",
    even_gaps: "行为间隔长度相同的比例",
    clock_beat: "行为贴合时钟节拍的程度，0 到 1",
    sleepless: "账号一天中有行为的小时数，平均",
    same_schedule: "时间表完全相同的账号",
    members_on_own_places: "使用本群组专有地址的成员",
  },
};

/** Why something could not be judged, or was not. */
export const shortfallNames: OpenNames = {
  en: {
    selection_not_stated: "how the input was chosen is not stated, so there is no population to compare with",
    selected_by_accounts: "the input holds chosen accounts only, so there is no population to compare with",
    selected_by_hashtag: "the hashtag by which the input was chosen is everybody's",
    too_few_accounts: "too few accounts",
    too_few_shared_objects: "too few things that two accounts share",
    no_shared_objects: "no thing that two accounts share",
    clock_too_coarse: "times are whole days; with hours, steps in time could be seen",
    accounts_with_known_place: "accounts of the group with a known network, device or client",
    accounts_with_known_age: "accounts of the group with a known creation time",
    accounts_with_eight_actions: "accounts of the group with eight actions or more",
  },
  "zh-Hans": {
    selection_not_stated: "未说明输入的选取方式，没有可供比较的总体",
    selected_by_accounts: "输入只含选定的账号，没有可供比较的总体",
    selected_by_hashtag: "选取输入所用的话题标签人人都有",
    too_few_accounts: "账号太少",
    too_few_shared_objects: "两个账号共有的对象太少",
    no_shared_objects: "没有两个账号共有的对象",
    clock_too_coarse: "时间只精确到天；精确到小时便能看出同步",
    accounts_with_known_place: "网络、设备或客户端已知的群组账号",
    accounts_with_known_age: "创建时间已知的群组账号",
    accounts_with_eight_actions: "有八个以上行为的群组账号",
  },
};

/** Bounds of the engine. */
export const limitNames: OpenNames = {
  en: {
    late_actions: "actions that came too late",
    repeated_ids: "actions with an id seen before",
    actionsMax: "actions kept",
    textsMax: "distinct texts clustered",
    bucketMax: "texts looked at under one key",
    comparedTextsMax: "texts compared with one text",
    comparedUnitsMax: "length of text compared",
    wordingsMax: "wordings kept of one sample",
    accountCellsMax: "things of one account that are paired",
    cellPairsMax: "pairs of things counted",
    candidatesMax: "candidate groups",
    tiedRowsMax: "accounts on one thing that are tied with each other",
    tiesMax: "ties in the candidate graph",
  },
  "zh-Hans": {
    late_actions: "到达过晚的行为",
    repeated_ids: "编号重复的行为",
    actionsMax: "保留的行为",
    textsMax: "参与聚类的不同文本",
    bucketMax: "同一键下查看的文本",
    comparedTextsMax: "与同一文本比较的文本",
    comparedUnitsMax: "参与比较的文本长度",
    wordingsMax: "每个样本保留的写法",
    accountCellsMax: "每个账号参与配对的对象",
    cellPairsMax: "计数的对象对",
    candidatesMax: "候选群组",
    tiedRowsMax: "同一对象上相互关联的账号",
    tiesMax: "候选图中的关联",
  },
};

type Told = (numbers: Readonly<Record<string, string>>) => string;

/** Why an honest reading fits as it does, with its numbers as they are written. */
export const explanationReasons: WordTable<Readonly<Record<string, Told>>> = {
  en: {
    outsiders_in_window: (n) =>
      `Of the others who touched the same things, ${n["outsidersInWindow"]} did so in the same windows of time.`,
    no_text: () => "The actions carry no text.",
    outsiders_using_the_same_text: (n) => `Of those who used these texts, ${n["outsiders"]} are outside the group.`,
    authenticity_not_tested: () => "Authenticity could not be tested.",
    inauthentic_families_significant: (n) =>
      `Of ${n["tested"]} tests of authenticity, ${n["significant"]} came out unlikely by chance.`,
    no_network: () => "The input names no networks.",
    effective_prefixes_against_population: (n) =>
      `The accounts behave like ${n["effective"]} separate networks, where ${n["expected"]} would be expected; devices and registration days were looked at too.`,
    rhythm_not_tested: () => "The rhythm of the accounts could not be tested.",
    machine_rhythm: (n) =>
      `The rhythm of the accounts measures ${n["observed"]}, where ${n["expected"]} is typical of as active ones.`,
    members_among_all_on_the_objects: (n) =>
      `Of all who acted in the same windows of time, ${n["alone"]} are in the group.`,
    accounts_first_nearly_always: (n) =>
      `Accounts that are nearly always first, and so may be copied by the rest: ${n["sources"]}.`,
  },
  "zh-Hans": {
    outsiders_in_window: (n) => `触及相同对象的其他人中，${n["outsidersInWindow"]} 也在相同时间窗内行动。`,
    no_text: () => "这些行为没有文本。",
    outsiders_using_the_same_text: (n) => `使用这些文本的人中，${n["outsiders"]} 不属于群组。`,
    authenticity_not_tested: () => "真实性无法检验。",
    inauthentic_families_significant: (n) => `${n["tested"]} 项真实性检验中，${n["significant"]} 项难以用偶然解释。`,
    no_network: () => "输入没有网络信息。",
    effective_prefixes_against_population: (n) =>
      `这些账号相当于 ${n["effective"]} 个不同的网络，预期为 ${n["expected"]} 个；同时参考了设备与注册日。`,
    rhythm_not_tested: () => "账号的节律无法检验。",
    machine_rhythm: (n) => `这些账号的节律测值为 ${n["observed"]}，同等活跃的账号通常为 ${n["expected"]}。`,
    members_among_all_on_the_objects: (n) => `在相同时间窗内行动的人中，${n["alone"]} 属于群组。`,
    accounts_first_nearly_always: (n) => `几乎总是最先、可能被其余账号复制的账号：${n["sources"]}。`,
  },
};
/** Numbers of those reasons that are shares. */
export const shareNumbers: ReadonlySet<string> = new Set(["outsidersInWindow", "outsiders", "alone"]);
