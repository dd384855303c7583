import type { reviewCommand, reviewStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { ObjectWords } from "../objects/desk-object.ts";

type ReviewWords = ObjectWords<(typeof reviewStatuses)[number], z.input<typeof reviewCommand>> & {
  readonly ofCase: (id: string) => string;
  readonly gaps: string;
  readonly gapsText: (open: string, all: string) => string;
  readonly noGapYet: string;
  readonly noGaps: string;
  readonly owner: string;
  readonly closedBy: string;
  readonly proof: string;
  readonly closed: string;
  readonly summary: string;
  readonly noSummary: string;
};

const en: ReviewWords = {
  title: "Self-reviews",
  intro:
    "Each decided campaign asks twice: what was done to us, and what our own controls let through. A gap is a thing to mend, with an owner and a day; it is nobody's fault. Finding none is an outcome too.",
  one: "the self-review",
  many: "self-reviews",
  all: "All self-reviews",
  name: (id) => `Self-review ${id}`,
  emptyHint: "One opens by itself when a campaign is decided.",
  statuses: { open: "open", finished: "finished, gaps open", settled: "settled" },
  commands: {
    record_gap: {
      button: "Record a gap…",
      hint: "What our own controls missed, who mends it, and until when.",
      done: "The gap was recorded.",
    },
    close_gap: {
      button: "Close a gap…",
      hint: "With what shows that it is mended.",
      done: "The gap was closed.",
    },
    finish: {
      button: "Finish…",
      hint: "No more gaps can be recorded afterwards; open ones can still be closed.",
      done: "The self-review was finished.",
    },
  },
  fields: {
    gapKind: {
      label: "What went wrong",
      values: {
        missed: "not seen",
        late: "seen late",
        wrong: "decided wrongly",
        rule_unclear: "a rule was unclear",
        tool: "a tool failed",
        process: "the process failed",
      },
    },
    text: { label: "What happened" },
    owner: { label: "Who mends it" },
    dueAt: { label: "Until" },
    gap: { label: "Gap" },
    proof: { label: "What shows that it is mended" },
    summary: { label: "Summary" },
  },
  ofCase: (id) => `Of case ${id}`,
  gaps: "Gaps",
  gapsText: (open, all) => `${open} of ${all} gaps open`,
  noGapYet: "No gap yet",
  noGaps: "None was recorded.",
  owner: "Mended by",
  closedBy: "Closed by",
  proof: "What shows it",
  closed: "mended",
  summary: "Summary",
  noSummary: "Written when it is finished.",
};

const zhHans: ReviewWords = {
  title: "自查",
  intro:
    "一案双查：既查对方做了什么，也查我方管控漏过了什么。缺口是待补之事，有负责人和期限，不追究个人。查无缺口同样是结果。",
  one: "该自查",
  many: "自查",
  all: "全部自查",
  name: (id) => `自查 ${id}`,
  emptyHint: "有组织行动的案件作出决定后，自查自动建立。",
  statuses: { open: "进行中", finished: "已完成，缺口未补", settled: "已了结" },
  commands: {
    record_gap: { button: "记录缺口……", hint: "我方管控漏过了什么，由谁在何时前补上。", done: "缺口已记录。" },
    close_gap: { button: "补上缺口……", hint: "并附上已补的证明。", done: "缺口已补上。" },
    finish: { button: "完成……", hint: "之后不能再记录缺口；未补的仍可补上。", done: "自查已完成。" },
  },
  fields: {
    gapKind: {
      label: "问题类型",
      values: {
        missed: "未发现",
        late: "发现过晚",
        wrong: "判断错误",
        rule_unclear: "规则不清",
        tool: "工具失效",
        process: "流程失效",
      },
    },
    text: { label: "情况" },
    owner: { label: "由谁补上" },
    dueAt: { label: "期限" },
    gap: { label: "缺口" },
    proof: { label: "已补的证明" },
    summary: { label: "总结" },
  },
  ofCase: (id) => `案件 ${id}`,
  gaps: "缺口",
  gapsText: (open, all) => `${all} 个缺口，${open} 个未补`,
  noGapYet: "尚无缺口",
  noGaps: "未记录缺口。",
  owner: "负责人",
  closedBy: "补上者",
  proof: "证明",
  closed: "已补",
  summary: "总结",
  noSummary: "完成时填写。",
};

export const reviewWords: WordTable<ReviewWords> = { en, "zh-Hans": zhHans };
