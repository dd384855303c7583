import type { Band, Hold, Relation, Stance } from "@breakwater/claims";
import type { Phrase } from "./phrase.ts";
import { obstacleWords } from "./registry-terms.ts";

export const bandWords: Readonly<Record<Band, Phrase>> = {
  recognised: { en: "repeats a known rumour", zh: "重复已认定的谣言" },
  suggest: { en: "may have to do with a known rumour", zh: "可能与已知谣言有关" },
  nothing: { en: "nothing known", zh: "未发现已知谣言" },
};

export const relationWords: Readonly<Record<Relation, Phrase>> = {
  repeats: { en: "repeats", zh: "重复" },
  mentions: { en: "mentions", zh: "提及" },
  none: { en: "unrelated", zh: "无关" },
};

export const stanceWords: Readonly<Record<Stance, Phrase>> = {
  asserts: { en: "says it", zh: "主张" },
  refutes: { en: "says that it is not so", zh: "指其不实" },
  reports_penalty: { en: "reports a penalty for it", zh: "报道相关处罚" },
  asks: { en: "asks whether it is so", zh: "询问真假" },
};

export const holdWords: Readonly<Record<Hold, Phrase>> = {
  ...obstacleWords,
  post_too_short: { en: "the post is too short to be sure", zh: "帖文太短，无法确定" },
  claim_too_short: { en: "the claim is too short or too common to be sure", zh: "说法太短或太常见，无法确定" },
  claim_too_long: { en: "the claim is as long as several claims", zh: "条目的说法过长，像是几个说法" },
  shared_too_little: { en: "they share too little that is telling", zh: "共同之处太少" },
  claim_is_refutation: {
    en: "the entry holds a refutation in the place of the claim",
    zh: "条目的“说法”一栏写的是辟谣内容",
  },
  claim_is_explanation: {
    en: "the entry's claim and explanation are the same text",
    zh: "条目的说法与说明是同一段文字",
  },
  other_quantity: { en: "a number, date or place differs", zh: "数字、日期或地点不同" },
  other_negation: { en: "one denies what the other says", zh: "一个是另一个的否定" },
  outside_validity: { en: "the claim is about another time", zh: "说法所指为另一时间" },
  stance_unclear: { en: "a refuting word stands elsewhere in the post", zh: "帖文另一处有辟谣字样" },
  speaks_about_it: { en: "the post speaks about the rumour, it does not spread it", zh: "帖文是在谈论谣言，而非传播" },
  nearer_match_differs: { en: "an entry that is nearer to the post says otherwise", zh: "更接近的条目与帖文说法不同" },
};

/** Words of `check`. */
export const checkWords = {
  check_confidence: { en: "same claim: {share}", zh: "同一说法的把握：{share}" },
  check_post: { en: "post", zh: "帖文" },
  check_entry: { en: "registry", zh: "登记" },
  check_empty: { en: "There is no text to compare.", zh: "没有可供比对的文字。" },
  check_cut: { en: "Only its first {n} characters were compared.", zh: "只比对了开头 {n} 个字符。" },
  check_by_sound: { en: "Found by its sound: characters were changed.", zh: "按读音匹配：字被替换过。" },
  check_only_suggested: { en: "Only suggested", zh: "仅作提示" },
  check_trusting: {
    en: "Imports count as adopted (--trust-imports): for measuring only.",
    zh: "导入条目视为已采纳（--trust-imports）：仅供测量。",
  },
  check_unreadable: { en: "{id}: not a post ({why})", zh: "{id}：不是帖文（{why}）" },
  progress_check_index: { en: "indexing the registry: {done}", zh: "正在为登记库建索引：{done}" },
  error_check_input: {
    en: 'Say what to check: --text "…", a FILE of posts, or - for the standard input. See breakwater check --help',
    zh: '请给出要检查的内容：--text "…"、帖文文件，或 - 表示标准输入。见 breakwater check --help',
  },
  error_check_top: { en: "--top {word} is not a number from 1 to 20", zh: "--top {word} 不是 1 到 20 的数" },
} as const;

export const checkHelp: Phrase = {
  en: `Check posts against the registry of rumours before they are published.

Usage: breakwater check --text "…" [OPTIONS]
       breakwater check FILE [OPTIONS]            (FILE may be - for the standard input)

  --registry FILE      made by breakwater registry (default ./registry.bw)
  --text TEXT          a post; may be repeated
  --top N              matches told of each post, 1 to 20 (default 20; people are shown three)
  --trust-imports      take imported entries as adopted by three editors: for measuring only
  --json               one JSON line for each post, in order:
                       {id, relation, band, confidence, matches: [{entry, field, confidence, spans, why}]},
                       with "cut": true where only the first 4,000 characters of a post were compared
  --lang en|zh

A FILE is NDJSON or a table with a column text (and id). The relation is repeats, mentions (debunks it, asks, reports a
penalty) or none. The band is recognised only where the entry is a published determination on the false side that three
people stand behind, and nothing differs; else it is suggest or nothing. Nothing is kept of a post.
Exit code 0, whatever is found; 2: bad usage or a file that cannot be read.
`,
  zh: `发布前，将帖文与谣言登记库比对。

用法：breakwater check --text "…" [选项]
      breakwater check 文件 [选项]                （文件可为 -，表示标准输入）

  --registry 文件      由 breakwater registry 生成（默认 ./registry.bw）
  --text 文本          一条帖文；可重复
  --top N              每条帖文列出的匹配数，1 到 20（默认 20；供人阅读时显示三个）
  --trust-imports      把导入条目视为已由三位编辑采纳：仅供测量
  --json               按顺序为每条帖文输出一行 JSON：
                       {id, relation, band, confidence, matches: [{entry, field, confidence, spans, why}]}；
                       仅比对了帖文开头 4,000 个字符时带有 "cut": true
  --lang en|zh

文件为 NDJSON，或带有 text（及 id）列的表格。关系为 repeats 重复、mentions 提及（辟谣、询问、报道处罚）或 none 无关。
仅当条目是已发布、属不实一侧、有三人负责的认定，且内容无出入时，才为 recognised；否则为 suggest 或 nothing。
不保存任何帖文。退出码 0：无论是否匹配；2：用法有误或文件无法读取。
`,
};
