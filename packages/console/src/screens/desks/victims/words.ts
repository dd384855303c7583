import type { openWorkspace, workspaceCommand, workspaceStatuses } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { CommandWords, ObjectWords } from "../objects/desk-object.ts";

type WorkspaceWords = ObjectWords<
  (typeof workspaceStatuses)[number],
  z.input<typeof workspaceCommand>,
  z.input<(typeof openWorkspace)["body"]>
> & {
  readonly open: CommandWords;
  readonly minor: string;
  readonly noContact: string;
  readonly untaken: string;
  readonly yours: string;
  readonly owner: string;
  readonly contact: string;
  readonly protection: string;
  readonly protectionHint: string;
  readonly on: string;
  readonly off: string;
  readonly evidence: string;
  readonly evidenceHint: string;
  readonly noEvidence: string;
  readonly captured: string;
  readonly shares: string;
  readonly sharesHint: string;
  readonly noShares: string;
  readonly sharesItems: (n: string, count: number) => string;
  readonly cases: string;
  readonly noCases: string;
  readonly evidenceNumber: (n: string) => string;
};

const en: WorkspaceWords = {
  title: "Victims",
  intro:
    "A workspace for somebody under attack, with one contact. Only the contact and the auditor may open it, and each look is written down. What is shared with whom, the victim alone decides.",
  one: "the workspace",
  many: "workspaces",
  all: "All workspaces",
  name: (id) => `Workspace ${id}`,
  emptyHint: "Support opens one for somebody who is being attacked; one of them becomes the contact.",
  statuses: { active: "active", closed: "closed" },
  open: {
    button: "Open a workspace…",
    hint: "For one account of the platform. Take it as the contact afterwards: until then nobody may open it.",
    done: "The workspace was opened.",
  },
  commands: {
    assign_contact: {
      button: "Be the contact",
      hint: "You alone of the staff open it then, beside the auditor.",
      done: "You are the contact.",
    },
    protect: {
      button: "Set the protection…",
      hint: "Each concerns what strangers can send to this account, and nothing about the strangers.",
      done: "The protection was set.",
    },
    capture: {
      button: "Add evidence…",
      hint: "The hash of what was captured. The victim decides who sees it.",
      done: "The evidence was added.",
    },
    follow_case: {
      button: "Follow a case…",
      hint: "So that the victim hears how it goes on.",
      done: "The case is followed.",
    },
  },
  fields: {
    owner: { label: "Account", hint: "Its id at the platform." },
    isMinor: { label: "Under age" },
    what: {
      label: "Strangers cannot send",
      values: {
        messages: "messages",
        comments: "comments",
        mentions: "mentions",
        reposts: "reposts",
        invitations: "invitations",
      },
    },
    item: { label: "Evidence" },
    "item.sha256": { label: "SHA-256", hint: "64 hexadecimal digits." },
    "item.capturedAt": { label: "Captured" },
    caseId: { label: "Case", hint: "Its id." },
  },
  minor: "under age",
  noContact: "no contact yet",
  untaken: "Nobody is the contact yet",
  yours: "you are the contact",
  owner: "Account",
  contact: "Contact",
  protection: "Protection",
  protectionHint: "What strangers cannot send to this account now.",
  on: "off for strangers",
  off: "open",
  evidence: "Evidence",
  evidenceHint: "Kept by hash. It goes nowhere unless the victim shares it.",
  noEvidence: "None yet.",
  captured: "captured",
  shares: "Shared by the victim",
  sharesHint:
    "The victim shares and withdraws by their own link; nobody of the staff can do either for them. Each share ends by itself.",
  noShares: "Nothing is shared.",
  sharesItems: (n, count) => `${n} ${count === 1 ? "item" : "items"}`,
  cases: "Cases followed",
  noCases: "None.",
  evidenceNumber: (n) => `Item ${n}`,
};

const zhHans: WorkspaceWords = {
  title: "受害人",
  intro:
    "为受攻击者设立的工作区，配一名联系人。只有联系人和审计可以打开，每次查阅都有记录。向谁共享什么，由受害人自己决定。",
  one: "该工作区",
  many: "工作区",
  all: "全部工作区",
  name: (id) => `工作区 ${id}`,
  emptyHint: "支持人员为受攻击者建立工作区，其中一人担任联系人。",
  statuses: { active: "使用中", closed: "已关闭" },
  open: {
    button: "建立工作区……",
    hint: "为平台上的一个账号设立。随后请担任联系人：在此之前任何人都不能打开。",
    done: "工作区已建立。",
  },
  commands: {
    assign_contact: { button: "担任联系人", hint: "此后除审计外，只有你可以打开。", done: "你已是联系人。" },
    protect: {
      button: "设置保护……",
      hint: "只涉及陌生人能向该账号发送什么，与陌生人本身无关。",
      done: "保护已设置。",
    },
    capture: { button: "添加证据……", hint: "所固定内容的哈希。由受害人决定谁能看到。", done: "证据已添加。" },
    follow_case: { button: "关注案件……", hint: "使受害人得知进展。", done: "已关注案件。" },
  },
  fields: {
    owner: { label: "账号", hint: "平台上的编号。" },
    isMinor: { label: "未成年人" },
    what: {
      label: "陌生人不能发送",
      values: { messages: "私信", comments: "评论", mentions: "提及", reposts: "转发", invitations: "邀请" },
    },
    item: { label: "证据" },
    "item.sha256": { label: "SHA-256", hint: "64 位十六进制数。" },
    "item.capturedAt": { label: "固定时间" },
    caseId: { label: "案件", hint: "其编号。" },
  },
  minor: "未成年人",
  noContact: "尚无联系人",
  untaken: "尚无人担任联系人",
  yours: "你是联系人",
  owner: "账号",
  contact: "联系人",
  protection: "保护",
  protectionHint: "陌生人目前不能向该账号发送的内容。",
  on: "对陌生人关闭",
  off: "开放",
  evidence: "证据",
  evidenceHint: "以哈希保存。除非受害人共享，不会外传。",
  noEvidence: "尚无。",
  captured: "固定于",
  shares: "受害人的共享",
  sharesHint: "由受害人通过自己的链接共享和撤回，工作人员不能代办。每项共享到期自动结束。",
  noShares: "没有共享内容。",
  sharesItems: (n) => `${n} 项`,
  cases: "关注的案件",
  noCases: "无。",
  evidenceNumber: (n) => `第 ${n} 项`,
};

export const workspaceWords: WordTable<WorkspaceWords> = { en, "zh-Hans": zhHans };
