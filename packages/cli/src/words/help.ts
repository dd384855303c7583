import { checkHelp } from "./check-words.ts";
import { ledgerHelp } from "./ledger-help.ts";
import { lifecycleHelp } from "./lifecycle-help.ts";
import type { Phrase } from "./phrase.ts";
import { registryHelp, type RegistryTopic } from "./registry-help.ts";
import { serveHelp } from "./serve-help.ts";
import { tokenHelp } from "./token-words.ts";

export type HelpTopic =
  | "overview"
  | "analyze"
  | "check"
  | "serve"
  | "simulate"
  | keyof typeof ledgerHelp
  | keyof typeof lifecycleHelp
  | keyof typeof tokenHelp
  | RegistryTopic;

export const helpWords: Readonly<Record<HelpTopic, Phrase>> = {
  overview: {
    en: `Breakwater finds groups of accounts that act together in ways unlikely by chance.

Usage: breakwater COMMAND [OPTIONS]

  serve             start the service that a platform is connected to
  analyze FILE...   find the coordinated groups in files of actions, and write a report
  simulate          write a made-up community with planted campaigns, to try things on
  check             compare posts with the registry of rumours before they are published
  registry COMMAND  keep the registry of rumours: build, add, review, adopt, search, export
  token COMMAND     make, list and revoke API tokens
  doctor            look at a set-up, and say what is wrong and what to do
  backup, restore   the data of a service, without its keys
  erase             erase what is kept of an account
  subject-access    write what is kept of an account, for whose account it is
  export-evidence   write entries of the ledger as a bundle that a stranger can verify
  verify BUNDLE     judge such a bundle, offline
  figures           count the published figures again, from the ledger alone
  help [COMMAND]    this, or the options of a command
  --version         the version

What it finds is a lead for people to examine. It judges nobody, and never looks at what is said.
`,
    zh: `Breakwater 防波堤：找出共同行动难以用偶然解释的账号群组。

用法：breakwater 命令 [选项]

  serve             启动供平台接入的服务
  analyze 文件...   在行为数据文件中找出协同群组，并写出报告
  simulate          生成一个带有预设行动的虚拟社区，供试用
  check             发布前将帖文与谣言登记库比对
  registry 命令     维护谣言登记库：导入、新增、复核、采纳、查找、导出
  token 命令        创建、列出、吊销接口令牌
  doctor            检查一套部署，指出问题及处理办法
  backup、restore   备份与恢复服务的数据（不含密钥）
  erase             删除所留存的某账号的内容
  subject-access    写出所留存的某账号的内容，供交给本人
  export-evidence   把账本中的记录写成外人可核验的证据包
  verify 证据包     离线核验这样的证据包
  figures           仅凭账本重新统计所公布的数字
  help [命令]       显示本页，或某个命令的选项
  --version         显示版本

所得只是供人核查的线索，不对任何人下结论，也从不看内容说了什么。
`,
  },
  check: checkHelp,
  serve: serveHelp,
  analyze: {
    en: `Find the coordinated groups in files of actions, and write a report.

Usage: breakwater analyze FILE... [OPTIONS]        (FILE may be - for the standard input)

Reads NDJSON, JSON, CSV, TSV and Parquet, plain, gzip or zstd; format and columns are recognised.

Input
  --map FIELD=COLUMN,...   name the columns; fields: id account at kind text url hashtag mention
                           media post room product ip asn region device client created
  --preset NAME            breakwater, coortweet, twitter-v2, twitter-v1, mastodon,
                           bluesky-jetstream, weibo, youtube (recognised without it)
  --since TIME             leave out what is earlier
  --until TIME             leave out this time and what is later
  --zone ZONE              of times that name none: UTC (default), +08:00, Asia/Shanghai
  --date-order ORDER       day_first or month_first, where 3/4/2021 could be either
  --selected-by HOW        how the input was chosen: none (everything there was),
                           hashtag:TAG, keyword:WORD or accounts. Unless it is stated, groups
                           are not compared with a population, and none is called a campaign
  --key-file PATH          secret (16 bytes or more) behind network and device pseudonyms;
                           without it, a fresh one for each run

Judging
  --fdr RATE               share of chance groups among those found, at most (default 0.01)
  --layers LAYER,...       look at these only: sample url hashtag mention media reply repost
                           like room product account report
  --seed N                 seed of samples and tie-breaks (default 1)
  --evaluation             score every account of the input, to measure the detector by

Output
  --out DIR                folder to write into (default ./breakwater-report)
  --lang en|zh             language (default: the environment's)
  --json                   print groups.json instead of the summary
  --quiet                  print nothing but errors

Writes report.html, groups.json, accounts.csv, alerts.csv, edges.csv, graph.gexf, run.json, and
rejected.ndjson where rows could not be used. Exit code 0: done, found or not; 2: bad usage or input.

Example: breakwater analyze posts.csv.gz --map account=user,at=time,text=body --selected-by none
`,
    zh: `在行为数据文件中找出协同群组，并写出报告。

用法：breakwater analyze 文件... [选项]        （文件可写作 -，表示标准输入）

可读 NDJSON、JSON、CSV、TSV、Parquet，可为 gzip 或 zstd 压缩；格式与列自动识别。

输入
  --map 字段=列,...        指定各列；字段：id account at kind text url hashtag mention
                           media post room product ip asn region device client created
  --preset 名称            breakwater、coortweet、twitter-v2、twitter-v1、mastodon、
                           bluesky-jetstream、weibo、youtube（不写也会自动识别）
  --since 时间             略去更早的
  --until 时间             略去此刻及更晚的
  --zone 时区              未注明时区的时间按此读取：UTC（默认）、+08:00、Asia/Shanghai
  --date-order 顺序        3/4/2021 有歧义时：day_first 或 month_first
  --selected-by 方式       输入是怎样选取的：none（全部）、hashtag:标签、keyword:词、accounts。
                           不说明则不与总体比较，也不会称任何群组为有组织行动
  --key-file 路径          网络与设备假名所用的密钥（16 字节以上）；不写则每次随机生成

判断
  --fdr 比率               所得群组中出于偶然者的比例上限（默认 0.01）
  --layers 层,...          只看这些层：sample url hashtag mention media reply repost
                           like room product account report
  --seed N                 抽样与并列时所用的随机种子（默认 1）
  --evaluation             为输入中的每个账号打分，用于衡量检测器

输出
  --out 目录               写入的目录（默认 ./breakwater-report）
  --lang en|zh             语言（默认随环境）
  --json                   打印 groups.json，代替文字摘要
  --quiet                  除错误外不打印

写出 report.html、groups.json、accounts.csv、alerts.csv、edges.csv、graph.gexf、run.json；
有无法使用的行时另写 rejected.ndjson。退出码 0：完成（无论有无发现）；2：用法或输入有误。

示例：breakwater analyze posts.csv.gz --map account=user,at=time,text=body --selected-by none
`,
  },
  simulate: {
    en: `Write a made-up community with planted campaigns and honest crowds.

Usage: breakwater simulate [OPTIONS]

  --scenario NAME,...   what to plant (default: one of each); none for background only:
                        copy_paste_hype paraphrase_army slow_drip camouflaged review_bombing
                        live_room_inflation mass_reporting dormant_woken framing (campaigns)
                        breaking_news petition fan_club share_button school_address carrier_nat
                        live_bloggers scheduled_firm (honest crowds)
  --actions N           about how many actions in all (default 50000)
  --days N              length of the period (default 14)
  --start TIME          its beginning (default 2026-01-05)
  --seed N              the same options and seed give the same bytes (default 1)
  --out DIR             folder to write into (default ./breakwater-simulated)
  --lang en|zh, --quiet

Writes actions.ndjson, which analyze reads, and truth.csv, which says what was planted.
`,
    zh: `生成一个虚拟社区，含预设的有组织行动与善意人群。

用法：breakwater simulate [选项]

  --scenario 名称,...   要植入的情景（默认各一）；none 表示只有背景：
                        copy_paste_hype paraphrase_army slow_drip camouflaged review_bombing
                        live_room_inflation mass_reporting dormant_woken framing（有组织行动）
                        breaking_news petition fan_club share_button school_address carrier_nat
                        live_bloggers scheduled_firm（善意人群）
  --actions N           行为总数，约数（默认 50000）
  --days N              时间跨度，天（默认 14）
  --start 时间          起始时间（默认 2026-01-05）
  --seed N              选项与种子相同则输出逐字节相同（默认 1）
  --out 目录            写入的目录（默认 ./breakwater-simulated）
  --lang en|zh、--quiet

写出 actions.ndjson（可供 analyze 读取）与 truth.csv（说明植入了什么）。
`,
  },
  ...ledgerHelp,
  ...lifecycleHelp,
  ...tokenHelp,
  ...registryHelp,
};
