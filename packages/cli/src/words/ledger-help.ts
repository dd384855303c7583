import type { Phrase } from "./phrase.ts";

export const ledgerHelp: Readonly<Record<"figures" | "verify" | "export-evidence", Phrase>> = {
  figures: {
    en: `Count the published figures again, from nothing but the ledger's clear facts, and verify the ledger on the way.

Usage: breakwater figures --from ledger FOLDER|BUNDLE|URL [OPTIONS]

  FOLDER is that of a ledger, or a copy of what a log publishes; URL is the address at which it publishes,
  as https://desk.example/v1/ledger. A bundle gives the figures of its own entries only, and says so.

  --since 2026-07      first month, UTC (default: the first that there is)
  --until 2026-09      last month, itself included (default: the last that there is)
  --format FORM        table (default), json, csv, or briefing: a page for people, with charts and definitions
  --out FILE           write there instead of to the terminal
  --all                in the table, also what was never counted
  --checkpoint FILE    a checkpoint of the log that was kept outside; may be repeated
  --key KEY            the log's key, from elsewhere than from the log: its text, or a file; may be repeated
  --lang en|zh

No database, no key of a payload and no service is needed, and what was erased changes nothing. Cells under ten are
told as one, and times of fewer than ten not at all. What each figure means: --format csv, or docs/figures.md.
Exit code 0: counted; 3: the ledger does not hold; 2: bad usage or a file that cannot be read.
`,
    zh: `仅凭账本中公开的事实重新统计所公布的数字，并同时核验账本。

用法：breakwater figures --from ledger 目录|证据包|网址 [选项]

  目录：账本的目录，或日志所公开内容的副本；网址：日志的公开地址，如 https://desk.example/v1/ledger。
  证据包只能得出其自身所含记录的数字，并会注明。

  --since 2026-07      起始月份（UTC；默认：最早的月份）
  --until 2026-09      截止月份，含当月（默认：最晚的月份）
  --format 格式        table（默认）、json、csv，或 briefing：供人阅读的页面，含图表与定义
  --out 文件           写入文件而不是终端
  --all                表格中也列出从未计数的项目
  --checkpoint 文件    保存在外部的检查点；可重复
  --key 公钥           从日志以外取得的公钥：文本或文件；可重复
  --lang en|zh

不需要数据库、内容密钥或服务；已删除的内容不影响结果。不足十的单项合并列出，不足十项的用时不公布。
各数字的定义：--format csv，或 docs/figures.md。
退出码 0：已统计；3：账本核验不通过；2：用法有误或文件无法读取。
`,
  },
  verify: {
    en: `Judge an evidence bundle, or a whole log, and say what it proves and what it does not.

Usage: breakwater verify BUNDLE|FOLDER|URL [OPTIONS]

  FOLDER is that of a ledger, or a copy of what a log publishes; URL is the address at which it publishes,
  as https://desk.example/v1/ledger. But for reading that address, nothing is asked of anybody.

  --checkpoint FILE    a checkpoint of the log that was kept outside, the older the dispute the better: every
                       notice to a person carries one; without one, the holder of the key could have written
                       the whole log anew
  --key KEY            the log's key, from elsewhere than from the bundle: its text, or a file
  --tsa-root FILE      root certificate (PEM) of a timestamp authority that you trust
  --lang en|zh, --json, --quiet

Options may be repeated. Exit code 0: verified; 3: refused; 2: bad usage or a file that cannot be read.
`,
    zh: `核验证据包或整个日志，并说明它证明了什么、没有证明什么。

用法：breakwater verify 证据包|目录|网址 [选项]

  目录：账本的目录，或日志所公开内容的副本；网址：日志的公开地址，如 https://desk.example/v1/ledger。
  除读取该网址外，不向任何人发出请求。

  --checkpoint 文件    保存在外部的日志检查点，发给个人的每份通知中都附有一份；没有它，密钥持有者可能
                       重写了整个日志
  --key 公钥           从证据包以外取得的日志公钥：文本或文件
  --tsa-root 文件      您信任的时间戳机构的根证书（PEM）
  --lang en|zh、--json、--quiet

选项可重复。退出码 0：核验通过；3：核验不通过；2：用法有误或文件无法读取。
`,
  },
  "export-evidence": {
    en: `Write entries of the ledger as a bundle that anybody can verify without us.

Usage: breakwater export-evidence --entries LIST [OPTIONS]

  --entries 3,7-9      which entries; those that erased them or rotated the key come along
  --ledger DIR         folder of the ledger: ledger.sqlite, or a plain folder of tiles
                       (default ./breakwater-ledger)
  --payload-keys FILE  store of the payload keys; without it the payloads are withheld
  --checkpoint FILE    a checkpoint that the reader holds: the proof that reaches it is put in
  --out FILE           default ./evidence.zip
  --lang en|zh, --quiet

The same ledger and options give the same bytes. What is written has been verified.
`,
    zh: `把账本中的记录写成任何人无须我们即可核验的证据包。

用法：breakwater export-evidence --entries 列表 [选项]

  --entries 3,7-9      哪些记录；删除其内容或更换密钥的记录会一并收入
  --ledger 目录        账本目录：ledger.sqlite，或由瓦片文件组成的普通目录
                       （默认 ./breakwater-ledger）
  --payload-keys 文件  内容密钥库；没有它则不提供内容
  --checkpoint 文件    读者持有的检查点：收入通向它的证明
  --out 文件           默认 ./evidence.zip
  --lang en|zh、--quiet

账本与选项相同则输出逐字节相同。写出前已经核验。
`,
  },
};
