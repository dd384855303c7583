import type { CheckName, FindingCode, Level } from "@breakwater/server/lifecycle";
import type { Phrase } from "./phrase.ts";

export const checkNameWords: Readonly<Record<CheckName, Phrase>> = {
  node: { en: "Node", zh: "Node" },
  folders: { en: "folders", zh: "目录" },
  keys: { en: "keys", zh: "密钥" },
  disk: { en: "disk", zh: "磁盘" },
  service: { en: "service", zh: "服务" },
  databases: { en: "databases", zh: "数据库" },
  migrations: { en: "schema", zh: "库结构" },
  ledger: { en: "ledger", zh: "账本" },
  clock: { en: "clock", zh: "时钟" },
  retention: { en: "retention", zh: "保留期限" },
  address: { en: "address", zh: "地址" },
  webhooks: { en: "webhooks", zh: "推送" },
  witnesses: { en: "witnesses", zh: "见证" },
  statements: { en: "statements", zh: "理由书" },
  settings: { en: "settings", zh: "设置" },
};

export const levelWords: Readonly<Record<Level, Phrase>> = {
  ok: { en: "ok  ", zh: "正常" },
  warn: { en: "warn", zh: "注意" },
  fail: { en: "FAIL", zh: "故障" },
};

/** What was found, and what to do about it. */
export const findingWords: Readonly<Record<FindingCode, Phrase>> = {
  node_fits: { en: "Node {version}", zh: "Node {version}" },
  node_old: {
    en: "Node {version} is too old: {needed} or later is needed. Start it as npx breakwater, which brings its own.",
    zh: "Node {version} 过旧：需要 {needed} 或更新版本。请用 npx breakwater 启动，它自带所需版本。",
  },

  folders_fit: { en: "data in {data}, keys in {keys}", zh: "数据在 {data}，密钥在 {keys}" },
  folders_not_yet: {
    en: "{path} is not there yet; the first start makes it",
    zh: "{path} 尚不存在；首次启动时会创建",
  },
  folder_is_none: { en: "{path} is not a folder. Move it away.", zh: "{path} 不是目录。请将其移走。" },
  folder_not_ours: {
    en: "{path} cannot be written by this user; it belongs to user {owner}. Run this as that user, or give it the folder (chown).",
    zh: "当前用户无法写入 {path}，其所有者为用户 {owner}。请以该用户运行，或用 chown 更改所有者。",
  },
  folder_open_to_others: {
    en: "{path} can be entered by other users of this machine (mode {mode}). Close it: chmod 700 {path}",
    zh: "本机其他用户可进入 {path}（权限 {mode}）。请收紧：chmod 700 {path}",
  },
  keys_in_data: {
    en: "Data and keys stand in one another. A copy of the data would hold the keys and undo every erasure: move {path}, and change [storage].",
    zh: "数据与密钥目录互相包含。复制数据会连同密钥一起复制，使所有删除失效：请移走 {path} 并修改 [storage]。",
  },

  keys_fit: { en: "the keys of this data are in {path}", zh: "此数据的密钥齐备：{path}" },
  key_open_to_others: {
    en: "{path} can be read by other users of this machine (mode {mode}). Close it: chmod 600 {path}",
    zh: "本机其他用户可读取 {path}（权限 {mode}）。请收紧：chmod 600 {path}",
  },
  seal_key_missing: {
    en: "{path} is missing: second factors and webhook secrets in the data cannot be opened. Bring it back from the copy of the keys.",
    zh: "缺少 {path}：数据中的第二验证因素与推送密钥无法解开。请从密钥备份中恢复。",
  },
  seal_key_damaged: {
    en: "{path} does not have 32 bytes. Bring it back from the copy of the keys.",
    zh: "{path} 的长度不是 32 字节。请从密钥备份中恢复。",
  },
  signing_key_missing: {
    en: "{path} has no key that signs the ledger, and the service will not start on it. Bring it back from the copy of the keys.",
    zh: "{path} 中没有账本的签名密钥，服务将无法启动。请从密钥备份中恢复。",
  },
  payload_keys_missing: {
    en: "{path} is missing: no evidence in the ledger can be read. Bring it back from the copy of the keys.",
    zh: "缺少 {path}：账本中的证据内容无法读取。请从密钥备份中恢复。",
  },

  disk_fits: { en: "{mebibytes} MiB free", zh: "剩余 {mebibytes} MiB" },
  disk_low: {
    en: "Only {mebibytes} MiB are free for {path}. Make room, or shorten [retention].",
    zh: "{path} 仅剩 {mebibytes} MiB。请腾出空间，或缩短 [retention]。",
  },
  disk_full: {
    en: "{mebibytes} MiB are free for {path}: soon nothing can be written, and the platform is told to wait. Make room now.",
    zh: "{path} 仅剩 {mebibytes} MiB：很快将无法写入，平台会被要求等待。请立即腾出空间。",
  },

  service_answers: { en: "answers at {address}:{port}", zh: "在 {address}:{port} 正常应答" },
  service_not_ready: {
    en: "It answers at {address}:{port} and is not ready: {reasons}",
    zh: "在 {address}:{port} 有应答但尚未就绪：{reasons}",
  },
  service_silent: {
    en: "Something works on the data, and nothing answers at {address}:{port}. It may be starting; if it stays so, look at its log.",
    zh: "有进程正在使用数据，但 {address}:{port} 无应答。可能正在启动；如持续如此，请查看日志。",
  },
  port_free: { en: "not running; {address}:{port} is free for it", zh: "未运行；{address}:{port} 可用" },
  port_taken: {
    en: "{address}:{port} is used by something else. Stop that, or choose another [service] port.",
    zh: "{address}:{port} 已被其他程序占用。请停止该程序，或更换 [service] port。",
  },
  port_forbidden: {
    en: "This user may not listen at {address}:{port}. Choose a port above 1023, behind a proxy.",
    zh: "当前用户无权监听 {address}:{port}。请选用 1023 以上的端口，并置于代理之后。",
  },
  address_foreign: {
    en: "{address} is no address of this machine. Change [service] address.",
    zh: "{address} 不是本机地址。请修改 [service] address。",
  },

  databases_whole: { en: "{count} databases are whole", zh: "{count} 个数据库完好" },
  database_damaged: {
    en: "{path} is damaged ({reason}). Stop the service, keep the folder as it is, and restore the newest backup to a new one.",
    zh: "{path} 已损坏（{reason}）。请停止服务，保留原目录不动，并将最新备份恢复到新目录。",
  },
  database_unreadable: {
    en: "{path} cannot be read ({reason}). Run this as the user of the service.",
    zh: "无法读取 {path}（{reason}）。请以服务所用的用户运行。",
  },
  nothing_yet: { en: "nothing there yet", zh: "尚无内容" },

  migrations_applied: { en: "{count} steps, all known", zh: "{count} 个步骤，均已识别" },
  migrations_waiting: {
    en: "{count} {count|step|steps} will be applied at the next start, which copies the database first. Make a backup before.",
    zh: "下次启动时将应用 {count} 个步骤，并先复制数据库。请事先备份。",
  },
  migrations_foreign: {
    en: "A later version wrote this data (step {id}). Use that version, or restore a backup from before it.",
    zh: "此数据由更新的版本写入（步骤 {id}）。请使用该版本，或恢复升级前的备份。",
  },

  ledger_verifies: {
    en: "{size} {size|entry|entries} of {origin}, signed by our key",
    zh: "{origin} 共 {size} 条，签名有效",
  },
  ledger_unsigned: {
    en: "Its checkpoint is not signed by a key in {path} ({reason}). Bring the right key back from the copy of the keys; make no new one.",
    zh: "其检查点未由 {path} 中的密钥签名（{reason}）。请从密钥备份中恢复正确的密钥，切勿新建。",
  },
  ledger_damaged: {
    en: "It does not have the content that was signed ({reason}). Stop the service, keep the folder as it is, and restore the newest backup to a new one.",
    zh: "其内容与签名不符（{reason}）。请停止服务，保留原目录不动，并将最新备份恢复到新目录。",
  },

  clock_fits: { en: "in order", zh: "正常" },
  clock_behind: {
    en: "The clock is behind what was written last: it was set back, or was wrong then. Set it right before anything is deleted by it.",
    zh: "时钟早于最近一次写入的时间：可能被回拨，或当时有误。请先校准，再让保留期限按其运行。",
  },
  clock_before_release: {
    en: "The clock says a time before this version was made. Set it right: retention and one-time codes go by it.",
    zh: "时钟早于本版本的发布时间。请校准：保留期限与一次性验证码均以其为准。",
  },
  clock_not_synchronised: {
    en: "The system says that nobody keeps the clock right. Turn on time synchronisation: timedatectl set-ntp true",
    zh: "系统显示时钟未同步。请开启时间同步：timedatectl set-ntp true",
  },

  retention_runs: { en: "what is past its time is being deleted", zh: "到期内容按时清除" },
  retention_not_yet: { en: "has not run yet", zh: "尚未运行" },
  retention_failing: {
    en: "What the rule {rule} should delete is still there: it failed with {reason} and is tried again each minute.",
    zh: "规则 {rule} 应清除的内容仍在：失败原因 {reason}，每分钟重试。",
  },
  retention_late: {
    en: "Nothing has been deleted for two days or more. If the service was not stopped, look at its log.",
    zh: "已有两天以上未清除任何内容。如服务并未停止，请查看日志。",
  },
  restore_unfinished: {
    en: "The data was restored from a backup; the next start erases again what was erased since.",
    zh: "数据由备份恢复；下次启动时将重新删除备份之后已删除的内容。",
  },

  address_answers: { en: "{url} leads here", zh: "{url} 可到达本服务" },
  address_local: { en: "for this machine alone ({address})", zh: "仅供本机访问（{address}）" },
  address_not_yet: {
    en: "{url} does not answer; that can be judged once the service runs",
    zh: "{url} 无应答；服务运行后方可判断",
  },
  address_unreachable: {
    en: "{url} cannot be reached from this machine ({reason}), though the service runs. Look at DNS, proxy and certificate.",
    zh: "服务在运行，但从本机无法到达 {url}（{reason}）。请检查 DNS、代理与证书。",
  },
  address_redirects: {
    en: "{url} redirects to {to}. Make [service] public_url what people end up at: links and the guard against forged requests rest on it.",
    zh: "{url} 会跳转到 {to}。请将 [service] public_url 设为最终地址：链接与防伪造请求均以其为准。",
  },
  address_of_another: {
    en: "Something else answers at {url}. Let the proxy pass everything on to this service, /healthz included.",
    zh: "{url} 由其他程序应答。请让代理将全部请求（含 /healthz）转发到本服务。",
  },
  address_plain_http: {
    en: "{url} is not encrypted: passwords and reports can be read on the way. Put a proxy with TLS before it.",
    zh: "{url} 未加密：密码与举报在传输中可被读取。请在前面设置带 TLS 的代理。",
  },
  address_open: {
    en: "It listens at {address} without a public_url: whoever reaches this machine reaches the login, in the clear. Put a proxy with TLS before it.",
    zh: "监听 {address} 且未设 public_url：能到达本机的人都能以明文到达登录页。请在前面设置带 TLS 的代理。",
  },

  webhooks_fit: { en: "{count} {count|host|hosts} of your own allowed", zh: "允许 {count} 个自有主机" },
  webhooks_entry_unreadable: {
    en: "allowed_hosts: {entry} is neither a host, nor an address, nor a network, or it is every network. The service will not start.",
    zh: "allowed_hosts：{entry} 不是主机、地址或网段，或涵盖所有网段。服务将无法启动。",
  },
  webhooks_entry_metadata: {
    en: "allowed_hosts: {entry} holds the address where clouds hand out a machine's keys. Name the hosts that you mean.",
    zh: "allowed_hosts：{entry} 包含云平台发放本机密钥的地址。请只写所需的主机。",
  },
  webhooks_entry_loopback: {
    en: "allowed_hosts: with {entry} webhooks reach every service of this machine itself. Take it out unless that is meant.",
    zh: "allowed_hosts：有了 {entry}，推送可到达本机的所有服务。若非本意，请删除。",
  },
  webhooks_entry_wide: {
    en: "allowed_hosts: {entry} is a very large network. Name the hosts that you mean.",
    zh: "allowed_hosts：{entry} 网段过大。请只写所需的主机。",
  },

  witnesses_none: {
    en: "Checkpoints go nowhere by themselves: [ledger] witnesses would be the check on whoever holds the key.",
    zh: "检查点不会自行发往外部：[ledger] witnesses 可制约密钥持有者。",
  },
  witnesses_fit: {
    en: "{count} {count|place|places} outside get each checkpoint",
    zh: "每个检查点发往 {count} 处外部地点",
  },
  witness_refused: {
    en: "{address} is not called ({reason}). Only https to the internet is, but for hosts in ledger.allowed_hosts.",
    zh: "不会向 {address} 发送（{reason}）。除 ledger.allowed_hosts 所列主机外，只向互联网上的 https 地址发送。",
  },
  witness_failing: {
    en: "{address} took no checkpoint {failures} times in a row ({reason}). Until it does, nobody there can tell if the log is written anew.",
    zh: "{address} 连续 {failures} 次未接收检查点（{reason}）。在恢复之前，那里无人能发现日志被重写。",
  },
  timestamp_roots_unreadable: {
    en: "{path} holds no certificate in PEM that can be read: no timestamp can be judged, and the service does not start.",
    zh: "{path} 中没有可读取的 PEM 证书：无法核验时间戳，服务不会启动。",
  },

  statements_fit: {
    en: "Statements of reasons: {accepted} accepted, {queued} on their way.",
    zh: "理由书：已接收 {accepted} 份，待发送 {queued} 份。",
  },
  statements_kept: {
    en: "Statements of reasons are kept and sent nowhere: {queued}.",
    zh: "理由书仅留存、不发送：{queued} 份。",
  },
  statements_not_yet: { en: "No statements of reasons yet.", zh: "尚无理由书。" },
  statements_missing: {
    en: "{restrictions} restrictions, but {statements} statements of reasons. Look at /v1/statements/reconciliation, and tell us: this must not be.",
    zh: "限制措施 {restrictions} 项，理由书却有 {statements} 份。请查看 /v1/statements/reconciliation 并告知我们：不应如此。",
  },
  statements_refused: {
    en: "The Transparency Database refused {count} statements of reasons. /v1/statements?status=refused says in which fields.",
    zh: "透明度数据库拒收 {count} 份理由书。/v1/statements?status=refused 列出相关字段。",
  },
  statements_withheld: {
    en: "{count} statements of reasons may not be published: they seem to name somebody. /v1/statements?status=withheld says in which fields.",
    zh: "{count} 份理由书不能公开：疑似含个人信息。/v1/statements?status=withheld 列出相关字段。",
  },
  statements_late: {
    en: "{count} statements of reasons wait to be sent, the oldest since {at}. Look at statements.export_url and the token.",
    zh: "{count} 份理由书等待发送，最早自 {at} 起。请检查 statements.export_url 与令牌。",
  },

  settings_fit: { en: "nothing that looks unintended", zh: "未见异常" },
  actions_shorter_than_window: {
    en: "Actions are kept for {days} days and judged over {window}: slow campaigns are cut off. Lengthen actions_days, or shorten window_days.",
    zh: "行为保留 {days} 天，而判断窗口为 {window} 天：缓慢的行动会被截断。请延长 actions_days 或缩短 window_days。",
  },
  oidc_secret_unreadable: {
    en: "{path} cannot be read: nobody can sign in through the provider.",
    zh: "无法读取 {path}：将无法通过单点登录。",
  },
  oidc_secret_open_to_others: {
    en: "{path} can be read by other users of this machine (mode {mode}). Close it: chmod 600 {path}",
    zh: "本机其他用户可读取 {path}（权限 {mode}）。请收紧：chmod 600 {path}",
  },
  proxy_unreadable: {
    en: "trusted_proxies: {entry} is neither an address nor a network.",
    zh: "trusted_proxies：{entry} 既不是地址，也不是网段。",
  },
  proxy_wide: {
    en: "trusted_proxies: whoever is in {entry} is believed about anybody's address, and escapes every limit. Name the proxies alone.",
    zh: "trusted_proxies：{entry} 内任何人自称的地址都会被采信，从而绕过所有限制。请只写代理本身。",
  },

  check_broken: {
    en: "This could not be looked at: {reason}",
    zh: "无法检查：{reason}",
  },
};
