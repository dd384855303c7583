import type {
  Axis,
  ConcentrationTrait,
  Explanation,
  FamilyName,
  GroupKind,
  LayerName,
  NullName,
  Role,
} from "@breakwater/engine";
import type { Phrase } from "./phrase.ts";

/** The engine's closed sets in words. A member without words does not compile. */
export const kindWords: Readonly<Record<GroupKind, Phrase>> = {
  campaign: { en: "campaign", zh: "有组织行动" },
  coordinated: { en: "coordinated, authenticity unknown", zh: "协同，真实性未知" },
};

export const axisWords: Readonly<Record<Axis, Phrase>> = {
  coordinated: { en: "Coordinated", zh: "协同性" },
  inauthentic: { en: "Inauthentic", zh: "不真实性" },
};

export const roleWords: Readonly<Record<Role, Phrase>> = {
  operator: { en: "possible operator", zh: "疑似组织者" },
  amplifier: { en: "amplifier", zh: "放大者" },
  bystander: { en: "bystander", zh: "旁观者" },
  source: { en: "source, copied by others", zh: "源头（被他人复制）" },
  unknown: { en: "unknown", zh: "未知" },
};

export const layerWords: Readonly<Record<LayerName, Phrase>> = {
  sample: { en: "near-identical texts", zh: "近似文本" },
  url: { en: "links", zh: "链接" },
  hashtag: { en: "hashtags", zh: "话题标签" },
  mention: { en: "mentions", zh: "提及" },
  media: { en: "images and videos", zh: "图片与视频" },
  reply: { en: "replies", zh: "回复" },
  repost: { en: "reposts", zh: "转发" },
  like: { en: "likes", zh: "点赞" },
  room: { en: "live rooms", zh: "直播间" },
  product: { en: "products", zh: "商品" },
  account: { en: "follows of accounts", zh: "关注账号" },
  report: { en: "reports against a target", zh: "举报" },
};

export const familyWords: Readonly<Record<FamilyName, Phrase>> = {
  co_timing: { en: "In step, again and again", zh: "反复同步" },
  co_selection: { en: "The same rare choices", zh: "相同的罕见选择" },
  samples: { en: "Near-identical texts", zh: "近似文本" },
  burst: { en: "Sudden burst", zh: "短时暴增" },
  concentration: { en: "Shared infrastructure", zh: "地址集中" },
  origin: { en: "Origin of the accounts", zh: "账号来历" },
  automation: { en: "Machine rhythm", zh: "机器节律" },
  hire: { en: "Evidence of hire", zh: "受雇证据" },
};

/** What would be expected if nothing were going on: the null hypothesis of a family, in plain words. */
export const nullWords: Readonly<Record<NullName, Phrase>> = {
  A: {
    en: "the same accounts on the same things, their times dealt anew among all who touched each thing",
    zh: "账号与对象不变，把每个对象上的时间在所有参与者之间重新分配",
  },
  B: {
    en: "every account as active and every thing as popular as it was, who met whom left to chance",
    zh: "账号活跃度与对象热度不变，谁与谁相遇全凭偶然",
  },
  sample_rate: { en: "the background rate of near-identical texts", zh: "近似文本的背景比例" },
  own_rhythm: { en: "the rhythm of the thing itself and of the community", zh: "对象自身与社区的节律" },
  population_share: { en: "as many accounts drawn from the whole input", zh: "从全部输入中抽取同样数量的账号" },
  population_rate: { en: "the rate in the whole input", zh: "全部输入中的比例" },
  people: { en: "judged by people", zh: "由人判断" },
};

export const traitWords: Readonly<Record<ConcentrationTrait, Phrase>> = {
  prefix: { en: "network prefix", zh: "网段" },
  asn: { en: "network (AS)", zh: "自治网络" },
  device: { en: "device", zh: "设备" },
  client: { en: "client", zh: "客户端" },
  creation_day: { en: "registration day", zh: "注册日" },
};

export const explanationWords: Readonly<Record<Explanation["kind"], Phrase>> = {
  breaking_news: { en: "Breaking news that many pass on at once", zh: "突发新闻，众人同时转发" },
  petition_or_fans: { en: "A petition or a fan club acting openly together", zh: "请愿或粉丝团体的公开行动" },
  share_button: { en: "A share button that fills in the text", zh: "分享按钮自动填写的文字" },
  shared_network: { en: "One school, firm or carrier behind one address", zh: "同一学校、单位或运营商共用地址" },
  scheduled_posting: { en: "One organisation's scheduled posts", zh: "同一机构的定时发布" },
  syndication: { en: "Syndicated content, published by many outlets", zh: "多家媒体的联合供稿" },
  copied_source: { en: "A source whom others copy without asking", zh: "源头被他人擅自复制" },
};

export const fitsWords: Readonly<Record<Explanation["fits"], Phrase>> = {
  well: { en: "fits well", zh: "很吻合" },
  partly: { en: "fits in part", zh: "部分吻合" },
  poorly: { en: "fits poorly", zh: "不太吻合" },
  unknown: { en: "cannot be told from this input", zh: "凭现有输入无法判断" },
};
