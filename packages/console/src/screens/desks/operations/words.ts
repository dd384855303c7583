import type { operationCommand, operationStatuses, startOperation } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { CommandWords, ObjectWords } from "../objects/desk-object.ts";

type OperationWords = ObjectWords<
  (typeof operationStatuses)[number],
  z.input<typeof operationCommand>,
  z.input<(typeof startOperation)["body"]>
> & {
  readonly start: CommandWords;
  readonly scope: string;
  readonly cases: string;
  readonly casesText: (n: string, count: number) => string;
  readonly noCases: string;
  readonly renewals: (n: string, count: number) => string;
  readonly neverRenewed: string;
  readonly renewed: string;
  readonly ledBy: string;
  readonly ends: string;
  readonly report: string;
  readonly noReport: string;
};

const en: OperationWords = {
  title: "Operations",
  intro:
    "A named set of cases with a last day. It has no field for a target: nobody works towards a number. Whoever wants it to go on needs new evidence and a second person.",
  one: "the operation",
  many: "operations",
  all: "All operations",
  name: (id) => `Operation ${id}`,
  emptyHint:
    "A senior approver starts one where several cases belong together, and says what it is about and until when.",
  statuses: { running: "running", ended: "ended", reported: "reported on" },
  start: {
    button: "Start an operation…",
    hint: "It ends on its last day by itself. Afterwards it is reported on, with its errors.",
    done: "The operation was started.",
  },
  commands: {
    add_case: { button: "Add a case…", hint: "The case itself is not changed by it.", done: "The case was added." },
    renew: {
      button: "Renew…",
      hint: "On evidence that was not there before, by somebody other than who leads it.",
      done: "The operation was renewed.",
    },
    end: { button: "End…", hint: "Its cases go on.", done: "The operation was ended.", isHard: true },
    report: {
      button: "Report on it…",
      hint: "What it came to: cases, decisions, errors and reversals.",
      done: "The report was entered.",
    },
  },
  fields: {
    name: { label: "Name" },
    scope: { label: "What it is about", hint: "Behaviour, place of the platform, time. Never a subject or a side." },
    endsAt: { label: "Last day" },
    caseId: { label: "Case", hint: "Its id." },
    newEvidence: { label: "New evidence", hint: "Ids of evidence, one on each line." },
    reason: { label: "Reason", hint: "In a sentence or two; it is kept, and others read it." },
    text: { label: "Report" },
  },
  scope: "What it is about",
  cases: "Its cases",
  casesText: (n, count) => `${n} ${count === 1 ? "case" : "cases"}`,
  noCases: "None yet.",
  renewals: (n, count) => `renewed ${count === 1 ? "once" : `${n} times`}`,
  neverRenewed: "never renewed",
  renewed: "Renewals",
  ledBy: "Led by",
  ends: "Last day",
  report: "Report",
  noReport: "Due once it has ended.",
};

const zhHans: OperationWords = {
  title: "专项行动",
  intro: "有名称、有截止日的一组案件。没有指标字段：任何人都不为数字而工作。延期须有新证据和第二人。",
  one: "该行动",
  many: "专项行动",
  all: "全部专项行动",
  name: (id) => `专项行动 ${id}`,
  emptyHint: "若干案件相互关联时，由资深审批人员启动，并写明内容与截止日。",
  statuses: { running: "进行中", ended: "已结束", reported: "已报告" },
  start: { button: "启动行动……", hint: "到截止日自动结束，之后须提交报告，并说明差错。", done: "行动已启动。" },
  commands: {
    add_case: { button: "加入案件……", hint: "案件本身不因此改变。", done: "案件已加入。" },
    renew: { button: "延期……", hint: "须有新出现的证据，并由负责人以外的人办理。", done: "行动已延期。" },
    end: { button: "结束……", hint: "其中的案件继续办理。", done: "行动已结束。", isHard: true },
    report: { button: "提交报告……", hint: "结果如何：案件、决定、差错与撤销。", done: "报告已提交。" },
  },
  fields: {
    name: { label: "名称" },
    scope: { label: "内容", hint: "行为、平台区域、时间。绝不是话题或立场。" },
    endsAt: { label: "截止日" },
    caseId: { label: "案件", hint: "其编号。" },
    newEvidence: { label: "新证据", hint: "证据编号，每行一个。" },
    reason: { label: "理由", hint: "一两句话；会留存，他人可读。" },
    text: { label: "报告" },
  },
  scope: "内容",
  cases: "所含案件",
  casesText: (n) => `${n} 个案件`,
  noCases: "尚无。",
  renewals: (n) => `延期 ${n} 次`,
  neverRenewed: "未曾延期",
  renewed: "延期",
  ledBy: "负责人",
  ends: "截止日",
  report: "报告",
  noReport: "结束后提交。",
};

export const operationWords: WordTable<OperationWords> = { en, "zh-Hans": zhHans };
