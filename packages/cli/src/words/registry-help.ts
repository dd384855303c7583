import type { Phrase } from "./phrase.ts";

const common = {
  en: `  --registry FILE      the registry (default ./registry.bw)
  --lang en|zh, --quiet`,
  zh: `  --registry 文件      登记库（默认 ./registry.bw）
  --lang en|zh、--quiet`,
};

const content = {
  en: `  --claim TEXT         the assertion itself, a sentence or two
  --verdict VERDICT    false, misleading, missing_context, outdated, mixed, unproven, satire, true
  --title TEXT  --explanation TEXT  --url ADDRESS (where everybody can read it)  --date DATE
  --wording TEXT, --language CODE, --region NAME, --tag WORD, --media HASH
                       may be repeated
  --source 'KIND|PUBLISHER|TEXT'   on what it rests; may be repeated; TEXT, an address or words, may stand alone.
                       KIND: document measurement witness expert press official_statement fact_check
  --reply TEXT         what was asked of whoever made the claim, or why that was not possible
  --valid-from DATE, --valid-to DATE   the time that the claim is about`,
  zh: `  --claim 文本         说法本身，一两句
  --verdict 结论       false 不实、misleading 误导、missing_context 缺乏上下文、outdated 过时、
                       mixed 真假参半、unproven 尚无定论、satire 讽刺、true 属实
  --title 文本、--explanation 文本、--url 网址（公开查阅处）、--date 日期
  --wording 文本、--language 代码、--region 名称、--tag 词、--media 散列值
                       可重复
  --source '类别|发布者|文本'      依据，可重复；也可只写文本（网址或文字）。类别：document 文件、measurement 测量、
                       witness 见证人、expert 专家、press 媒体、official_statement 官方声明、fact_check 事实核查
  --reply 文本         向发布说法者询问了什么，或为何无法询问
  --valid-from 日期、--valid-to 日期   说法所指的时间`,
};

export const registryHelp: Readonly<Record<RegistryTopic, Phrase>> = {
  registry: {
    en: `Keep the registry of rumours: what was claimed, what was found, by whom.

Usage: breakwater registry COMMAND [OPTIONS]

  build FILES...    import determinations: NDJSON, CSV, ClaimReview (a page or a feed), Google's claims:search
  import FILES...   the same into the registry of a running service
  add               write down a determination of your own; it begins as a draft
  edit ID           change it; a published one is corrected, and reviewed anew
  review ID...      say that you checked it: two people other than its author
  publish ID        make it effective, with the public address where it can be read
  adopt ID...       stand behind an imported one: three editors make it effective
  withdraw ID...    take it back at once; it stays readable
  show [ID]         an entry with its history; without ID, what the registry holds
  search WORDS      find entries
  export            as NDJSON, CSV, ClaimReview or Google's shape
  verdicts          the table of publishers' verdict words, to be copied and edited

Options of each: breakwater help registry COMMAND. Every change keeps what was before.
Exit code 3: something was refused, and why was said; 2: bad usage or a file that cannot be read.
`,
    zh: `维护谣言登记库：说过什么、认定为何、由谁认定。

用法：breakwater registry 命令 [选项]

  build 文件...     导入认定：NDJSON、CSV、ClaimReview（网页或数据源）、谷歌 claims:search
  import 文件...    同上，导入运行中的服务的登记库
  add               写下自己的认定；从草稿开始
  edit 编号         修改；已发布的则为更正，须重新复核
  review 编号...    表示已核对：作者以外的两人
  publish 编号      使其生效，并给出公开查阅的网址
  adopt 编号...     为导入条目背书：三位编辑采纳后生效
  withdraw 编号...  立即撤回；仍可查阅
  show [编号]       显示条目及其历史；不给编号则显示登记库概况
  search 词语       查找条目
  export            导出为 NDJSON、CSV、ClaimReview 或谷歌格式
  verdicts          各发布者结论用语的对照表，可复制后修改

各命令的选项：breakwater help registry 命令。每次修改都保留此前版本。
退出码 3：有请求被拒绝并已说明原因；2：用法有误或文件无法读取。
`,
  },
  "registry build": {
    en: `Import determinations into a registry.

Usage: breakwater registry build FILES... [OPTIONS]        (a FILE may be - for the standard input)

Reads NDJSON, JSON, CSV, TSV and HTML pages, plain, gzip or zstd; the shape is recognised. What is there already
is kept: an entry of the same id becomes a new version where it differs, and loses its adoption.

  --out FILE           the registry (default ./registry.bw); made where there is none
  --map FIELD=COLUMN   name the columns: id claim title wordings verdict explanation sources url validFrom
                       validTo languages regions tags media authors reviewers date status; lists may be fed by
                       several: --map id=rid,explanation=debunk --map wordings=post,wordings=title
  --preset NAME        claimreview, google, csv, ndjson (recognised without it)
  --verdict VERDICT    of every record: false, misleading, missing_context, outdated, mixed, unproven, satire, true
  --verdicts FILE      publishers' words for verdicts: “word = verdict” a line; before the built-in table
  --merge-duplicates   make one entry of those that read alike; not where numbers, a negation, a word (perhaps a
                       name) or the side of the verdict differ. They are listed in FILE.duplicates.ndjson
  --own                the files are copies of this registry (export --history): standing and history are taken
                       over as they are. Without it, everything is an import that nobody here has adopted
  --trust-imports      count imports as adopted, for measuring; nothing of it is written into the file
  --by NAME            who imports (default: the import itself)
  --lang en|zh, --json, --quiet

Records that cannot be used are in FILE.rejected.ndjson, with the reasons. Exit code 2: nothing could be used.
`,
    zh: `把认定导入登记库。

用法：breakwater registry build 文件... [选项]        （文件可为 -，表示标准输入）

可读 NDJSON、JSON、CSV、TSV 与 HTML 网页，可为 gzip 或 zstd 压缩；格式自动识别。已有内容保留：
编号相同而内容不同的，成为新版本，并须重新采纳。

  --out 文件           登记库（默认 ./registry.bw）；没有则新建
  --map 字段=列        指定列：id claim title wordings verdict explanation sources url validFrom validTo
                       languages regions tags media authors reviewers date status；列表字段可由多列提供：
                       --map id=rid,explanation=debunk --map wordings=post,wordings=title
  --preset 名称        claimreview、google、csv、ndjson（可自动识别）
  --verdict 结论       所有记录的结论：false、misleading、missing_context、outdated、mixed、unproven、satire、true
  --verdicts 文件      各发布者的结论用语：每行“用语 = 结论”；优先于内置表
  --merge-duplicates   把读来相同的合为一条；数字、否定、用词（可能是名称）或结论侧不同者除外。
                       明细列于 文件.duplicates.ndjson
  --own                文件是本登记库的副本（export --history）：状态与历史原样接收。
                       不加此项则一律视为尚未采纳的导入
  --trust-imports      把导入条目计为已采纳，仅供测量；不写入文件
  --by 姓名            由谁导入
  --lang en|zh、--json、--quiet

无法使用的记录及原因见 文件.rejected.ndjson。退出码 2：没有可用的记录。
`,
  },
  "registry import": {
    en: `Send determinations to the registry of a running service. Each is suggested at most until three editors adopt it, whatever
the file says of itself; the same file again changes nothing.

Usage: breakwater registry import FILES... [OPTIONS]       (a FILE may be - for the standard input)

Reads what build reads, by content. For other columns, verdict words or a registry.bw, go by way of NDJSON:
  breakwater registry export --to ndjson --registry mine.bw | breakwater registry import -

  --url URL            where the service answers (default: where the configuration says)
  --config FILE        breakwater.toml (or --data DIR, as for serve; default ./breakwater)
  --token-file FILE    API token with the scope claims:write (else BREAKWATER_TOKEN)
  --lang en|zh, --json, --quiet

The service keeps the records that it could not use, with place and reasons. What it holds: GET /v1/claims/export.
Exit code 0: all taken; 2: bad usage, or the service refused; 3: some records were put aside.
`,
    zh: `把认定送入运行中的服务的登记库。无论文件如何自述，在三位编辑采纳之前最多作提示；重复发送同一文件不会改变任何内容。

用法：breakwater registry import 文件... [选项]       （文件可为 -，表示标准输入）

可读格式与 build 相同，按内容识别。如列名、结论用语不同，或为 registry.bw，请先转为 NDJSON：
  breakwater registry export --to ndjson --registry mine.bw | breakwater registry import -

  --url 网址           服务的地址（默认按配置）
  --config 文件        breakwater.toml（或如 serve 用 --data 目录；默认 ./breakwater）
  --token-file 文件    含 claims:write 权限的令牌（或用 BREAKWATER_TOKEN）
  --lang en|zh、--json、--quiet

无法使用的记录由服务连同位置与原因保留。导出其内容：GET /v1/claims/export。
退出码 0：全部接收；2：用法有误或服务拒绝；3：部分记录未收。
`,
  },
  "registry add": {
    en: `Write down a determination of your own. It begins as a draft, and matches nothing until two others have
reviewed it and it is published. Before anybody reviews it, it needs two sources of different publishers, one of them
named as something other than an official statement, and what was asked of whoever made the claim.

Usage: breakwater registry add --by NAME --claim TEXT --verdict VERDICT [OPTIONS]

  --by NAME            its author
  --id ID              default: made of the claim
${content.en}
${common.en}
`,
    zh: `写下自己的认定。它从草稿开始，经另外两人复核并发布之后才会参与匹配。复核之前须有两个出自不同
发布者的依据（至少一个注明为官方声明以外的类别），并写明向发布说法者询问了什么。

用法：breakwater registry add --by 姓名 --claim 文本 --verdict 结论 [选项]

  --by 姓名            作者
  --id 编号            默认由说法生成
${content.zh}
${common.zh}
`,
  },
  "registry edit": {
    en: `Change an entry. Reviews and adoptions were of the text as it was, so they start anew. A published entry of
our own is corrected: it needs --reason, and what was published stays in force until the correction is.

Usage: breakwater registry edit ID --by NAME [OPTIONS]

${content.en}
                       lists are added to
  --clear FIELD        take a field away, or empty a list: title explanation rightOfReply url date validFrom
                       validTo wordings sources languages regions tags media
  --reason TEXT        why
${common.en}
`,
    zh: `修改条目。复核与采纳针对的是原文，因此须重新进行。已发布的自有条目按更正处理：须给出 --reason，
更正发布之前，原版本继续有效。

用法：breakwater registry edit 编号 --by 姓名 [选项]

${content.zh}
                       列表为追加
  --clear 字段         去掉字段或清空列表：title explanation rightOfReply url date validFrom validTo
                       wordings sources languages regions tags media
  --reason 文本        理由
${common.zh}
`,
  },
  "registry review": {
    en: `Say that you checked an entry of our own as it is written. Two people other than its author are needed.

Usage: breakwater registry review ID... --by NAME

  --ids FILE           ids from a file, one a line (- for the standard input)
${common.en}
`,
    zh: `表示已按现文核对自有条目。需要作者以外的两人。

用法：breakwater registry review 编号... --by 姓名

  --ids 文件           从文件读取编号，每行一个（- 表示标准输入）
${common.zh}
`,
  },
  "registry publish": {
    en: `Make a reviewed entry effective.

Usage: breakwater registry publish ID --by NAME [--url ADDRESS] [--date DATE]

  --url ADDRESS        where everybody can read it; needed once
  --date DATE          when it was published there
${common.en}
`,
    zh: `使已复核的条目生效。

用法：breakwater registry publish 编号 --by 姓名 [--url 网址] [--date 日期]

  --url 网址           公开查阅处；至少给出一次
  --date 日期          在该处发布的日期
${common.zh}
`,
  },
  "registry adopt": {
    en: `Stand behind an imported entry. Three different editors make it effective; until then it is only suggested.

Usage: breakwater registry adopt ID... --by NAME

  --ids FILE           ids from a file, one a line (- for the standard input)
${common.en}
`,
    zh: `为导入条目背书。三位不同的编辑采纳后生效；在此之前最多作提示。

用法：breakwater registry adopt 编号... --by 姓名

  --ids 文件           从文件读取编号，每行一个（- 表示标准输入）
${common.zh}
`,
  },
  "registry withdraw": {
    en: `Take an entry back, at once and alone. It stays readable, and no post is matched with it.

Usage: breakwater registry withdraw ID... --by NAME --reason TEXT

  --ids FILE           ids from a file, one a line (- for the standard input)
${common.en}
`,
    zh: `撤回条目，立即生效，一人即可。仍可查阅，但不再与任何帖子匹配。

用法：breakwater registry withdraw 编号... --by 姓名 --reason 文本

  --ids 文件           从文件读取编号，每行一个（- 表示标准输入）
${common.zh}
`,
  },
  "registry show": {
    en: `Show an entry, where it stands and its history; without an ID, what the registry holds.

Usage: breakwater registry show [ID...] [OPTIONS]

  --contradictions     list the pairs of which one says false and the other true of the same claim
  --json               an entry a line, with all its versions
  --registry FILE      the registry (default ./registry.bw)
  --lang en|zh
`,
    zh: `显示条目、其状态与历史；不给编号则显示登记库概况。

用法：breakwater registry show [编号...] [选项]

  --contradictions     列出对同一说法一个认定不实、一个认定属实的条目对
  --json               每行一个条目，含全部版本
  --registry 文件      登记库（默认 ./registry.bw）
  --lang en|zh
`,
  },
  "registry search": {
    en: `Find entries whose claim, title, wordings, explanation or tags hold all words, or the id of which is given. Case, width and
Traditional against Simplified characters make no difference.

Usage: breakwater registry search WORDS... [OPTIONS]

  --verdict VERDICT, --status STATUS   only these
  --top N              at most so many (default 20)
  --json               one entry a line
${common.en} (without the line that counts)
`,
    zh: `查找说法、标题、表述、说明或标签中含有全部词语的条目，或给出其编号。不区分大小写、全半角与简繁。

用法：breakwater registry search 词语... [选项]

  --verdict 结论、--status 状态   仅限这些
  --top 数             最多显示多少（默认 20）
  --json               每行一个条目
${common.zh}（不显示计数行）
`,
  },
  "registry export": {
    en: `Write entries in a form that others read.

Usage: breakwater registry export --to FORM [OPTIONS]

  --to FORM            ndjson, csv, claimreview (a DataFeed), google (claims:search)
  --out FILE           default: the standard output
  --all                also what is not published; ndjson and csv always write all
  --history            ndjson: every version, to be taken over elsewhere by build --own
  --internal           claimreview: also who reviewed and adopted, and where it stands
${common.en}
`,
    zh: `把条目写成他人可读的形式。

用法：breakwater registry export --to 格式 [选项]

  --to 格式            ndjson、csv、claimreview（DataFeed）、google（claims:search）
  --out 文件           默认写到标准输出
  --all                包括未发布的；ndjson 与 csv 总是全部写出
  --history            ndjson：写出所有版本，可在别处用 build --own 接收
  --internal           claimreview：一并写出复核人、采纳人与状态
${common.zh}
`,
  },
  "registry verdicts": {
    en: `Write the built-in table of publishers' verdict words. Copy it, edit it, and give it to build --verdicts.

Usage: breakwater registry verdicts
`,
    zh: `写出内置的结论用语对照表。可复制、修改，再交给 build --verdicts。

用法：breakwater registry verdicts
`,
  },
};

export type RegistryTopic =
  | "registry"
  | "registry build"
  | "registry import"
  | "registry add"
  | "registry edit"
  | "registry review"
  | "registry publish"
  | "registry adopt"
  | "registry withdraw"
  | "registry show"
  | "registry search"
  | "registry export"
  | "registry verdicts";
