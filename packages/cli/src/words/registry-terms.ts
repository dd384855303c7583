import type {
  Difference,
  EntryStatus,
  FieldFault,
  FileRefusal,
  RegistryAction,
  RegistryRefusal,
  SourceKind,
  StandingObstacle,
  Verdict,
} from "@breakwater/claims";
import type { Phrase } from "./phrase.ts";

/** The registry's closed sets in words. Each verdict's words are read back as that verdict. */
export const verdictWords: Readonly<Record<Verdict, Phrase>> = {
  false: { en: "False", zh: "不实" },
  misleading: { en: "Misleading", zh: "误导" },
  missing_context: { en: "Missing context", zh: "缺乏上下文" },
  outdated: { en: "Outdated", zh: "过时" },
  mixed: { en: "Mixed", zh: "真假参半" },
  unproven: { en: "Unproven", zh: "尚无定论" },
  satire: { en: "Satire", zh: "讽刺" },
  true: { en: "True", zh: "属实" },
};

export const statusWords: Readonly<Record<EntryStatus, Phrase>> = {
  draft: { en: "draft", zh: "草稿" },
  reviewed: { en: "reviewed", zh: "已复核" },
  published: { en: "published", zh: "已发布" },
  corrected: { en: "published and corrected", zh: "已发布并更正" },
  withdrawn: { en: "withdrawn", zh: "已撤回" },
};

export const originWords: Readonly<Record<"own" | "imported", Phrase>> = {
  own: { en: "our own", zh: "自有" },
  imported: { en: "imported", zh: "导入" },
};

export const obstacleWords: Readonly<Record<StandingObstacle, Phrase>> = {
  not_published: { en: "not published", zh: "未发布" },
  not_adopted: { en: "imported, and not adopted by three editors", zh: "导入条目，尚未由三位编辑采纳" },
  not_false_side: { en: "the verdict is not on the false side", zh: "结论不属于不实一侧" },
  no_public_url: { en: "no public address where it can be read", zh: "没有可公开查阅的网址" },
  too_few_people: { en: "fewer than three people stand behind it", zh: "作者与复核人不足三位" },
};

export const actionWords: Readonly<Record<RegistryAction, Phrase>> = {
  added: { en: "added", zh: "新增" },
  imported: { en: "imported", zh: "导入" },
  edited: { en: "edited", zh: "编辑" },
  reviewed: { en: "reviewed", zh: "复核" },
  published: { en: "published", zh: "发布" },
  corrected: { en: "correction begun", zh: "开始更正" },
  adopted: { en: "adopted", zh: "采纳" },
  withdrawn: { en: "withdrawn", zh: "撤回" },
};

export const differenceWords: Readonly<Record<Difference, Phrase>> = {
  numbers: { en: "their numbers differ", zh: "数字不同" },
  negation: { en: "one denies what the other says", zh: "一个是另一个的否定" },
  words: { en: "a word of one stands where the other has another, perhaps a name", zh: "用词互有不同，可能是名称" },
  verdict: { en: "their verdicts are on different sides", zh: "结论分属不同侧" },
};

export const fieldFaultWords: Readonly<Record<FieldFault["code"], Phrase>> = {
  missing: { en: "missing", zh: "缺失" },
  not_an_object: { en: "not a record", zh: "不是记录" },
  not_a_text: { en: "not a text", zh: "不是文本" },
  not_a_list: { en: "not a list", zh: "不是列表" },
  not_a_wording: { en: "not a wording", zh: "不是表述" },
  not_a_source: { en: "not a source", zh: "不是依据" },
  not_a_verdict: { en: "not a verdict", zh: "不是结论" },
  not_a_status: { en: "not a status", zh: "不是状态" },
  not_an_origin: { en: "not an origin", zh: "不是来源类别" },
  not_a_date: { en: "not a date that can be read for certain", zh: "不是能确定读出的日期" },
  too_long: { en: "too long", zh: "过长" },
  too_many: { en: "too many", zh: "过多" },
};

export const fileRefusalWords: Readonly<Record<FileRefusal["kind"], Phrase>> = {
  not_a_registry: {
    en: "it is not a registry; make one with breakwater registry build",
    zh: "它不是登记库；请用 breakwater registry build 生成",
  },
  newer_version: {
    en: "it was written by a newer Breakwater (format {where}); update, or export it there as NDJSON",
    zh: "它由更新版本的 Breakwater 写成（格式 {where}）；请升级，或在新版本中导出为 NDJSON",
  },
  cut_short: {
    en: "it ends too early, as after a broken copy; copy it again or take the backup",
    zh: "文件不完整，可能复制中断；请重新复制或使用备份",
  },
  damaged: {
    en: "{where} is damaged: its checksum does not hold; copy it again or take the backup",
    zh: "{where} 已损坏（校验和不符）；请重新复制或使用备份",
  },
};

export const refusalWords: Readonly<Record<RegistryRefusal, Phrase>> = {
  no_name: { en: "say who you are with --by NAME", zh: "请用 --by 姓名 说明是谁" },
  no_reason: { en: "it needs a reason; give --reason", zh: "需要理由；请用 --reason 说明" },
  not_an_entry: {
    en: "the result would not be an entry: a field is empty, too long, or not a date",
    zh: "结果不是有效条目：有字段为空、过长或不是日期",
  },
  unknown_entry: { en: "there is no such entry; see registry search", zh: "没有这个条目；见 registry search" },
  id_taken: { en: "there is an entry of this id already", zh: "此编号已有条目" },
  id_is_own: { en: "our own entry has this id; import it under another", zh: "自有条目已用此编号；请换一个编号导入" },
  not_own: { en: "it is imported; it can be adopted, edited or withdrawn", zh: "这是导入条目；可采纳、编辑或撤回" },
  not_imported: {
    en: "it is our own; it is reviewed and published, not adopted",
    zh: "这是自有条目；应复核并发布，而非采纳",
  },
  withdrawn: { en: "it is withdrawn", zh: "它已撤回" },
  no_change: { en: "nothing would change", zh: "没有任何变化" },
  already_published: { en: "it is published already", zh: "它已发布" },
  not_yet_published: { en: "it is not published", zh: "它尚未发布" },
  already_reviewed: { en: "you, or two others, have reviewed it already", zh: "您或另两位已复核" },
  own_review: { en: "nobody reviews what they wrote themselves", zh: "不能复核自己所写的内容" },
  two_reviews_needed: { en: "two people other than its author must review it first", zh: "须先由作者以外的两人复核" },
  no_public_url: {
    en: "nobody could read it; give the public address with --url",
    zh: "没有人能读到它；请用 --url 给出公开网址",
  },
  too_few_sources: {
    en: "it rests on fewer than two sources; add some with --source",
    zh: "依据不足两个；请用 --source 补充",
  },
  one_publisher: {
    en: "its sources are not of two different publishers; name them with --source 'KIND|PUBLISHER|TEXT'",
    zh: "各依据并非出自两个不同的发布者；请用 --source '类别|发布者|文本' 注明",
  },
  official_only: {
    en: "no source is named as anything but an official statement; see --source",
    zh: "没有注明官方声明以外的依据；见 --source",
  },
  no_right_of_reply: {
    en: "say with --reply what was asked of whoever made the claim, or why that was not possible",
    zh: "请用 --reply 说明向发布说法者询问了什么，或为何无法询问",
  },
  already_adopted: { en: "you have adopted it already", zh: "您已采纳过" },
};

export const sourceKindWords: Readonly<Record<SourceKind, Phrase>> = {
  document: { en: "document", zh: "文件" },
  measurement: { en: "measurement", zh: "测量" },
  witness: { en: "witness", zh: "见证人" },
  expert: { en: "expert", zh: "专家" },
  press: { en: "press", zh: "媒体" },
  official_statement: { en: "official statement", zh: "官方声明" },
  fact_check: { en: "fact-check", zh: "事实核查" },
};
