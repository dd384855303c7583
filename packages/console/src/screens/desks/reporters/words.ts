import type { reporterCommand, reporterStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { ObjectWords } from "../objects/desk-object.ts";

type ReporterWords = ObjectWords<(typeof reporterStatuses)[number], z.input<typeof reporterCommand>> & {
  readonly counts: string;
  readonly countsHint: string;
  readonly total: string;
  readonly unfounded: string;
  readonly sinceWarning: string;
  readonly suspendedUntil: string;
  readonly line: (unfounded: string, total: string) => string;
};

const en: ReporterWords = {
  title: "Reporters",
  intro:
    "How a reporter's notices turned out. Being wrong in good faith counts for nothing; what counts is what nobody could have meant. A suspension takes a warning first, and ends by itself.",
  one: "the record",
  many: "records",
  all: "All records",
  name: (id) => `Reporter ${id}`,
  emptyHint: "Nobody is warned or suspended.",
  statuses: { good_standing: "in good standing", warned: "warned", suspended: "suspended" },
  commands: {
    warn: {
      button: "Warn…",
      hint: "Only by number and share of what nobody could have meant. The reporter is told how to object.",
      done: "The reporter was warned.",
    },
    suspend: {
      button: "Suspend…",
      hint: "Their notices, or their complaints, are not looked at for a time. Gravity and intent are said in words.",
      done: "Processing was suspended.",
      isHard: true,
    },
    lift: {
      button: "Lift…",
      hint: "They are in good standing again.",
      done: "The suspension was lifted.",
    },
  },
  fields: {
    reason: { label: "Reason", hint: "In a sentence or two; it is kept, and others read it." },
    of: { label: "Of", values: { notices: "notices", complaints: "complaints" } },
    gravity: { label: "Gravity", hint: "What it did to others." },
    intent: { label: "Intent", hint: "What shows that it was on purpose." },
  },
  counts: "What their notices came to",
  countsHint: "Counts alone. What was reported stands with each report.",
  total: "Decided notices",
  unfounded: "That nobody could have meant",
  sinceWarning: "Of these since the last warning",
  suspendedUntil: "Suspended until",
  line: (unfounded, total) => `${unfounded} of ${total} notices that nobody could have meant`,
};

const zhHans: ReporterWords = {
  title: "举报人记录",
  intro:
    "举报人的举报结果如何。善意的错误不作不利计算，只计算任何人都不可能当真的举报。暂停受理须先警告，到期自动结束。",
  one: "该记录",
  many: "记录",
  all: "全部记录",
  name: (id) => `举报人 ${id}`,
  emptyHint: "没有被警告或暂停受理的举报人。",
  statuses: { good_standing: "正常", warned: "已警告", suspended: "暂停受理" },
  commands: {
    warn: {
      button: "警告……",
      hint: "仅依据明显无据举报的数量与占比。举报人会获知如何提出异议。",
      done: "已警告举报人。",
    },
    suspend: {
      button: "暂停受理……",
      hint: "在一段时间内不受理其举报或投诉。须以文字说明严重性与故意。",
      done: "已暂停受理。",
      isHard: true,
    },
    lift: { button: "恢复受理……", hint: "其记录恢复正常。", done: "已恢复受理。" },
  },
  fields: {
    reason: { label: "理由", hint: "一两句话；会留存，他人可读。" },
    of: { label: "对象", values: { notices: "举报", complaints: "投诉" } },
    gravity: { label: "严重性", hint: "对他人造成的影响。" },
    intent: { label: "故意", hint: "表明系故意的依据。" },
  },
  counts: "举报结果",
  countsHint: "只有计数。举报内容见各件举报。",
  total: "已决定的举报",
  unfounded: "明显无据",
  sinceWarning: "其中上次警告之后",
  suspendedUntil: "暂停至",
  line: (unfounded, total) => `${total} 件举报中 ${unfounded} 件明显无据`,
};

export const reporterWords: WordTable<ReporterWords> = { en, "zh-Hans": zhHans };
