import type { WordTable } from "../../../words/languages.ts";

/** What can be opened, by casework's names. */
export type ViewedKind =
  | "case"
  | "decision"
  | "hold"
  | "authority_request"
  | "transfer"
  | "operation"
  | "self_review"
  | "unmasking"
  | "victim_workspace"
  | "reporter"
  | "register_entry";

type ViewWords = {
  readonly title: string;
  readonly intro: string;
  readonly many: string;
  readonly object: string;
  readonly anything: string;
  readonly by: string;
  readonly anybody: string;
  readonly kinds: Readonly<Record<ViewedKind, string>>;
  readonly shown: (version: string) => string;
  readonly refused: string;
  readonly emptyHint: string;
};

const en: ViewWords = {
  title: "Log of views",
  intro:
    "Who opened what, and who tried and was refused. Written in the same moment as it is read; nothing of it can be changed.",
  many: "views",
  object: "Of what",
  anything: "anything",
  by: "By whom",
  anybody: "anybody",
  kinds: {
    case: "case",
    decision: "decision",
    hold: "hold",
    authority_request: "authority request",
    transfer: "hand-over",
    operation: "operation",
    self_review: "self-review",
    unmasking: "unmasking",
    victim_workspace: "victim's workspace",
    reporter: "reporter's record",
    register_entry: "entry of the register",
  },
  shown: (version) => `shown, version ${version}`,
  refused: "refused",
  emptyHint: "Nobody has opened anything yet.",
};

const zhHans: ViewWords = {
  title: "查阅记录",
  intro: "谁打开了什么，谁尝试而被拒绝。与查阅同时写入，不可更改。",
  many: "查阅记录",
  object: "对象",
  anything: "不限",
  by: "查阅人",
  anybody: "不限",
  kinds: {
    case: "案件",
    decision: "决定",
    hold: "拦截",
    authority_request: "机关请求",
    transfer: "移交",
    operation: "专项行动",
    self_review: "自查",
    unmasking: "解除假名",
    victim_workspace: "受害人工作区",
    reporter: "举报人记录",
    register_entry: "登记项",
  },
  shown: (version) => `已显示第 ${version} 版`,
  refused: "被拒绝",
  emptyHint: "尚无人打开任何内容。",
};

export const viewWords: WordTable<ViewWords> = { en, "zh-Hans": zhHans };
