import type { correctionCommand, correctionStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { ObjectWords } from "../objects/desk-object.ts";

type CorrectionWords = ObjectWords<(typeof correctionStatuses)[number], z.input<typeof correctionCommand>> & {
  readonly requests: string;
  readonly noRequests: string;
  readonly waiting: (n: string, count: number) => string;
  readonly answeredText: (n: string, count: number) => string;
  readonly asked: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly determination: string;
  readonly toClaim: string;
  readonly readerSees: string;
};

const en: CorrectionWords = {
  title: "Corrections asked for",
  intro:
    "What readers say is wrong with a published determination. Each is answered within a week, with a reason. A mistake is mended in Claims, by an author and two reviewers again.",
  one: "the request",
  many: "requests",
  all: "All corrections asked for",
  name: (id) => `Determination ${id}`,
  emptyHint: "A reader asks on the public page of a determination; nobody needs an account for it.",
  statuses: { asked: "waits for an answer", answered: "answered", unasked: "nobody asked" },
  commands: {
    answer_correction: {
      button: "Answer…",
      hint: "The reader finds the answer behind their link. It changes nothing in the determination itself.",
      done: "The reader has an answer.",
    },
  },
  fields: {
    request: { label: "Which request" },
    answer: {
      label: "Answer",
      hint: "What you looked at, and what follows from it: a correction, or why there is none. A stranger reads it.",
    },
  },
  requests: "What readers wrote",
  noRequests: "Nobody has asked for a correction of this determination.",
  waiting: (n, count) => `${n} ${count === 1 ? "waits" : "wait"} for an answer`,
  answeredText: (n) => `${n} answered`,
  asked: "Asked",
  answer: "Answer",
  noAnswer: "Not answered yet.",
  determination: "The determination",
  toClaim: "Open it in Claims",
  parties: { reporter: "a reader" },
  readerSees: "Readers give no name. Telephone, card and identity numbers in their words are masked.",
};

const zhHans: CorrectionWords = {
  title: "更正请求",
  intro:
    "读者指出已发布的认定有何错误。每项请求须在一周内答复并说明理由。错误在“说法”中更正，仍由一名作者和两名复核人办理。",
  one: "该请求",
  many: "请求",
  all: "全部更正请求",
  name: (id) => `认定 ${id}`,
  emptyHint: "读者在认定的公开页面上提出，无需账号。",
  statuses: { asked: "待答复", answered: "已答复", unasked: "无人请求" },
  commands: {
    answer_correction: {
      button: "答复……",
      hint: "读者凭链接查看答复。认定本身不因此改变。",
      done: "已答复读者。",
    },
  },
  fields: {
    request: { label: "哪项请求" },
    answer: { label: "答复", hint: "您核对了什么，由此得出什么：予以更正，或为何不更正。读者会看到。" },
  },
  requests: "读者所写",
  noRequests: "尚无人请求更正此认定。",
  waiting: (n) => `${n} 项待答复`,
  answeredText: (n) => `${n} 项已答复`,
  asked: "提出于",
  answer: "答复",
  noAnswer: "尚未答复。",
  determination: "相关认定",
  toClaim: "在“说法”中打开",
  parties: { reporter: "读者" },
  readerSees: "读者不留姓名。其中的电话、银行卡和证件号码已隐去。",
};

export const correctionWords: WordTable<CorrectionWords> = { en, "zh-Hans": zhHans };
