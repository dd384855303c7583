type Told = {
  readonly origin: string;
  readonly size: number;
  readonly entries: readonly { readonly payload: string }[];
  readonly timestamps: readonly unknown[];
};

/** The page that a reader without our software begins with. */
export const bundleReadme = {
  en: (told: Told): string => `Evidence from the ledger "${told.origin}"

This file holds ${told.entries.length} of the ${told.size} entries of a log to which entries can only be added, with proofs. Anybody can
check it, offline, without the people who made it.

How to check it
  1. Get the key of the log (keys/first.vkey) from somewhere else than from here: the log's public page, a notice
     that you were sent, a newspaper. It must be the same, letter by letter.
  2. Best of all, have a checkpoint of the log that was given to somebody outside, before there was a dispute.
  3. Run   breakwater verify BUNDLE.zip --key KEY --checkpoint FILE
     or, with nothing but sha256sum, unzip and openssl, the script verify-bundle.sh of the Breakwater project.
     Take the program or the script from the project, not from whoever gave you this file.

What is in it
  entries/     what was logged, in the clear: kinds, rules and times. No persons, no texts.
  payloads/    the texts themselves, and salts/, without which nobody could guess them from the log.
               An entry whose payload was erased, as the law may ask, or was kept back, is proven without it.
  proofs/      that each entry is in the log under the checkpoint
  checkpoint   the state of the whole log, signed
  older/       earlier checkpoints, with proofs that nothing before them was changed or removed since
  timestamps/  statements of independent authorities that a checkpoint existed at a time

What it proves
  - Whoever holds the log's key logged exactly these entries, in this order, and vouched for them.
  - The payloads are, to the byte, those that were logged.
  - With a checkpoint from outside: nothing that was in the log at that checkpoint has been changed, removed or put in since.
  - With a timestamp: what is under that checkpoint existed at that time at the latest.

What it does not prove
  - That what the entries say is true.
  - That everything was logged, or that everything logged is in this file.
  - Without a checkpoint from outside: that the holder of the key did not write the whole log anew, or show others another one.
    With one: anything about entries later than it.
  - When something happened, beyond what timestamps say; the times in the entries are the operator's word.
`,
  zh: (told: Told): string => `出自账本“${told.origin}”的证据

本文件收录一份只能追加的日志中的 ${told.entries.length} 条记录（日志共 ${told.size} 条），并附证明。任何人都可以离线核验，无须制作者参与。

如何核验
  1. 从别处取得日志的公钥（keys/first.vkey）：日志的公开页面、您收到的通知、报纸等。两者须逐字相同。
  2. 最好持有一份在争议发生之前就已交到外部的检查点。
  3. 运行   breakwater verify 证据包.zip --key 公钥 --checkpoint 检查点文件
     或者只用 sha256sum、unzip、openssl，运行 Breakwater 项目中的脚本 verify-bundle.sh。
     程序或脚本请从项目取得，不要从给您本文件的人那里取得。

内容
  entries/     明文记录的内容：种类、规则与时间，不含个人与文本。
  payloads/    文本本身；salts/ 为盐值，没有它无法从日志猜出文本。
               依法删除或未予提供的文本，其记录仍可得到证明。
  proofs/      每条记录处于检查点之下的证明
  checkpoint   整个日志的状态，已签名
  older/       较早的检查点，以及此后未曾改动或删除其前内容的证明
  timestamps/  独立机构出具的声明：某检查点在某时刻已经存在

能证明什么
  - 持有日志密钥者确曾按此顺序记录了这些条目，并为之作保。
  - 文本与当时记录的逐字节相同。
  - 若有外部检查点：该检查点时日志中的一切，此后未被改动、删除或插入。
  - 若有时间戳：该检查点之下的内容最迟在该时刻已经存在。

不能证明什么
  - 记录所述属实。
  - 应记录的都已记录，或所记录的都在本文件中。
  - 若无外部检查点：密钥持有者没有重写整个日志，也没有向别人出示另一份。若有：不涉及晚于该检查点的条目。
  - 事情发生的时间（时间戳所述除外）；条目中的时间只是运营者的陈述。
`,
} as const;
