import type {
  checkAnswer,
  claimActions,
  claimGaps,
  claimHolds,
  claimObstacles,
  claimOrigins,
  claimSourceKinds,
  claimStatuses,
  claimSteps,
  claimVerdicts,
} from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "./languages.ts";

type Names<Keys extends string> = WordTable<Readonly<Record<Keys, string>>>;
type Check = z.infer<typeof checkAnswer>;

/** The closed sets of claims in words; a member without words does not compile. Verdicts as the registry's own table has them. */
export const verdictNames: Names<(typeof claimVerdicts)[number]> = {
  en: {
    false: "False",
    misleading: "Misleading",
    missing_context: "Missing context",
    outdated: "Outdated",
    mixed: "Mixed",
    unproven: "Unproven",
    satire: "Satire",
    true: "True",
  },
  "zh-Hans": {
    false: "不实",
    misleading: "误导",
    missing_context: "缺乏上下文",
    outdated: "过时",
    mixed: "真假参半",
    unproven: "尚无定论",
    satire: "讽刺",
    true: "属实",
  },
};

/** Verdicts that a post can be found to repeat with effect. */
export const isFalseSide = (verdict: (typeof claimVerdicts)[number]): boolean =>
  verdict === "false" || verdict === "misleading" || verdict === "missing_context" || verdict === "outdated";

export const claimStatusNames: Names<(typeof claimStatuses)[number]> = {
  en: {
    draft: "draft",
    reviewed: "reviewed",
    published: "published",
    corrected: "corrected",
    withdrawn: "withdrawn",
  },
  "zh-Hans": { draft: "草稿", reviewed: "已复核", published: "已发布", corrected: "已更正", withdrawn: "已撤回" },
};

export const claimOriginNames: Names<(typeof claimOrigins)[number]> = {
  en: { own: "our own", imported: "imported" },
  "zh-Hans": { own: "自有", imported: "导入" },
};

export const sourceKindNames: Names<(typeof claimSourceKinds)[number]> = {
  en: {
    document: "document",
    measurement: "measurement",
    witness: "witness",
    expert: "expert",
    press: "press",
    official_statement: "official statement",
    fact_check: "fact-check",
  },
  "zh-Hans": {
    document: "文件",
    measurement: "测量",
    witness: "见证人",
    expert: "专家",
    press: "媒体",
    official_statement: "官方声明",
    fact_check: "事实核查",
  },
};

export const claimActionNames: Names<(typeof claimActions)[number]> = {
  en: {
    added: "written",
    imported: "imported",
    edited: "changed",
    reviewed: "reviewed",
    published: "published",
    corrected: "correction begun",
    adopted: "adopted",
    withdrawn: "withdrawn",
  },
  "zh-Hans": {
    added: "撰写",
    imported: "导入",
    edited: "修改",
    reviewed: "复核",
    published: "发布",
    corrected: "开始更正",
    adopted: "采纳",
    withdrawn: "撤回",
  },
};

/** What an entry waits for. */
export const claimStepNames: Names<(typeof claimSteps)[number]> = {
  en: { complete: "completion", review: "review", publish: "publication", adopt: "adoption" },
  "zh-Hans": { complete: "补充完整", review: "复核", publish: "发布", adopt: "采纳" },
};

export const claimGapNames: Names<(typeof claimGaps)[number]> = {
  en: {
    too_few_sources: "It rests on fewer than two sources.",
    one_publisher: "Its sources are not of two different publishers.",
    official_only: "No source is named as anything but an official statement.",
    no_right_of_reply: "Nothing is said of the right of reply.",
  },
  "zh-Hans": {
    too_few_sources: "依据不足两个。",
    one_publisher: "各依据并非出自两个不同的发布者。",
    official_only: "没有注明官方声明以外的依据。",
    no_right_of_reply: "没有说明是否给予回应机会。",
  },
};

export const obstacleNames: Names<(typeof claimObstacles)[number]> = {
  en: {
    not_published: "It is not published.",
    not_adopted: "It is imported, and three editors have not adopted it.",
    not_false_side: "The verdict is not on the false side.",
    no_public_url: "There is no public address where it can be read.",
    too_few_people: "Fewer than three people stand behind it.",
  },
  "zh-Hans": {
    not_published: "尚未发布。",
    not_adopted: "它是导入条目，尚未由三位编辑采纳。",
    not_false_side: "结论不属于不实一侧。",
    no_public_url: "没有可公开查阅的网址。",
    too_few_people: "作者与复核人不足三位。",
  },
};

/** Why a match that looks certain is only suggested. */
export const holdNames: Names<(typeof claimHolds)[number]> = {
  en: {
    ...obstacleNames.en,
    post_too_short: "The post is too short to be sure.",
    claim_too_short: "The claim is too short or too common to be sure.",
    claim_too_long: "The claim is as long as several claims.",
    shared_too_little: "They share too little that is telling.",
    claim_is_refutation: "The entry holds a refutation in the place of the claim.",
    claim_is_explanation: "The entry's claim and explanation are the same text.",
    other_quantity: "A number, date or place differs.",
    other_negation: "One denies what the other says.",
    outside_validity: "The claim is about another time.",
    stance_unclear: "A refuting word stands elsewhere in the post.",
    speaks_about_it: "The post speaks about the rumour; it does not spread it.",
    nearer_match_differs: "An entry that is nearer to the post says otherwise.",
  },
  "zh-Hans": {
    ...obstacleNames["zh-Hans"],
    post_too_short: "帖文太短，无法确定。",
    claim_too_short: "说法太短或太常见，无法确定。",
    claim_too_long: "条目的说法过长，像是几个说法。",
    shared_too_little: "共同之处太少。",
    claim_is_refutation: "条目的“说法”一栏写的是辟谣内容。",
    claim_is_explanation: "条目的说法与说明是同一段文字。",
    other_quantity: "数字、日期或地点不同。",
    other_negation: "一个是另一个的否定。",
    outside_validity: "说法所指为另一时间。",
    stance_unclear: "帖文另一处有辟谣字样。",
    speaks_about_it: "帖文是在谈论谣言，而非传播。",
    nearer_match_differs: "更接近的条目与帖文说法不同。",
  },
};

export const bandNames: Names<Check["band"]> = {
  en: { recognised: "recognised", suggest: "suggested", nothing: "nothing known" },
  "zh-Hans": { recognised: "已识别", suggest: "仅作提示", nothing: "未发现" },
};

export const relationNames: Names<Check["relation"]> = {
  en: { repeats: "repeats it", mentions: "speaks about it", none: "has nothing to do with it" },
  "zh-Hans": { repeats: "重复该说法", mentions: "谈论该说法", none: "与之无关" },
};

export const matchedFieldNames: Names<Check["matches"][number]["field"]> = {
  en: { claim: "the claim", wording: "a wording", title: "the title", explanation: "the explanation" },
  "zh-Hans": { claim: "说法", wording: "表述", title: "标题", explanation: "说明" },
};

export const exposedNames: Names<Check["exposed"][number]["kind"]> = {
  en: { resident_id: "a resident's id number", bank_card: "a bank card number", phone: "a telephone number" },
  "zh-Hans": { resident_id: "身份证号码", bank_card: "银行卡号", phone: "电话号码" },
};

type ImportReason =
  | "missing"
  | "not_an_object"
  | "not_a_text"
  | "not_a_list"
  | "not_a_wording"
  | "not_a_source"
  | "not_a_verdict"
  | "not_a_status"
  | "not_an_origin"
  | "not_a_date"
  | "too_long"
  | "too_many"
  | "bad_json"
  | "record_too_long"
  | "wrong_column_count"
  | "unclosed_quote"
  | "nul_byte"
  | "broken_encoding"
  | "truncated_input"
  | "no_claim_review"
  | "duplicate_id"
  | "id_is_own"
  | "withdrawn"
  | "not_an_entry";
/** Why a record of a file, or a field of one, was not taken over. An open set: a later version may name others. */
export const importReasonNames: Names<ImportReason> = {
  en: {
    missing: "missing",
    not_an_object: "not a record",
    not_a_text: "not a text",
    not_a_list: "not a list",
    not_a_wording: "not a wording",
    not_a_source: "not a source",
    not_a_verdict: "not a verdict",
    not_a_status: "not a status",
    not_an_origin: "not an origin",
    not_a_date: "not a date that can be read for certain",
    too_long: "too long",
    too_many: "too many",
    bad_json: "cannot be read as JSON",
    record_too_long: "the record is too long",
    wrong_column_count: "another number of columns than the head of the table",
    unclosed_quote: "a quotation mark is never closed",
    nul_byte: "holds bytes that are no text",
    broken_encoding: "cannot be read in the encoding of the file",
    truncated_input: "the file ends in the middle",
    no_claim_review: "holds no fact-check",
    duplicate_id: "another record of this file has the same id and another text",
    id_is_own: "an entry of our own has this id",
    withdrawn: "it was withdrawn here, and does not come back by an import",
    not_an_entry: "does not make an entry",
  },
  "zh-Hans": {
    missing: "缺失",
    not_an_object: "不是记录",
    not_a_text: "不是文本",
    not_a_list: "不是列表",
    not_a_wording: "不是表述",
    not_a_source: "不是依据",
    not_a_verdict: "不是结论",
    not_a_status: "不是状态",
    not_an_origin: "不是来源类别",
    not_a_date: "不是能确定读出的日期",
    too_long: "过长",
    too_many: "过多",
    bad_json: "无法按 JSON 读取",
    record_too_long: "记录过长",
    wrong_column_count: "列数与表头不符",
    unclosed_quote: "引号未闭合",
    nul_byte: "含有非文本字节",
    broken_encoding: "无法按文件的编码读取",
    truncated_input: "文件不完整",
    no_claim_review: "不含事实核查",
    duplicate_id: "本文件中另一条记录编号相同而文本不同",
    id_is_own: "此编号属于自有条目",
    withdrawn: "此条目已在本处撤回，不会因导入而恢复",
    not_an_entry: "不能构成条目",
  },
};
