/** Words of the terminal: the summary, the progress line, the errors. */
export const cliWords = {
  summary_read: {
    en: "Read {taken} actions of {accounts} accounts, {from} to {to} UTC (clock: {clock}).",
    zh: "读取了 {accounts} 个账号的 {taken} 个行为，{from} 至 {to}（UTC，时钟精度：{clock}）。",
  },
  summary_rejected: {
    en: "{n} {n|row|rows} could not be used: {reasons}. They are in rejected.ndjson.",
    zh: "{n} 行无法使用：{reasons}。见 rejected.ndjson。",
  },
  summary_group: {
    en: "{id}  {kind}: {n} accounts in step on {things} shared {things|thing|things} ({layers}); by chance {chance}.",
    zh: "{id}  {kind}：{n} 个账号在 {things} 个共同对象（{layers}）上同步；偶然概率{chance}。",
  },
  summary_group_why: { en: "also unlikely by chance: {families}", zh: "同样难以偶然解释：{families}" },
  summary_more: { en: "and {n} more {n|group|groups}, in the report", zh: "另有 {n} 个群组，见报告" },
  summary_bursts: { en: "{n} lockstep {n|burst|bursts} (alerts.csv).", zh: "{n} 次同步突发（alerts.csv）。" },
  summary_not_judged: { en: "Not judged: {what}: {why}.", zh: "未判断：{what}：{why}。" },
  summary_have_need: { en: "{why} ({have} there, {need} needed)", zh: "{why}（现有 {have}，需要 {need}）" },
  summary_limit: {
    en: "Limit reached {times} {times|time|times}: {what}, at most {value} ({limit}).",
    zh: "达到上限 {times} 次：{what}，至多 {value}（{limit}）。",
  },
  summary_selection: {
    en: "How the input was chosen is not stated (--selected-by); where that matters, nothing was judged.",
    zh: "未说明输入的选取方式（--selected-by）；凡受其影响者均未判断。",
  },
  summary_report: { en: "Report: {path}", zh: "报告：{path}" },
  progress_read: { en: "reading {done}, {rate} actions/s{left}", zh: "读取 {done}，每秒 {rate} 个行为{left}" },
  progress_left: { en: ", about {time} left", zh: "，约剩 {time}" },
  progress_judge: { en: "judging {n} actions", zh: "正在判断 {n} 个行为" },
  progress_write: { en: "writing the report", zh: "正在写出报告" },
  simulated: {
    en: "Wrote {actions} actions of {accounts} accounts, {planted} of them planted: {path}",
    zh: "已写出 {accounts} 个账号的 {actions} 个行为，其中 {planted} 个账号是植入的：{path}",
  },
  error_command: {
    en: "There is no command {word}; the commands are serve, doctor, backup, restore, erase, subject-access, analyze, simulate, check, registry, export-evidence, verify and help.",
    zh: "没有命令 {word}；可用的命令是 serve、doctor、backup、restore、erase、subject-access、analyze、simulate、check、registry、export-evidence、verify、help。",
  },
  error_usage: { en: "{message}; see breakwater help COMMAND.", zh: "{message}；请看 breakwater help 命令。" },
  error_no_file: {
    en: "Name the file to analyze, or - for the standard input; see breakwater help analyze.",
    zh: "请给出要分析的文件，或用 - 表示标准输入；见 breakwater help analyze。",
  },
  error_stdin_twice: {
    en: "The standard input can be read only once; write - once.",
    zh: "标准输入只能读取一次；- 只写一次。",
  },
  error_lang: { en: "There is no language {word}; write en or zh.", zh: "没有语言 {word}；请写 en 或 zh。" },
  error_preset: {
    en: "There is no preset {word}; the presets are {names}.",
    zh: "没有预设 {word}；可用的预设：{names}。",
  },
  error_layer: { en: "There is no layer {word}; the layers are {names}.", zh: "没有层 {word}；可用的层：{names}。" },
  error_fdr: {
    en: "--fdr {word} is not a rate above 0 and up to 0.5; write 0.01 for one false group in a hundred.",
    zh: "--fdr {word} 不是 0 到 0.5 之间的比率；写 0.01 表示百分之一。",
  },
  error_selection: {
    en: "--selected-by {word} is not understood; write none, accounts, hashtag:TAG or keyword:WORD.",
    zh: "无法理解 --selected-by {word}；请写 none、accounts、hashtag:标签 或 keyword:词。",
  },
  error_whole: {
    en: "{option} {word} is not a whole number from 0 up; write digits.",
    zh: "{option} {word} 不是非负整数；请写数字。",
  },
  error_time: {
    en: "{option} {word} is not a time that can be read; write 2026-01-31 or 2026-01-31T08:00:00Z.",
    zh: "{option} {word} 不是可识别的时间；请写 2026-01-31 或 2026-01-31T08:00:00Z。",
  },
  error_period: { en: "--since is not before --until; swap them.", zh: "--since 不早于 --until；请对调。" },
  error_date_order: {
    en: "--date-order {word} is not understood; write day_first or month_first.",
    zh: "无法理解 --date-order {word}；请写 day_first 或 month_first。",
  },
  error_key_file: {
    en: "The key file {path} cannot be read; check the path.",
    zh: "无法读取密钥文件 {path}；请检查路径。",
  },
  error_scenario: {
    en: "There is no scenario {word}; the scenarios are {names}.",
    zh: "没有情景 {word}；可用的情景：{names}。",
  },
  error_out_folder: {
    en: "The folder {path} cannot be written ({code}); name another with --out.",
    zh: "无法写入目录 {path}（{code}）；请用 --out 另指一个。",
  },
  error_disk_full: {
    en: "The disk of {path} is full; make room or name another folder with --out.",
    zh: "{path} 所在的磁盘已满；请腾出空间，或用 --out 另指一个目录。",
  },
  error_unexpected: {
    en: "Breakwater {version} met a fault of its own ({message}); please report it with the command and, if you may, the input.",
    zh: "Breakwater {version} 自身出错（{message}）；请连同所用命令（如可以，连同输入）报告此问题。",
  },
  demo_simulating: {
    en: "Simulating two weeks of a community with planted campaigns and honest crowds …",
    zh: "正在模拟一个社区两周的活动，其中植入了有组织行动与善意人群……",
  },
  demo_analysing: { en: "Analysing {actions} actions …", zh: "正在分析 {actions} 个行为……" },
  demo_compared: {
    en: "Compared with what was planted (accounts found / planted, and what the group was called)",
    zh: "与植入情况对照（找到 / 植入的账号数，以及群组的类别）",
  },
  demo_campaigns: { en: "Campaigns", zh: "有组织行动" },
  demo_crowds: {
    en: "Honest crowds (being called coordinated is right, a campaign would be wrong)",
    zh: "善意人群（称为协同是对的，称为有组织行动则是错的）",
  },
  demo_not_found: { en: "not found", zh: "未找到" },
  demo_background: {
    en: "Of {all} accounts that have nothing to do with anything, {n} stand in a group.",
    zh: "在 {all} 个毫不相干的账号中，有 {n} 个被列入群组。",
  },
  demo_seconds: { en: "Done in {seconds} s.", zh: "用时 {seconds} 秒。" },
} as const;
