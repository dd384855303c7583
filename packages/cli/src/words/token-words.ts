import type { Phrase } from "./phrase.ts";

/** Words of `token`. */
export const tokenWords = {
  token_made: {
    en: "That is the token, shown this once. {name} ({id}), for {scopes}, until {until}. The access log names the operator.",
    zh: "以上即令牌，仅显示这一次。{name}（{id}），权限 {scopes}，有效期至 {until}。访问日志中记为运营者。",
  },
  token_until_revoked: { en: "it is revoked", zh: "被吊销为止" },
  token_until: { en: "until {when}", zh: "至 {when}" },
  token_ended: { en: "expired {when}", zh: "已于 {when} 过期" },
  token_ended_revoked: { en: "revoked {when}", zh: "已于 {when} 吊销" },
  token_never_used: { en: "never used", zh: "从未使用" },
  token_used: { en: "last used {day}", zh: "最近使用 {day}" },
  token_line: {
    en: "{id}  {name}  {scopes}  made {made}, {used}, {until}",
    zh: "{id}  {name}  {scopes}  创建于 {made}，{used}，{until}",
  },
  token_none: { en: "There is no token.", zh: "没有令牌。" },
  token_revoked: {
    en: "Revoked: {id}. Within five seconds it opens nothing.",
    zh: "已吊销：{id}。五秒之内即完全失效。",
  },
  token_unknown: { en: "No token of this id is in force: {id}.", zh: "没有此编号的有效令牌：{id}。" },
  error_token_verb: {
    en: "“{word}” is no command of token; take create, list or revoke.",
    zh: "token 没有“{word}”命令；可用 create、list、revoke。",
  },
  error_token_id: {
    en: "Name one token by its id: breakwater token list.",
    zh: "请用编号指明一个令牌：breakwater token list。",
  },
  error_token_name: {
    en: "“{word}” is no name of a token; take lower-case letters, digits, . _ and -, at most 64: --name forum.",
    zh: "“{word}”不能作为令牌名称；可用小写字母、数字、. _ -，最多 64 个：--name forum。",
  },
  error_token_scopes: {
    en: "“{word}” is no scope that a token can hold; take some of: {names}.",
    zh: "“{word}”不是令牌可持有的权限；可选：{names}。",
  },
  error_token_expires: {
    en: "“{word}” is no number of days from 1 to 3650: --expires 90.",
    zh: "“{word}”不是 1 到 3650 的天数：--expires 90。",
  },
} as const;

export const tokenHelp: Readonly<Record<"token", Phrase>> = {
  token: {
    en: `Make, list and revoke API tokens on the machine itself, while the service runs or not.

Usage: breakwater token create --name NAME --scopes SCOPE,SCOPE [--expires DAYS] [OPTIONS]
       breakwater token list [OPTIONS]
       breakwater token revoke ID [OPTIONS]

  --name NAME     the source under which its actions are filed; to rotate, make a second of the same name, then revoke
  --scopes LIST   what it may do, such as actions:write,check (docs/access.md); never access:manage: people decide on that
  --expires DAYS  1 to 3650; left out: until it is revoked
  --config FILE   breakwater.toml (or --data DIR, as for serve; default ./breakwater)
  --lang en|zh, --json, --quiet

The token alone goes to the standard output, once: breakwater token create … > token.txt. It is kept as a hash.
Everything done here stands in the access log under “operator”. Who can run this can read the keys as well.
Exit code 0: done; 2: bad usage, or refused; 3: there is no such token.
`,
    zh: `在本机上创建、列出、吊销接口令牌；服务是否运行均可。

用法：breakwater token create --name 名称 --scopes 权限,权限 [--expires 天数] [选项]
      breakwater token list [选项]
      breakwater token revoke 编号 [选项]

  --name 名称     其行为归档的来源名；轮换时先建同名的第二个，再吊销前一个
  --scopes 列表   可做之事，如 actions:write,check（见 docs/access.md）；不含 access:manage：权限由人决定
  --expires 天数  1 至 3650；不填则至吊销为止
  --config 文件   breakwater.toml（或如 serve 用 --data 目录；默认 ./breakwater）
  --lang en|zh、--json、--quiet

标准输出只有令牌本身，且仅此一次：breakwater token create … > token.txt。系统只保存其散列。
此处的操作在访问日志中记为“operator”。能运行此命令者也能读取密钥。
退出码 0：完成；2：用法有误或被拒绝；3：没有该令牌。
`,
  },
};
