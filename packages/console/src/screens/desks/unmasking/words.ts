import type { requestUnmasking, unmaskingCommand, unmaskingStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { CommandWords, ObjectWords } from "../objects/desk-object.ts";

type UnmaskingWords = ObjectWords<
  (typeof unmaskingStatuses)[number],
  z.input<typeof unmaskingCommand>,
  z.input<(typeof requestUnmasking)["body"]>
> & {
  readonly request: CommandWords;
  readonly what: string;
  readonly pseudonym: string;
  readonly requestedBy: string;
  readonly limit: string;
};

const en: UnmaskingWords = {
  title: "Unmasking",
  intro:
    "Taking the mask off one network pseudonym, inside one case. One person asks, an auditor grants or refuses; each is counted in public. It shows which network that was. Who somebody is, nothing here can show.",
  one: "the unmasking",
  many: "unmaskings",
  all: "All unmaskings",
  name: (id) => `Unmasking ${id}`,
  emptyHint: "An analyst asks where a case cannot go on without knowing which network a pseudonym stands for.",
  statuses: { requested: "waiting for the auditor", granted: "granted", refused: "refused" },
  request: {
    button: "Ask for an unmasking…",
    hint: "One pseudonym, for one case. The auditor decides; your reason is kept.",
    done: "The auditor was asked.",
  },
  commands: {
    grant: {
      button: "Grant…",
      hint: "The second person's yes. It is counted in public.",
      done: "The unmasking was granted.",
    },
    refuse: { button: "Refuse…", hint: "The case goes on without.", done: "The unmasking was refused.", isHard: true },
  },
  fields: {
    pseudonym: { label: "Network pseudonym", hint: "As the evidence shows it." },
    caseId: { label: "Case", hint: "Its id." },
    reason: { label: "Reason", hint: "Why the case needs it, and why nothing less would do." },
  },
  what: "What is asked",
  pseudonym: "Network pseudonym",
  requestedBy: "Asked by",
  limit: "A network, a school or a carrier can stand behind it; it says nothing of who somebody is.",
};

const zhHans: UnmaskingWords = {
  title: "解除假名",
  intro:
    "在单个案件内解除一个网络假名。一人申请，审计批准或拒绝，每次都公开计数。结果只显示是哪个网络，此处不能显示某人是谁。",
  one: "该申请",
  many: "申请",
  all: "全部申请",
  name: (id) => `解除假名 ${id}`,
  emptyHint: "案件不知道某个假名代表哪个网络便无法继续时，由分析人员提出申请。",
  statuses: { requested: "等待审计", granted: "已批准", refused: "已拒绝" },
  request: { button: "申请解除……", hint: "一个假名、一个案件。由审计决定，理由会留存。", done: "已提交审计。" },
  commands: {
    grant: { button: "批准……", hint: "第二人的同意，公开计数。", done: "申请已批准。" },
    refuse: { button: "拒绝……", hint: "案件在不解除的情况下继续。", done: "申请已拒绝。", isHard: true },
  },
  fields: {
    pseudonym: { label: "网络假名", hint: "按证据所示填写。" },
    caseId: { label: "案件", hint: "其编号。" },
    reason: { label: "理由", hint: "案件为何需要，为何别无他法。" },
  },
  what: "申请内容",
  pseudonym: "网络假名",
  requestedBy: "申请人",
  limit: "其背后可能是一个网络、一所学校或一家运营商，不说明某人是谁。",
};

export const unmaskingWords: WordTable<UnmaskingWords> = { en, "zh-Hans": zhHans };
