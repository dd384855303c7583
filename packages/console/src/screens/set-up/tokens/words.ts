import type { WordTable } from "../../../words/languages.ts";

const en = {
  tokens: "tokens",
  list: "Tokens",
  make: "Make a token",
  makeHint: "A program sends it with each request. It is shown once, now.",
  name: "Name",
  nameHint:
    "Under this name its actions are filed: lower-case letters, digits, . _ -. Two may share one while one takes over from the other.",
  scopes: "What it may do",
  scopesHint: "As little as it needs. Who may do what is decided by people: no token holds that.",
  ends: "It ends",
  after: (days: string): string => `after ${days} days`,
  never: "when it is revoked",
  secretTitle: "The token, shown once",
  secretHint: "Nobody can read it out again. Keep it where the program reads it, and nowhere else.",
  created: "made",
  expires: "ends",
  ended: "ended",
  noEnd: "no end",
  lastUsed: (day: string): string => `last used on ${day}`,
  unused: "not used yet",
  revoked: "revoked",
  revoke: "Revoke",
  revokeTitle: (name: string): string => `Revoke ${name}`,
  revokeHint: "Within five seconds it opens nothing any more. It cannot be taken back; a new one can be made.",
  revokedNow: "Revoked.",
  emptyTitle: "No token was made",
  emptyHint: "The platform needs one to send what accounts do (actions:write) and to check posts (check).",
};

type TokenWords = typeof en;

const zhHans: TokenWords = {
  tokens: "令牌",
  list: "令牌",
  make: "创建令牌",
  makeHint: "程序在每次请求中出示令牌。令牌只在此刻显示一次。",
  name: "名称",
  nameHint: "以此名称归档其行为：小写字母、数字、. _ -。新旧交替时两个令牌可同名。",
  scopes: "权限",
  scopesHint: "只给必需的权限。谁可以做什么由人决定：令牌不具备这一权限。",
  ends: "有效期",
  after: (days) => `${days} 天`,
  never: "直到撤销",
  secretTitle: "令牌，仅显示一次",
  secretHint: "之后无法再查看。请只保存在程序读取它的地方。",
  created: "创建于",
  expires: "到期",
  ended: "已到期",
  noEnd: "无期限",
  lastUsed: (day) => `最近使用于 ${day}`,
  unused: "尚未使用",
  revoked: "已撤销",
  revoke: "撤销",
  revokeTitle: (name) => `撤销 ${name}`,
  revokeHint: "五秒内即完全失效。无法恢复，但可以新建。",
  revokedNow: "已撤销。",
  emptyTitle: "还没有令牌",
  emptyHint: "平台需要令牌才能发送账号行为（actions:write）并检查帖子（check）。",
};

export const tokenWords: WordTable<TokenWords> = { en, "zh-Hans": zhHans };
