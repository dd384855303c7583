import type { receiveAuthorityRequest, requestCommand, requestStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { CommandWords, ObjectWords } from "../objects/desk-object.ts";

/** What an authority may ask for, and the one thing that it often asks for and never gets. */
export type Asked = "item_copy" | "item_metadata" | "measure_history" | "act_on_item" | "identity";

type RequestWords = ObjectWords<
  (typeof requestStatuses)[number],
  z.input<typeof requestCommand>,
  z.input<(typeof receiveAuthorityRequest)["body"]>
> & {
  readonly receive: CommandWords;
  readonly asks: string;
  readonly items: (n: string, count: number) => string;
  readonly noItems: string;
  readonly answered: string;
  readonly proposed: string;
  readonly notAnswered: string;
  readonly secrecyUntil: string;
  readonly noSecrecy: string;
  readonly missing: string;
  readonly handledBy: string;
  readonly told: Readonly<Record<"told" | "withheld" | "not_yet", string>>;
  readonly tellingUser: string;
  readonly channels: Readonly<Record<"desk" | "informal", string>>;
  readonly asked: Readonly<Record<Asked, string>>;
  readonly neverIdentity: string;
};

const en: RequestWords = {
  title: "Authority requests",
  intro:
    "The one door for authorities. Each request is entered, checked for its scope and answered item by item by two people, or refused with reasons. Who somebody is is not held here and cannot be handed over.",
  one: "the request",
  many: "requests",
  all: "All requests",
  name: (id) => `Request ${id}`,
  emptyHint: "The liaison enters what an authority asks, complete or not, also what was only said on the telephone.",
  statuses: {
    received: "received",
    validating: "scope check",
    returned: "returned",
    answered: "answered",
    narrowed: "answered in part",
    refused: "refused",
  },
  receive: {
    button: "Enter a request…",
    hint: "Enter it as it came. What is missing can be asked for; what was only said is entered too, refused and counted.",
    done: "The request was entered.",
  },
  commands: {
    validate: {
      button: "Begin the scope check",
      hint: "From here on it can be returned, answered or refused.",
      done: "The scope check has begun.",
    },
    return: {
      button: "Return for completion…",
      hint: "No data leaves the house before it is complete.",
      done: "The request was returned.",
    },
    resubmit: {
      button: "Enter it again…",
      hint: "As the authority completed it. The scope check begins anew.",
      done: "The request was entered again.",
    },
    propose_answer: {
      button: "Propose an answer…",
      hint: "Choose item by item. A second person, legal among the two, approves it.",
      done: "The answer is proposed; a second person has to approve it.",
    },
    approve_answer: {
      button: "Approve the answer…",
      hint: "It goes out as it is proposed. This cannot be taken back.",
      done: "The request was answered.",
    },
    refuse: {
      button: "Refuse…",
      hint: "A reasoned refusal is an outcome as good as any. It ends the request.",
      done: "The request was refused.",
      isHard: true,
    },
    tell_user: {
      button: "The person was told",
      hint: "Say so once the person concerned has been told of the request.",
      done: "Noted: the person was told.",
    },
    withhold_notice: {
      button: "Hold the notice back",
      hint: "Only while a prohibition in writing lasts. The person is told when it ends.",
      done: "The notice is held back until the prohibition ends.",
    },
  },
  fields: {
    authority: { label: "Authority" },
    country: { label: "Country", hint: "Two letters: DE, FR, CN." },
    channel: {
      label: "How it came",
      values: { desk: "in writing, to this desk", informal: "only said, or in passing" },
    },
    legalBasis: { label: "Legal basis" },
    explanation: { label: "Explanation", hint: "Why it is illegal, or why it is needed." },
    items: { label: "Items", hint: "Ids of single items, one on each line." },
    asksFor: { label: "What is asked for" },
    redress: { label: "Redress", hint: "How the person concerned can go against it." },
    deadline: { label: "To be answered by" },
    secrecy: { label: "There is a prohibition in writing to tell the person" },
    "secrecy.basis": { label: "Its provision" },
    "secrecy.until": { label: "Its end" },
    missing: { label: "What is missing" },
    reason: { label: "Reason", hint: "In a sentence or two; it is kept, and others read it." },
  },
  asks: "What is asked",
  items: (n, count) => `${n} ${count === 1 ? "item" : "items"}`,
  noItems: "No single item is named.",
  answered: "answered",
  proposed: "proposed",
  notAnswered: "not answered",
  secrecyUntil: "May not be told until",
  noSecrecy: "no prohibition",
  missing: "Missing",
  handledBy: "Handled by",
  told: { told: "told", withheld: "notice held back", not_yet: "not told yet" },
  tellingUser: "Person concerned",
  channels: { desk: "in writing", informal: "only said" },
  asked: {
    item_copy: "a copy of the items",
    item_metadata: "times and places of the items",
    measure_history: "measures on the items",
    act_on_item: "that something be done with the items",
    identity: "who somebody is (never given)",
  },
  neverIdentity: "Who somebody is was asked for. It is not held here: such a request can only be refused.",
};

const zhHans: RequestWords = {
  title: "机关请求",
  intro: "机关的唯一入口。每件请求都登记、审查范围，由两人逐项答复，或附理由拒绝。本系统不存身份信息，无从移交。",
  one: "该请求",
  many: "请求",
  all: "全部请求",
  name: (id) => `请求 ${id}`,
  emptyHint: "联络人员登记机关的请求，不论是否完整；仅口头提出的也登记。",
  statuses: {
    received: "已收到",
    validating: "范围审查",
    returned: "已退回",
    answered: "已答复",
    narrowed: "部分答复",
    refused: "已拒绝",
  },
  receive: {
    button: "登记请求……",
    hint: "按来件如实登记。缺少的可要求补正；仅口头提出的也登记、拒绝并计数。",
    done: "请求已登记。",
  },
  commands: {
    validate: { button: "开始范围审查", hint: "此后可退回、答复或拒绝。", done: "已开始范围审查。" },
    return: { button: "退回补正……", hint: "补正之前不提供任何数据。", done: "请求已退回。" },
    resubmit: { button: "重新登记……", hint: "按机关补正后的内容登记，范围审查重新开始。", done: "请求已重新登记。" },
    propose_answer: {
      button: "提议答复……",
      hint: "逐项选择。须由第二人批准，两人中须有法务。",
      done: "已提议答复，须由第二人批准。",
    },
    approve_answer: { button: "批准答复……", hint: "按提议内容发出，不可收回。", done: "请求已答复。" },
    refuse: {
      button: "拒绝……",
      hint: "附理由的拒绝同样是正当的结果。请求就此办结。",
      done: "请求已拒绝。",
      isHard: true,
    },
    tell_user: { button: "已告知当事人", hint: "当事人已获知此请求后，请在此注明。", done: "已注明：当事人已获告知。" },
    withhold_notice: {
      button: "暂缓告知",
      hint: "仅限书面禁令有效期间。期满即告知当事人。",
      done: "在禁令期满前暂缓告知。",
    },
  },
  fields: {
    authority: { label: "机关" },
    country: { label: "国家", hint: "两个字母：DE、FR、CN。" },
    channel: { label: "来源方式", values: { desk: "书面送达本席位", informal: "仅口头或顺带提出" } },
    legalBasis: { label: "法律依据" },
    explanation: { label: "说明", hint: "为何违法，或为何需要。" },
    items: { label: "条目", hint: "单个条目的编号，每行一个。" },
    asksFor: { label: "请求内容" },
    redress: { label: "救济途径", hint: "当事人如何提出异议。" },
    deadline: { label: "答复期限" },
    secrecy: { label: "有禁止告知当事人的书面命令" },
    "secrecy.basis": { label: "其依据" },
    "secrecy.until": { label: "其截止时间" },
    missing: { label: "缺少的内容" },
    reason: { label: "理由", hint: "一两句话；会留存，他人可读。" },
  },
  asks: "请求内容",
  items: (n) => `${n} 个条目`,
  noItems: "未列明任何单个条目。",
  answered: "已答复",
  proposed: "拟答复",
  notAnswered: "未答复",
  secrecyUntil: "不得告知至",
  noSecrecy: "无禁令",
  missing: "缺少",
  handledBy: "经办人",
  told: { told: "已告知", withheld: "暂缓告知", not_yet: "尚未告知" },
  tellingUser: "当事人",
  channels: { desk: "书面", informal: "仅口头" },
  asked: {
    item_copy: "条目副本",
    item_metadata: "条目的时间与位置",
    measure_history: "对条目采取过的措施",
    act_on_item: "对条目采取措施",
    identity: "某人的身份（从不提供）",
  },
  neverIdentity: "请求中要求提供身份。本系统不存有身份信息，此类请求只能拒绝。",
};

export const requestWords: WordTable<RequestWords> = { en, "zh-Hans": zhHans };
