type Words = readonly [en: string, zhHans: string];

/**
 * Why the service says no where neither casework nor the registry of claims does: of signing in, people, tokens, webhooks, detectors,
 * imports, the ledger. `{0}` is what it fell on. The code is what travels; the words are what people read, in their language.
 */
export const reasons = {
  person_unknown: ["There is no such person.", "没有这个人。"],
  people_max: ["There are {0} people already.", "人数已达 {0} 人的上限。"],
  login_taken: ["Somebody has this login already.", "此登录名已有人使用。"],
  login_unknown: ["Nobody local has this login.", "没有使用此登录名的本地人员。"],
  person_joined: ["This person has joined; propose a reset instead.", "此人已加入，请改为提议重置。"],
  person_not_joined: [
    "This person has not joined; renew the invitation instead.",
    "此人尚未加入，请改为重新发出邀请。",
  ],
  person_disabled: ["This person is disabled.", "此人已被停用。"],
  person_of_provider: ["This person signs in by the identity provider.", "此人通过身份提供方登录。"],
  roles_of_provider: [
    "The identity provider says this person's roles, but for admin.",
    "除管理员外，此人的角色由身份提供方决定。",
  ],
  own_role: ["Nobody gives themselves a role; another administrator can.", "不能给自己角色，请由另一位管理员授予。"],
  last_administrator: ["This is the last administrator.", "这是最后一位管理员。"],
  own_reset: ["Another administrator resets what is yours.", "您自己的凭据须由另一位管理员重置。"],
  reset_unknown: ["No such reset is waiting.", "没有等待确认的此项重置。"],
  reset_needs_another: [
    "Somebody who neither proposed it nor is concerned has to confirm it.",
    "须由既非提议人也非当事人的人确认。",
  ],
  version_now: ["It is at version {0}.", "当前版本为 {0}。"],
  person_only: ["Only a person may do that, not a token.", "只有人可以这样做，令牌不可以。"],
  session_unknown: ["You have no such session.", "您没有这个会话。"],
  no_role_here: ["You have no role here; ask an administrator.", "您在此没有角色，请联系管理员。"],
  sign_in_again: ["Sign in again.", "请重新登录。"],
  sign_in_busy: ["Too many people sign in at once.", "同时登录的人过多，请稍候。"],
  too_many_attempts: ["Too many attempts.", "尝试次数过多。"],
  password_wrong: ["The password is not right.", "密码不正确。"],
  code_wrong: ["The code is not right.", "验证码不正确。"],
  link_dead: ["This link does not work, or no longer.", "此链接无效或已失效。"],
  link_for_other: ["The link is for something else.", "此链接另有用途。"],
  set_up_already: ["There is somebody already.", "已有人员，无须再次设置。"],
  token_unknown: ["No such token is in force.", "没有有效的此令牌。"],
  tokens_max: ["There are {0} tokens already.", "令牌已达 {0} 个的上限。"],
  token_scope: ["A token cannot hold {0}: people decide on access.", "令牌不能持有 {0}：访问权限由人决定。"],
  webhook_unknown: ["There is no such webhook.", "没有这个网络钩子。"],
  webhooks_max: ["There are at most {0} webhooks.", "网络钩子最多 {0} 个。"],
  webhook_url_malformed: ["This is no http or https URL without a fragment.", "这不是不带片段的 http 或 https 网址。"],
  webhook_url_credentials: [
    "A URL with a password would show it in logs; check the signature instead.",
    "网址中的密码会出现在日志里，请改为核对签名。",
  ],
  webhook_url_not_https: [
    "Only https is called, but for hosts on the operator's allow-list.",
    "除运营方允许名单中的主机外，只调用 https。",
  ],
  webhook_url_private_address: [
    "This address is not on the internet; one's own hosts belong on the operator's allow-list.",
    "此地址不在互联网上；自己的主机须列入运营方的允许名单。",
  ],
  delivery_unknown: ["There is no such delivery, or it was forgotten.", "没有这次投递，或其记录已清除。"],
  kind_names_accounts: [
    "{0} names accounts: this takes a token with the scope {1} as well.",
    "{0} 会写明账号：须使用另有 {1} 权限范围的令牌。",
  ],
  family_not_paused: ["The family is not paused.", "该类检测未被暂停。"],
  preview_not_run: ["The preview has not been run.", "预览尚未运行。"],
  preview_of_other_options: [
    "The preview is of other options than those that run.",
    "预览所用的选项与正在运行的不同。",
  ],
  preview_too_old: ["The preview is older than a week.", "预览已超过一周。"],
  previews_wait: ["Previews wait already.", "已有预览在等待运行。"],
  import_under_way: ["Another import is under way.", "另一次导入正在进行。"],
  importer_needed: ["Claims are imported by editors, or with a token.", "说法须由编辑或凭令牌导入。"],
  ledger_empty: ["There is no ledger yet.", "尚无账本。"],
  ledger_size_unknown: ["The log does not have this size.", "日志没有达到这一长度。"],
  ledger_entry_unknown: ["The log does not have all of these entries.", "日志中没有所列的全部条目。"],
  ledger_sizes_unknown: [
    "The log has no such sizes, or the older is not the smaller.",
    "日志没有这些长度，或较早的长度并不较小。",
  ],
  subject_accesses_wait: ["Other subject accesses are under way.", "其他本人查阅请求正在处理。"],
  disk_full: ["The disk is full; nothing was changed.", "磁盘已满，未作任何更改。"],
  effect_unsure: [
    "The service stopped over this request, and it is not known whether it took effect. Look, then use another key.",
    "服务在处理此请求时停止，是否已生效尚不可知。请先查看，再换一个幂等键。",
  ],
} as const satisfies Readonly<Record<string, Words>>;

export type ReasonCode = keyof typeof reasons;
/** A reason as it travels: its code, and the ids, names or numbers that its words take. */
export type Reason = { readonly code: ReasonCode; readonly about?: readonly (string | number)[] };

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}

/** A reason in words; a place that nothing was given for stays empty. */
export function toReasonSentence({ code, about = [] }: Reason, language: "en" | "zh-Hans"): string {
  const [en, zhHans] = reasons[code];
  return (language === "en" ? en : zhHans).replaceAll(/\{(\d)\}/g, (_, place: string) =>
    String(about[Number(place)] ?? ""),
  );
}
