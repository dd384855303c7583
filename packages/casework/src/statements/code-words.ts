type Row = readonly [en: string, zh: string];

/** Code words of the DSA's statement of reasons as people read them. */
const codeWords: Readonly<Record<string, Row>> = {
  DECISION_VISIBILITY_CONTENT_REMOVED: ["Removed", "移除"],
  DECISION_VISIBILITY_CONTENT_DISABLED: ["Switched off", "停用"],
  DECISION_VISIBILITY_CONTENT_DEMOTED: ["Shown less, counts corrected", "降低展示、更正计数"],
  DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED: ["Restricted by age", "限制年龄"],
  DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED: ["Interaction limited", "限制互动"],
  DECISION_VISIBILITY_CONTENT_LABELLED: ["Labelled", "添加标签"],
  DECISION_VISIBILITY_OTHER: ["Other limit of visibility", "其他展示限制"],
  DECISION_MONETARY_SUSPENSION: ["Payout held", "暂缓支付"],
  DECISION_MONETARY_TERMINATION: ["Earnings ended", "终止收益"],
  DECISION_MONETARY_OTHER: ["Other limit of earnings", "其他收益限制"],
  DECISION_PROVISION_PARTIAL_SUSPENSION: ["Part of the service suspended", "暂停部分功能"],
  DECISION_PROVISION_TOTAL_SUSPENSION: ["Service suspended", "暂停全部功能"],
  DECISION_PROVISION_PARTIAL_TERMINATION: ["Part of the service ended", "终止部分功能"],
  DECISION_PROVISION_TOTAL_TERMINATION: ["Service ended", "终止全部功能"],
  DECISION_ACCOUNT_SUSPENDED: ["Account suspended", "暂停账号"],
  DECISION_ACCOUNT_TERMINATED: ["Account ended", "终止账号"],
  DECISION_GROUND_ILLEGAL_CONTENT: ["Against the law", "违反法律"],
  DECISION_GROUND_INCOMPATIBLE_CONTENT: ["Against the terms", "违反服务条款"],
  CONTENT_TYPE_APP: ["App", "应用"],
  CONTENT_TYPE_AUDIO: ["Sound", "音频"],
  CONTENT_TYPE_IMAGE: ["Picture", "图片"],
  CONTENT_TYPE_PRODUCT: ["Product", "商品"],
  CONTENT_TYPE_SYNTHETIC_MEDIA: ["Synthetic media", "合成媒体"],
  CONTENT_TYPE_TEXT: ["Text", "文字"],
  CONTENT_TYPE_VIDEO: ["Film", "视频"],
  CONTENT_TYPE_OTHER: ["Other", "其他"],
  STATEMENT_CATEGORY_ANIMAL_WELFARE: ["Animal welfare", "动物福利"],
  STATEMENT_CATEGORY_CONSUMER_INFORMATION: ["Consumer information", "消费者信息"],
  STATEMENT_CATEGORY_CYBER_VIOLENCE: ["Violence online", "网络暴力"],
  STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN: ["Violence online against women", "针对女性的网络暴力"],
  STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS: ["Data protection and privacy", "个人信息与隐私"],
  STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH: ["Illegal or harmful speech", "违法或有害言论"],
  STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS: ["Intellectual property", "知识产权"],
  STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS: ["Civic discourse, elections", "公共讨论与选举"],
  STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE: ["Not specified by the notice", "举报未指明"],
  STATEMENT_CATEGORY_OTHER_VIOLATION_TC: ["Other breach of the terms", "其他违反条款"],
  STATEMENT_CATEGORY_PROTECTION_OF_MINORS: ["Protection of minors", "未成年人保护"],
  STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY: ["Risk for public security", "公共安全风险"],
  STATEMENT_CATEGORY_SCAMS_AND_FRAUD: ["Scams and fraud", "诈骗"],
  STATEMENT_CATEGORY_SELF_HARM: ["Self-harm", "自我伤害"],
  STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS: ["Unsafe or prohibited products", "不安全或禁售商品"],
  STATEMENT_CATEGORY_VIOLENCE: ["Violence", "暴力"],
  KEYWORD_COORDINATED_HARM: ["Coordinated harm", "协同伤害"],
  KEYWORD_CYBER_HARASSMENT: ["Harassment online", "网络骚扰"],
  KEYWORD_HIDDEN_ADVERTISEMENT: ["Hidden advertisement", "隐性广告"],
  KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING: ["Impersonation, hijacked accounts", "冒充或盗用账号"],
  KEYWORD_INAUTHENTIC_ACCOUNTS: ["Inauthentic accounts", "不真实账号"],
  KEYWORD_INAUTHENTIC_USER_REVIEWS: ["Inauthentic reviews", "不真实评价"],
  KEYWORD_MISINFORMATION_DISINFORMATION: ["Misinformation", "不实信息"],
  KEYWORD_MISSING_PROCESSING_GROUND: ["Data without a ground to process it", "处理数据缺乏依据"],
  KEYWORD_PHISHING: ["Phishing", "网络钓鱼"],
  KEYWORD_STALKING: ["Stalking", "跟踪骚扰"],
  SOURCE_ARTICLE_16: ["Somebody's notice", "他人举报"],
  SOURCE_TRUSTED_FLAGGER: ["A trusted flagger's notice", "可信举报方举报"],
  SOURCE_TYPE_OTHER_NOTIFICATION: ["Another notification", "其他通知"],
  SOURCE_VOLUNTARY: ["By ourselves", "主动发现"],
  AUTOMATED_DETECTION_Yes: ["A program noticed it first", "最先由程序发现"],
  AUTOMATED_DETECTION_No: ["People noticed it first", "最先由人发现"],
  AUTOMATED_DECISION_FULLY: ["decided by a program", "由程序决定"],
  AUTOMATED_DECISION_PARTIALLY: ["decided by people with a program's help", "由人在程序辅助下决定"],
  AUTOMATED_DECISION_NOT_AUTOMATED: ["decided by people", "由人决定"],
};

/** A code word of a statement of reasons in words; the code itself where there are none. */
export function toCodeWords(code: string, language: "en" | "zh-Hans"): string {
  const row = Object.hasOwn(codeWords, code) ? codeWords[code] : undefined;
  return row?.[language === "en" ? 0 : 1] ?? code;
}

/** Several code words in one line. */
export function toCodeLine(codes: readonly string[], language: "en" | "zh-Hans"): string {
  return codes.map((code) => toCodeWords(code, language)).join(language === "en" ? "; " : "；");
}
