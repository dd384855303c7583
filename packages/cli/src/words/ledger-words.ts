import type { BundleFaultKind } from "@breakwater/ledger/verifier";
import type { TimestampFault } from "@breakwater/server/ledger";
import type { Phrase } from "./phrase.ts";

/** Words of `verify` and `export-evidence`. */
export const ledgerWords = {
  verified: { en: "Verified: {path}", zh: "核验通过：{path}" },
  refused: { en: "Refused: {path}: {why} (at {where})", zh: "核验不通过：{path}：{why}（位置：{where}）" },
  proven: { en: "Proven", zh: "已证明" },
  not_proven: { en: "Not proven", zh: "未证明" },
  proven_log: {
    en: "{n} {n|entry|entries} stood in the log {origin} when it had {size}, in this order, signed by its key.",
    zh: "日志 {origin} 共 {size} 条时，其中的 {n} 条记录按此顺序存在，并由其密钥签名。",
  },
  proven_entry: { en: "entry {sequence}  {at}  {what}  {payload}", zh: "记录 {sequence}  {at}  {what}  {payload}" },
  payload_present: { en: "payload as it was logged", zh: "内容与当时记录的一致" },
  payload_erased: { en: "payload erased, and the erasure logged", zh: "内容已删除，删除已入账" },
  payload_withheld: { en: "payload kept back by whoever made the bundle", zh: "内容由制作者保留，未提供" },
  payload_none: { en: "no payload", zh: "无内容" },
  proven_rotations: {
    en: "The key was passed on {n} {n|time|times}, each time signed by the old key and the new one.",
    zh: "密钥更换过 {n} 次，每次都由新旧两把密钥共同签名。",
  },
  proven_key: { en: "The log's key is the one that you gave.", zh: "日志的密钥与您提供的一致。" },
  unproven_key: {
    en: "That the key is the log's: it comes from the bundle. Compare it with one from elsewhere, or give --key: {key}",
    zh: "密钥确属该日志：它取自证据包本身。请与别处取得的公钥核对，或使用 --key：{key}",
  },
  proven_fixed: {
    en: "Nothing below entry {size} was changed, removed or put in since your checkpoint was given out.",
    zh: "自您的检查点发出以来，第 {size} 条之前的一切均未被改动、删除或插入。",
  },
  unproven_all: {
    en: "That the holder of the key did not write the whole log anew, or show others another: give --checkpoint, from outside.",
    zh: "密钥持有者没有重写整个日志，也没有向别人出示另一份：请用 --checkpoint 提供外部检查点。",
  },
  unproven_above: {
    en: "That entries from {size} on were not rewritten before you saw them: your checkpoint is older than they are.",
    zh: "第 {size} 条起的记录在您看到之前没有被重写：您的检查点早于它们。",
  },
  proven_stamp: {
    en: "What is below entry {size} existed at {at} UTC at the latest, says {authority}{expired}.",
    zh: "第 {size} 条之前的内容最迟在 {at}（UTC）已经存在，由 {authority} 证明{expired}。",
  },
  stamp_expired: {
    en: " (its certificate is out of date since {at}; it was not then)",
    zh: "（其证书自 {at} 起已过期；出具时有效）",
  },
  unproven_stamp_root: {
    en: "That {authority} is an authority: its root comes from the bundle. Give the root that you trust with --tsa-root.",
    zh: "{authority} 确为时间戳机构：其根证书取自证据包。请用 --tsa-root 提供您信任的根证书。",
  },
  unproven_stamp: {
    en: "The time of the checkpoint at {size}: the timestamp does not hold ({why}).",
    zh: "第 {size} 条处检查点的时间：时间戳不成立（{why}）。",
  },
  unproven_truth: {
    en: "That what the entries say is true, and when it happened: the times in them are the operator's word.",
    zh: "记录所述属实，以及事情发生的时间：条目中的时间只是运营者的陈述。",
  },
  unproven_complete: {
    en: "That everything was logged, or that everything logged is in this bundle.",
    zh: "应记录的都已记录，或所记录的都在本证据包中。",
  },
  unproven_logged: { en: "That everything was logged.", zh: "应记录的都已记录。" },
  exported: {
    en: "Wrote {n} {n|entry|entries} with proofs: {path}. Verify: breakwater verify {path}",
    zh: "已写出 {n} 条记录及其证明：{path}。核验：breakwater verify {path}",
  },
  error_no_bundle: {
    en: "Name one bundle to verify; see breakwater help verify.",
    zh: "请给出一个要核验的证据包；见 breakwater help verify。",
  },
  error_read_file: {
    en: "{path} cannot be read ({code}); check the path.",
    zh: "无法读取 {path}（{code}）；请检查路径。",
  },
  figures_of: {
    en: "Ledger {origin}, {size} {size|entry|entries}, verified. Root {root}",
    zh: "账本 {origin}，共 {size} 条，核验通过。根哈希 {root}",
  },
  figures_of_part: {
    en: "Only {read} of the {size} entries of the ledger {origin}: figures of these alone, not of the deployment. Root {root}",
    zh: "仅含账本 {origin} 的 {size} 条中的 {read} 条：数字只反映这部分，不代表整个部署。根哈希 {root}",
  },
  figures_period: { en: "From {from} to {to}, whole months, UTC.", zh: "{from} 至 {to}，按整月计（UTC）。" },
  error_figures_place: {
    en: "Say where to count: breakwater figures --from ledger FOLDER, BUNDLE or URL.",
    zh: "请指明统计来源：breakwater figures --from ledger 目录、证据包或网址。",
  },
  error_figures_form: {
    en: "No format {word}: table, json, csv, briefing.",
    zh: "没有 {word} 格式：可用 table、json、csv、briefing。",
  },
  error_figures_month: { en: "{word} is no month: write 2026-07.", zh: "{word} 不是月份：请写成 2026-07。" },
  error_figures_period: { en: "The period from {from} to {to} is empty.", zh: "{from} 至 {to} 的期间为空。" },
  error_write_file: { en: "{path} cannot be written ({code}).", zh: "无法写入 {path}（{code}）。" },
  error_big_file: { en: "{path} is larger than {max} bytes.", zh: "{path} 超过 {max} 字节。" },
  error_key: {
    en: "--key {word} is neither a key (name+id+key) nor a file that holds one.",
    zh: "--key {word} 既不是公钥（名称+编号+公钥），也不是存有公钥的文件。",
  },
  error_no_ledger: {
    en: "There is no ledger in {path}; name its folder with --ledger.",
    zh: "{path} 中没有账本；请用 --ledger 指明其目录。",
  },
  error_entries: {
    en: "--entries {word} is not understood; write 3,7-9.",
    zh: "无法理解 --entries {word}；请写成 3,7-9。",
  },
  error_many_entries: {
    en: "A bundle holds at most {max} entries; export the rest as another.",
    zh: "一个证据包最多收录 {max} 条记录；其余请另行导出。",
  },
  error_ledger: { en: "{message}", zh: "账本：{message}" },
} as const;

export const faultWords: Readonly<Record<BundleFaultKind, Phrase>> = {
  malformed_zip: { en: "this is not a bundle, or a byte of it was changed", zh: "这不是证据包，或其中有字节被改动" },
  wrong_files: { en: "files are missing, or are there that should not be", zh: "文件缺失，或有不应存在的文件" },
  wrong_manifest: { en: "the manifest does not have the hashes of the files", zh: "清单与文件的散列值不符" },
  malformed_key: { en: "the key cannot be read, or its copies differ", zh: "公钥无法读取，或其副本不一致" },
  untrusted_key: { en: "the log's key is not the one that you gave", zh: "日志的密钥与您提供的不一致" },
  broken_rotation: { en: "a key was passed on without proof", zh: "密钥更换缺少证明" },
  malformed_checkpoint: { en: "the checkpoint cannot be read", zh: "检查点无法读取" },
  foreign_origin: { en: "the checkpoint is of another log", zh: "检查点属于另一份日志" },
  bad_signature: { en: "the checkpoint is not signed by the log's key", zh: "检查点未由日志的密钥签名" },
  malformed_entry: { en: "the entry cannot be read, or is not of this place", zh: "记录无法读取，或不属于此位置" },
  malformed_proof: { en: "the proof cannot be read, or is of something else", zh: "证明无法读取，或对应其他内容" },
  not_included: { en: "the entry is not in the log", zh: "记录不在日志中" },
  inconsistent: { en: "the log was rewritten since the older checkpoint", zh: "自较早的检查点以来日志被重写" },
  wrong_payload: { en: "the payload is not the one that was logged", zh: "内容与当时记录的不符" },
  unlogged_erasure: {
    en: "a payload is missing and no entry says that it was erased",
    zh: "内容缺失，且没有记录说明其已删除",
  },
  split_view: {
    en: "your checkpoint and the bundle's are of two different histories: the log was rewritten, or showed different people different things",
    zh: "您的检查点与证据包的检查点属于两段不同的历史：日志被重写，或对不同的人出示了不同的内容",
  },
  outside_unreachable: {
    en: "the bundle has no proof that reaches your checkpoint; ask for one that was exported with it (--checkpoint)",
    zh: "证据包没有通向您的检查点的证明；请索取以该检查点导出的证据包（--checkpoint）",
  },
};

export const stampFaultWords: Readonly<Record<TimestampFault, Phrase>> = {
  malformed_response: { en: "it cannot be read", zh: "无法读取" },
  other_data: { en: "it is of something else", zh: "对应其他内容" },
  bad_signature: {
    en: "its signature or its chain does not lead to a trusted root",
    zh: "签名或证书链未通向受信任的根",
  },
  not_an_authority: { en: "its certificate is not one for timestamps", zh: "其证书不用于时间戳" },
  malformed_certificates: { en: "its certificates cannot be read", zh: "其证书无法读取" },
};
