import type { Phrase } from "./phrase.ts";

export const lifecycleHelp: Readonly<Record<"backup" | "restore" | "erase" | "subject-access" | "doctor", Phrase>> = {
  backup: {
    en: `Back up the data, while the service runs or not. Keys are never in a backup.

Usage: breakwater backup --to FOLDER [OPTIONS]
       breakwater backup --check FOLDER

  --to FOLDER     new folder for the backup; it appears whole or not at all
  --check FOLDER  verify a backup: every file as it was, nothing beside, every database whole.
                  sha256sum -c SHA256SUMS, in the folder, does the first of it without Breakwater
  --config FILE   breakwater.toml (or --data DIR, as for serve; default ./breakwater)
  --lang en|zh, --json, --quiet

What was acknowledged before the call is in it. Keep the keys folder elsewhere: docs/operate.md.
Exit code 0: done; 2: bad usage, or no room; 3: not verified, or refused.
`,
    zh: `备份数据，服务是否运行均可。备份中绝不含密钥。

用法：breakwater backup --to 目录 [选项]
      breakwater backup --check 目录

  --to 目录       存放备份的新目录；要么完整出现，要么不出现
  --check 目录    核验备份：文件均未改变，没有多余文件，数据库完好。
                  不用 Breakwater 时，可在该目录运行 sha256sum -c SHA256SUMS 核对文件
  --config 文件   breakwater.toml（或如 serve 用 --data 目录；默认 ./breakwater）
  --lang en|zh、--json、--quiet

命令开始前已确认的内容都在其中。密钥目录须另行保存：见 docs/operate.md。
退出码 0：完成；2：用法有误或空间不足；3：核验不通过，或被拒绝。
`,
  },
  restore: {
    en: `Restore a backup to a new or empty data folder, and look at the result.

Usage: breakwater restore FOLDER [OPTIONS]

  --config FILE   whose [storage] data is the folder to restore to (or --data DIR, as for serve)
  --lang en|zh, --json, --quiet

A damaged backup is refused and nothing is written. Keys are not touched: put them back first.
Exit code 0: restored; 2: bad usage, or no room; 3: refused, or doctor found a fault.
`,
    zh: `将备份恢复到新建或空的数据目录，并检查结果。

用法：breakwater restore 目录 [选项]

  --config 文件   其 [storage] data 即恢复到的目录（或如 serve 用 --data 目录）
  --lang en|zh、--json、--quiet

备份如有损坏即拒绝，不写入任何内容。不改动密钥：请先将其放回。
退出码 0：已恢复；2：用法有误或空间不足；3：被拒绝，或检查发现故障。
`,
  },
  erase: {
    en: `Erase everything that is kept of an account. What is evidence of a decision in force is kept back until it ends;
which and until when is said, and it is then erased by itself.

Usage: breakwater erase --account ID [OPTIONS]

  --account ID       the account, as the platform calls it
  --dry-run          count what is kept, and erase nothing
  --config FILE      breakwater.toml (or --data DIR, as for serve; default ./breakwater)
  --url URL          where the service answers, if not where the configuration says
  --token-file FILE  API token with the scope records:manage (else BREAKWATER_TOKEN); needed where
                     the service runs. Where it does not, the data is changed directly
  --lang en|zh, --json, --quiet

Backups hold what was erased since they were made; restoring one erases it again.
Exit code 0: done; 2: bad usage; 3: some of it failed or is kept back.
`,
    zh: `删除所留存的某账号的全部内容。仍有效的决定所依据的证据暂予保留；会说明是哪一项、保留到何时，
届时自动删除。

用法：breakwater erase --account 编号 [选项]

  --account 编号     平台所用的账号编号
  --dry-run          只统计现存内容，不删除
  --config 文件      breakwater.toml（或如 serve 用 --data 目录；默认 ./breakwater）
  --url 网址         服务的地址，如与配置不同
  --token-file 文件  含 records:manage 权限的令牌（或用 BREAKWATER_TOKEN）；服务运行时需要。
                     服务未运行时直接修改数据
  --lang en|zh、--json、--quiet

此前的备份仍含被删除的内容；恢复备份时会再次删除。
退出码 0：完成；2：用法有误；3：部分失败或暂予保留。
`,
  },
  "subject-access": {
    en: `Write everything that is kept of an account, to be handed to whose account it is: its own statements and what is
kept about it, and nothing personal of anybody else.

Usage: breakwater subject-access --account ID [OPTIONS]

  --account ID       the account, as the platform calls it
  --out FOLDER       new folder for records.ndjson and summary.txt (default ./breakwater-subject-access)
  --config FILE, --data DIR, --url URL, --token-file FILE   as for erase
  --lang en|zh, --json (the lines go to the standard output, no files), --quiet

Exit code 0: done; 2: bad usage, or it broke off.
`,
    zh: `写出所留存的某账号的全部内容，供交给本人：其本人的发言及与其有关的记录，不含他人的个人信息。

用法：breakwater subject-access --account 编号 [选项]

  --account 编号     平台所用的账号编号
  --out 目录         新目录，写入 records.ndjson 与 summary.txt（默认 ./breakwater-subject-access）
  --config 文件、--data 目录、--url 网址、--token-file 文件   同 erase
  --lang en|zh、--json（各行写到标准输出，不写文件）、--quiet

退出码 0：完成；2：用法有误，或中断。
`,
  },
  doctor: {
    en: `Look at a set-up, running or stopped, and say what is wrong and what to do. Changes nothing.

Usage: breakwater doctor [OPTIONS]

  --config FILE   breakwater.toml (or --data DIR, as for serve; default ./breakwater)
  --deep          look at every page of the databases and every entry of the ledger
  --lang en|zh, --json, --quiet (only what is not in order)

Looks at Node, folders and their rights, keys, room on the disk, the port or the running service, databases and
their schema, the ledger's checkpoint, the clock, retention, the public address and the webhooks' allow-list.
Exit code 0: in order, or only things to look at; 2: bad usage or configuration; 3: a fault.
`,
    zh: `检查一套部署（运行中或已停止），指出问题及处理办法。不作任何改动。

用法：breakwater doctor [选项]

  --config 文件   breakwater.toml（或如 serve 用 --data 目录；默认 ./breakwater）
  --deep          检查数据库的每一页与账本的每一条
  --lang en|zh、--json、--quiet（只显示异常）

检查 Node、目录与权限、密钥、磁盘空间、端口或运行中的服务、数据库及其结构、账本检查点、时钟、保留期限、
公开地址与推送白名单。
退出码 0：正常，或仅有需留意之处；2：用法或配置有误；3：存在故障。
`,
  },
};
