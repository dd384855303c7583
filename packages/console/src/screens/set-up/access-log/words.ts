import type { AccessEvent } from "@breakwater/contract";
import type { WordTable } from "../../../words/languages.ts";

type LogWords = {
  readonly list: string;
  readonly theLog: string;
  readonly hint: string;
  readonly events: Readonly<Record<AccessEvent, string>>;
  readonly actors: Readonly<Record<"person" | "token" | "operator" | "nobody", string>>;
  readonly by: (who: string) => string;
  readonly about: (what: string) => string;
  readonly empty: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly fact: (name: string, value: string) => string;
};

const en: LogWords = {
  list: "Access log",
  theLog: "the access log",
  hint: "Newest first. No secrets, no addresses. Auditors read it too: that is the check on administrators.",
  events: {
    "person.set_up": "first administrator set up",
    "person.invited": "invited",
    "person.joined": "joined",
    "person.provisioned": "came by the identity provider",
    "person.changed": "changed",
    "person.disabled": "disabled",
    "person.enabled": "enabled",
    "invitation.renewed": "invitation renewed",
    "token.created": "token made",
    "token.revoked": "token revoked",
    "session.ended": "session ended",
    "sign_in.succeeded": "signed in",
    "sign_in.failed": "sign-in failed",
    "sign_in.locked": "sign-in locked",
    "password.changed": "password changed",
    "recovery_codes.renewed": "recovery codes renewed",
    "recovery_code.used": "recovery code used",
    "reset.proposed": "reset proposed",
    "reset.confirmed": "reset confirmed",
    "reset.withdrawn": "reset withdrawn",
    "reset.issued": "reset link made",
    "reset.completed": "reset completed",
    "account.read": "records of an account handed out",
    "account.erased": "records of an account erased",
  },
  actors: {
    person: "somebody",
    token: "a token",
    operator: "the operator, on the machine",
    nobody: "nobody signed in",
  },
  by: (who) => `by ${who}`,
  about: (what) => `about ${what}`,
  empty: "Nothing has happened yet",
  facts: {
    roles: "roles",
    gained: "got",
    lost: "lost",
    name: "name",
    scopes: "may",
    expiresAt: "ends",
    parts: "what",
    personId: "of",
    proposedBy: "proposed by",
    by: "by",
    language: "language",
    factor: "by",
    failures: "failures",
    left: "left",
  },
  fact: (name, value) => `${name}: ${value}`,
};

const zhHans: LogWords = {
  list: "访问记录",
  theLog: "访问记录",
  hint: "新的在前。不含密钥，不含网络地址。审计人员也会查看：这是对管理员的制约。",
  events: {
    "person.set_up": "设立首位管理员",
    "person.invited": "邀请",
    "person.joined": "加入",
    "person.provisioned": "经身份提供方进入",
    "person.changed": "更改",
    "person.disabled": "停用",
    "person.enabled": "启用",
    "invitation.renewed": "重新邀请",
    "token.created": "创建令牌",
    "token.revoked": "撤销令牌",
    "session.ended": "会话结束",
    "sign_in.succeeded": "登录",
    "sign_in.failed": "登录失败",
    "sign_in.locked": "登录被锁定",
    "password.changed": "更改密码",
    "recovery_codes.renewed": "更新恢复码",
    "recovery_code.used": "使用恢复码",
    "reset.proposed": "提出重置",
    "reset.confirmed": "确认重置",
    "reset.withdrawn": "撤回重置",
    "reset.issued": "生成重置链接",
    "reset.completed": "完成重置",
    "account.read": "交付某账号的留存数据",
    "account.erased": "删除某账号的留存数据",
  },
  actors: { person: "某人", token: "令牌", operator: "运营者（在机器上）", nobody: "未登录者" },
  by: (who) => `操作者：${who}`,
  about: (what) => `关于 ${what}`,
  empty: "尚无记录",
  facts: {
    roles: "角色",
    gained: "获得",
    lost: "失去",
    name: "名称",
    scopes: "权限",
    expiresAt: "到期",
    parts: "内容",
    personId: "当事人",
    proposedBy: "提出者",
    by: "方式",
    language: "语言",
    factor: "方式",
    failures: "失败次数",
    left: "剩余",
  },
  fact: (name, value) => `${name}：${value}`,
};

export const logWords: WordTable<LogWords> = { en, "zh-Hans": zhHans };
