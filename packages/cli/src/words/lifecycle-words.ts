import type { LifecycleFailureCode } from "@breakwater/server/lifecycle";
import type { Phrase } from "./phrase.ts";

/** Words of `backup`, `restore`, `erase`, `subject-access` and `doctor`. */
export const lifecycleWords = {
  progress_backup: { en: "backing up: {done} of {all} files", zh: "正在备份：{done}／{all} 个文件" },
  progress_verify: { en: "verifying: {done} of {all} files", zh: "正在核验：{done}／{all} 个文件" },
  progress_doctor: { en: "looking at: {what}", zh: "正在检查：{what}" },
  backup_made: {
    en: "Backed up {n} {n|file|files}, {mebibytes} MiB: {path}",
    zh: "已备份 {n} 个文件，{mebibytes} MiB：{path}",
  },
  backup_keys: {
    en: "The keys ({path}) are not in it. Keep a copy of them elsewhere, and only the newest: docs/operate.md.",
    zh: "其中不含密钥（{path}）。请另存一份，且只保留最新的：见 docs/operate.md。",
  },
  backup_whole: {
    en: "Whole: {n} {n|file|files} of {at} UTC, by Breakwater {version}",
    zh: "完好：{n} 个文件，备份于 {at}（UTC），Breakwater {version}",
  },
  restored: {
    en: "Restored {n} {n|file|files} of {at} UTC to {path}. What was erased since is erased again at the next start.",
    zh: "已将 {at}（UTC）的 {n} 个文件恢复到 {path}。此后删除过的内容将在下次启动时重新删除。",
  },
  restored_ledger: {
    en: "The ledger goes on at {size} entries. Witnesses and readers who saw more will notice; tell them: docs/operate.md.",
    zh: "账本将从第 {size} 条继续。见过更多条目的见证方与读者会察觉，请告知他们：见 docs/operate.md。",
  },
  erased: { en: "Erased of {account}: {what}.", zh: "已删除 {account} 的：{what}。" },
  erased_nothing: { en: "Nothing was kept of {account}.", zh: "未保存 {account} 的任何内容。" },
  would_erase: {
    en: "Kept of {account}: {what}. Nothing was erased.",
    zh: "现存 {account} 的：{what}。未删除任何内容。",
  },
  kept_back: {
    en: "Kept back: {n} × {kind} ({holder}), evidence in {because}, until {until}.",
    zh: "暂予保留：{kind} {n} 项（{holder}），为 {because} 的证据，至 {until}。",
  },
  until_unknown: { en: "it ends", zh: "其结束" },
  erase_failed: {
    en: "Failed, and tried again by itself: {holders}. See the log of the service.",
    zh: "以下部分失败，将自动重试：{holders}。请查看服务日志。",
  },
  accessed: {
    en: "Everything that is kept of {account}, {n} {n|record|records}: {path}",
    zh: "{account} 的全部留存内容，共 {n} 条：{path}",
  },
  summary_title: {
    en: "What Breakwater keeps of the account {account}",
    zh: "Breakwater 防波堤留存的账号 {account} 的内容",
  },
  summary_made: { en: "Made on {at} UTC.", zh: "制作于 {at}（UTC）。" },
  summary_holder: { en: "{holder}: {n} {n|record|records}", zh: "{holder}：{n} 条" },
  summary_period: { en: "from {from} to {to}", zh: "{from} 至 {to}" },
  summary_none: { en: "Nothing is kept.", zh: "没有留存任何内容。" },
  summary_pending: {
    en: "An erasure was asked for on {at} UTC. What is left is kept back for a decision in force.",
    zh: "已于 {at}（UTC）请求删除。剩余部分因决定仍有效而暂予保留。",
  },
  summary_file: {
    en: "Every record is a line of records.ndjson. Networks and devices are kept as pseudonyms only, which nobody can read back once their key is destroyed.",
    zh: "每条记录为 records.ndjson 的一行。网络与设备只以假名保存，密钥销毁后无人能够还原。",
  },
  doctor_line: { en: "{level}  {check}: {what}", zh: "{level}  {check}：{what}" },
  doctor_fine: { en: "Everything is in order.", zh: "一切正常。" },
  doctor_warned: { en: "{n} {n|thing|things} to look at.", zh: "{n} 处需要留意。" },
  doctor_failed: { en: "{n} {n|fault|faults} to mend.", zh: "{n} 处故障需要修复。" },
  error_lifecycle: { en: "{why}", zh: "{why}" },
  error_no_account: {
    en: "Name the account: --account ID, as the platform calls it.",
    zh: "请指明账号：--account 编号（平台所用的编号）。",
  },
  error_no_target: { en: "Name a new folder for it: --to FOLDER.", zh: "请指明新目录：--to 目录。" },
  error_no_backup: { en: "Name the folder of the backup to restore.", zh: "请指明要恢复的备份目录。" },
  error_to_and_check: {
    en: "--to makes a backup, --check verifies one; take one of them.",
    zh: "--to 用于备份，--check 用于核验；请择其一。",
  },
  error_no_token: {
    en: "For the service at {url} give a token with the scope {scope}, in BREAKWATER_TOKEN or by --token-file.",
    zh: "访问服务 {url} 须提供含 {scope} 权限的令牌，置于环境变量 BREAKWATER_TOKEN 或用 --token-file 指定。",
  },
  error_service_silent: {
    en: "A Breakwater works on {path}, and nothing answers at {url}. Wait until it has started, or stop it.",
    zh: "有 Breakwater 正在使用 {path}，但 {url} 无应答。请等其启动完毕，或先停止它。",
  },
  error_service: { en: "The service at {url} refused: {reason}", zh: "服务 {url} 拒绝了请求：{reason}" },
  error_service_broken: {
    en: "The answer of {url} broke off: nothing was written. Try again.",
    zh: "{url} 的应答中断：未写入任何内容。请重试。",
  },
  error_folder_there: {
    en: "{path} is there already; name a new folder with --out.",
    zh: "{path} 已存在；请用 --out 另指一个新目录。",
  },
} as const;

export const failureWords: Readonly<Record<LifecycleFailureCode, Phrase>> = {
  no_data: {
    en: "There is no data in {path}; say where it is with --config or --data.",
    zh: "{path} 中没有数据；请用 --config 或 --data 指明其位置。",
  },
  no_keys: {
    en: "The keys of this data are not in {path}; bring them back from their copy.",
    zh: "{path} 中没有此数据的密钥；请从密钥备份中恢复。",
  },
  target_exists: {
    en: "{path} is there already and is left as it is; name a new folder.",
    zh: "{path} 已存在，未作改动；请另指一个新目录。",
  },
  target_inside: {
    en: "{path} may not stand in the folder of the data, the keys or the backup; name one outside.",
    zh: "{path} 不能位于数据、密钥或备份目录之内；请另指一个。",
  },
  other_version: {
    en: "{path} is of another version of Breakwater; start the service once with this version, or use the version that it runs.",
    zh: "{path} 属于另一版本的 Breakwater；请先用本版本启动一次服务，或使用其运行的版本。",
  },
  no_room: { en: "The disk of {path} has no room for it.", zh: "{path} 所在磁盘空间不足。" },
  key_in_data: {
    en: "Refused: bytes of a key stand in {path}. Whoever has data and keys can undo every erasure: take the key out of the data first.",
    zh: "已拒绝：{path} 中含有密钥的内容。同时掌握数据与密钥者可使所有删除失效：请先将密钥移出数据。",
  },
  database_damaged: { en: "The database {path} is damaged ({detail}).", zh: "数据库 {path} 已损坏（{detail}）。" },
  manifest_damaged: {
    en: "This is no backup, or its list of files is damaged: {path}. Nothing was written.",
    zh: "这不是备份，或其文件清单已损坏：{path}。未写入任何内容。",
  },
  file_damaged: {
    en: "The backup is damaged: {path} is missing or is not what was backed up. Nothing was written.",
    zh: "备份已损坏：{path} 缺失或内容不符。未写入任何内容。",
  },
  file_foreign: {
    en: "The backup holds a file that is not of it: {path}. Nothing was written.",
    zh: "备份中有不属于它的文件：{path}。未写入任何内容。",
  },
  format_unknown: {
    en: "A later version of Breakwater made this backup (format {detail}); restore it with that.",
    zh: "此备份由更新版本的 Breakwater 制作（格式 {detail}）；请用该版本恢复。",
  },
  io_failed: { en: "{path} cannot be read or written ({detail}).", zh: "无法读写 {path}（{detail}）。" },
  too_large: { en: "The answer is too large.", zh: "结果过大。" },
  too_many: {
    en: "Too many subject accesses are under way; try again in a minute.",
    zh: "同时进行的查阅过多；请稍后再试。",
  },
  not_begun: { en: "This subject access is over; begin it anew.", zh: "此次查阅已结束；请重新开始。" },
};

/** Where something is kept of accounts; a holder without words is shown by its name. */
export const holderWords: Readonly<Record<string, Phrase>> = {
  actions: { en: "actions", zh: "行为" },
  groups: { en: "groups", zh: "群组" },
  casework: { en: "casework", zh: "办理" },
  reports: { en: "reports", zh: "举报" },
  samples: { en: "samples", zh: "样本" },
  files: { en: "wiping of the files, while a backup reads", zh: "文件擦除（备份读取期间）" },
  migration_copies: { en: "copies before an upgrade", zh: "升级前副本" },
};
