/**
 * How hard a finding is: `never` refuses for good, `refuse` unless two people let it through in public, `warn` asks to look again.
 */
type Hardness = "never" | "refuse" | "warn";

/** What the linter can find in a rule: how hard it is, why it matters and what to do, in English and Chinese. */
export const lintCodes = {
  malformed: [
    "never",
    ["A part of the rule is missing, or has a form that no rule has.", "Give each part as the form asks for it."],
    ["规则缺少某一部分，或形式不合。", "请按表单填写各部分。"],
  ],
  field_unknown: [
    "never",
    ["A rule has no such field.", "Leave it out; persons, groups and places have no field in a rule."],
    ["规则没有此字段。", "请删除；规则中没有针对人、群体或地域的字段。"],
  ],
  text_missing: ["never", ["A text is empty in one language.", "Write it."], ["某一语言的文字为空。", "请补写。"]],
  text_long: ["never", ["A text is longer than readers take in.", "Shorten it."], ["文字过长。", "请缩短。"]],
  test_missing: [
    "never",
    ["There is no behaviour test.", "Say what evidence has to show of the account, whatever it said."],
    ["没有行为检验。", "请写明：无论说了什么，证据须显示账号做了什么。"],
  ],
  falls_missing: [
    "never",
    ["There is no example of what falls under it.", "Give one."],
    ["没有适用的例子。", "请至少举一例。"],
  ],
  spares_missing: [
    "never",
    ["There is no example of what looks like it and does not fall under it.", "Give one."],
    ["没有相似而不适用的例子。", "请至少举一例。"],
  ],
  ladder_missing: [
    "never",
    ["The rule allows no measure at all.", "Choose the levels for each gravity, the least first."],
    ["规则未允许任何措施。", "请按严重程度由轻到重选择级别。"],
  ],
  ladder_steep: [
    "never",
    [
      "A lighter gravity allows a higher level than a heavier one, or more than its gravity bears.",
      "Let the levels rise with the gravity, within the ladder's caps.",
    ],
    ["较轻情形允许的级别高于较重情形，或超出上限。", "请使级别随严重程度上升，且不超出上限。"],
  ],
  category_unknown: [
    "never",
    ["The category or a keyword stands in no list of the Transparency Database.", "Choose one of the list."],
    ["类别或关键词不在透明度数据库清单中。", "请从清单中选择。"],
  ],
  category_civic: [
    "refuse",
    ["Through this category or keyword opinions could be judged.", "Choose the category of the behaviour."],
    ["此类别或关键词可能被用来评判观点。", "请选择行为的类别。"],
  ],
  personal_data: [
    "never",
    ["The text seems to name an account, an address or a number.", "Write it without."],
    ["文字似含账号、地址或号码。", "请删去。"],
  ],
  script_foreign: [
    "never",
    [
      "Letters of another script, or signs that nobody sees, stand in this text.",
      "Write it in plain letters of its language.",
    ],
    ["文中混有其他文字的字母或不可见符号。", "请使用本语言的普通文字。"],
  ],
  behaviour_unwritten: [
    "refuse",
    ["The text names nothing that an account does.", "Write what the account does, not what it says or thinks."],
    ["文字没有写明账号的行为。", "请写账号做了什么，而非说了什么、想什么。"],
  ],
  topic: [
    "refuse",
    [
      "The text names a subject that people talk about.",
      "Write the behaviour; the rule has to hold whatever the subject.",
    ],
    ["文字提到话题。", "请写行为；无论什么话题，规则都应成立。"],
  ],
  stance: [
    "refuse",
    [
      "The text judges for or against what somebody is.",
      "Write the behaviour; it has to count the same on every side.",
    ],
    ["文字涉及立场。", "请写行为；对任何一方都应一样。"],
  ],
  target: [
    "refuse",
    ["The text names a people, creed, party, place, language or kind of person.", "Leave out whom it is about."],
    ["文字提到民族、信仰、政党、地域、语言或某类人。", "请删去针对谁的内容。"],
  ],
  sentiment: [
    "refuse",
    ["The text judges feelings.", "Write what the account does; nobody can be held to a mood."],
    ["文字评判情绪。", "请写账号的行为；不能要求人有何种情绪。"],
  ],
  authority_shielded: [
    "never",
    [
      "The text would shield an authority, a company or the operator from criticism.",
      "Leave it out: criticism of them is never against a rule, and two people cannot make it so.",
    ],
    ["文字会使机关、企业或运营者免受批评。", "请删去：批评他们绝不违规，两人同意也不行。"],
  ],
  falsity_alone: [
    "never",
    [
      "What is false is judged here without a published determination, or above a prompt.",
      "Rest it on a published determination and allow a nudge (L0) at most.",
    ],
    ["规则仅凭内容不实就加以处理，或超出提示级别。", "须以已公布的认定为依据，且至多允许提示（L0）。"],
  ],
  spares_one_side: [
    "refuse",
    [
      "An exception for praise or for one subject makes the rule hold for all others.",
      "Make the exception one of behaviour.",
    ],
    ["对赞扬或某一话题的例外，等于规则只针对其余。", "请以行为写例外。"],
  ],
  name_maybe: [
    "warn",
    ["A word looks like the name of somebody or something.", "Make sure that the rule names nobody."],
    ["某个词像是名称。", "请确认规则没有指名。"],
  ],
  topic_maybe: [
    "warn",
    ["A word often stands for a subject.", "Make sure that the rule holds whatever the subject."],
    ["某个词常指话题。", "请确认无论什么话题规则都成立。"],
  ],
  sounds_like: [
    "warn",
    ["A passage sounds like a word that no rule may be about.", "Make sure that it is not meant."],
    ["某处读音与规则不得涉及的词相同。", "请确认并非此意。"],
  ],
  vague: [
    "warn",
    ["A word can be stretched over anything.", "Say what exactly is done."],
    ["某个词可以任意扩大解释。", "请写明具体行为。"],
  ],
} as const;

export type LintCode = keyof typeof lintCodes;
export const lintCodeNames: readonly LintCode[] = Object.keys(lintCodes) as LintCode[];

/** Something that the linter found. `word`: the listed word that it met, never what somebody wrote. */
export type LintFinding = { readonly code: LintCode; readonly where: string; readonly word: string | null };

export type LintWords = { readonly hardness: Hardness; readonly why: string; readonly next: string };

export function getLintWords(code: LintCode, language: "en" | "zh-Hans"): LintWords {
  const [hardness, en, zh] = lintCodes[code];
  const [why, next] = language === "en" ? en : zh;
  return { hardness, why, next };
}

/** Whether two people may let it through, in public. */
export function isOverridable(code: LintCode): boolean {
  return lintCodes[code][0] !== "never";
}

/** Findings that stand in the way of publishing, unless two people let them through where that is possible. */
export function listHindrances(
  findings: readonly LintFinding[],
  overridden: readonly LintCode[] = [],
): readonly LintFinding[] {
  return findings.filter(({ code }) => {
    const [hardness] = lintCodes[code];
    return hardness === "never" || (hardness === "refuse" && !overridden.includes(code));
  });
}
