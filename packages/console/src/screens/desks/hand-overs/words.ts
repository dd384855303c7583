import type { transferCommand, transferStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { ObjectWords } from "../objects/desk-object.ts";

type ShareableField =
  | "claim"
  | "question"
  | "item_excerpt"
  | "item_time"
  | "media_hash"
  | "signal_summary"
  | "account_count";

type TransferWords = ObjectWords<(typeof transferStatuses)[number], z.input<typeof transferCommand>> & {
  readonly question: string;
  readonly purpose: string;
  readonly shown: string;
  readonly shownHint: string;
  readonly returnBy: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly partner: string;
  readonly shareable: Readonly<Record<ShareableField, string>>;
};

const en: TransferWords = {
  title: "Hand-overs",
  intro:
    "A question of fact that a case put to a partner desk: for one purpose, with as few fields as it needs, until a day. The partner may not share it on.",
  one: "the hand-over",
  many: "hand-overs",
  all: "All hand-overs",
  name: (id) => `Hand-over ${id}`,
  emptyHint: "Whoever works on a case asks a partner there; the question shows here until it comes back or runs out.",
  statuses: { sent: "waiting for the partner", returned: "answered", lapsed: "ran out", recalled: "recalled" },
  commands: {
    answer: {
      button: "Enter the answer…",
      hint: "As the partner gave it. The case goes on, and its clock with it.",
      done: "The answer was entered.",
    },
    recall: {
      button: "Recall…",
      hint: "The partner has to destroy what it was shown. The case goes on without an answer.",
      done: "The hand-over was recalled.",
      isHard: true,
    },
  },
  fields: {
    text: { label: "Answer", hint: "In the partner's words." },
    reason: { label: "Reason", hint: "In a sentence or two; it is kept, and others read it." },
  },
  question: "Question",
  purpose: "Purpose",
  shown: "Shown to the partner",
  shownHint: "Nothing else of the case left the house.",
  returnBy: "Back by",
  answer: "Answer",
  noAnswer: "None yet.",
  partner: "Partner desk",
  shareable: {
    claim: "the claim",
    question: "the question",
    item_excerpt: "an excerpt of the item",
    item_time: "when the item was posted",
    media_hash: "a hash of its media",
    signal_summary: "what the signals came to",
    account_count: "how many accounts",
  },
};

const zhHans: TransferWords = {
  title: "移交",
  intro: "案件向合作方席位提出的事实问题：为一个目的，只展示所需的最少字段，到期为止。合作方不得再行转交。",
  one: "该移交",
  many: "移交",
  all: "全部移交",
  name: (id) => `移交 ${id}`,
  emptyHint: "办案人在案件中向合作方提问；答复或到期之前，问题显示在此处。",
  statuses: { sent: "等待合作方", returned: "已答复", lapsed: "已到期", recalled: "已撤回" },
  commands: {
    answer: { button: "录入答复……", hint: "按合作方原话录入。案件及其计时随即继续。", done: "答复已录入。" },
    recall: {
      button: "撤回……",
      hint: "合作方须销毁所展示的内容。案件在无答复的情况下继续。",
      done: "移交已撤回。",
      isHard: true,
    },
  },
  fields: {
    text: { label: "答复", hint: "按合作方原话。" },
    reason: { label: "理由", hint: "一两句话；会留存，他人可读。" },
  },
  question: "问题",
  purpose: "目的",
  shown: "向合作方展示的字段",
  shownHint: "案件的其他内容均未外传。",
  returnBy: "回复期限",
  answer: "答复",
  noAnswer: "尚无。",
  partner: "合作方席位",
  shareable: {
    claim: "说法",
    question: "问题",
    item_excerpt: "内容摘录",
    item_time: "内容发布时间",
    media_hash: "媒体哈希",
    signal_summary: "信号概要",
    account_count: "账号数量",
  },
};

export const transferWords: WordTable<TransferWords> = { en, "zh-Hans": zhHans };
