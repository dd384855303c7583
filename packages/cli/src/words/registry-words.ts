/** Words of `registry`. */
export const registryWords = {
  registry_read: {
    en: "Read {n} {n|record|records}: {added} new, {updated} updated, {same} as before, {merged} merged, {rejected} rejected.",
    zh: "读取 {n} 条记录：新增 {added}，更新 {updated}，未变 {same}，合并 {merged}，拒收 {rejected}。",
  },
  registry_imported: {
    en: "The service read {n} {n|record|records}: {added} new, {updated} updated, {same} as before, {rejected} rejected.",
    zh: "服务读取 {n} 条记录：新增 {added}，更新 {updated}，未变 {same}，拒收 {rejected}。",
  },
  registry_import_rejected: { en: "Rejected: {why}.", zh: "拒收：{why}。" },
  registry_import_left_out: { en: "Left out of entries that were taken: {why}.", zh: "已收条目中略去的字段：{why}。" },
  registry_import_place: { en: "  {line}: {excerpt}", zh: "  {line}：{excerpt}" },
  registry_import_aside: {
    en: "The service keeps what was put aside: GET /v1/claims/imports/{id}/aside",
    zh: "未收内容由服务保留：GET /v1/claims/imports/{id}/aside",
  },
  registry_import_adopt: {
    en: "They are suggested at most until three editors adopt each.",
    zh: "在三位编辑逐条采纳之前，最多作提示。",
  },
  error_import_broken: {
    en: "The answer of {url} broke off. Send the file again: what was taken over is not taken twice.",
    zh: "{url} 的应答中断。请重新发送该文件：已接收的不会重复。",
  },
  registry_readopt: {
    en: "{n} updated {n|entry was|entries were} adopted before; their text changed, so adoption starts anew.",
    zh: "{n} 个更新的条目此前已被采纳；文本已变，须重新采纳。",
  },
  registry_kept: { en: "Kept as they stand here: {n} ({why}).", zh: "按此处现状保留：{n}（{why}）。" },
  registry_rejected: { en: "Rejected: {why}. See {path}", zh: "拒收：{why}。见 {path}" },
  registry_left_out: {
    en: "Left out of entries that were taken: {why}. See {path}",
    zh: "已收条目中略去的字段：{why}。见 {path}",
  },
  registry_unknown_words: {
    en: "Verdicts in words that nobody explained, taken as unproven (write them into a table, --verdicts FILE): {words}",
    zh: "无法识别的结论用语，按“尚无定论”处理（可写入表格，用 --verdicts 文件 指定）：{words}",
  },
  registry_no_claim_review: { en: "no ClaimReview in it", zh: "其中没有 ClaimReview" },
  registry_no_word: { en: "(none given)", zh: "（未给出）" },
  registry_and_more: { en: "and {n} more", zh: "另有 {n} 个" },
  registry_duplicates: {
    en: "{n} {n|pair reads|pairs read} alike and could be one entry; --merge-duplicates makes them one. See {path}",
    zh: "{n} 对条目读来相同，可合为一条；用 --merge-duplicates 合并。见 {path}",
  },
  registry_alike_here: {
    en: "{n} {n|pair reads|pairs read} like an entry that was here before, which was left alone (registry edit ID --wording TEXT). See {path}",
    zh: "{n} 对与库中已有条目读来相同，已有条目未改动（可用 registry edit 编号 --wording 文本）。见 {path}",
  },
  registry_merged: {
    en: "{n} {n|entry|entries} became wordings of others; which, is in {path}",
    zh: "{n} 个条目成为其他条目的表述；明细见 {path}",
  },
  registry_alike: {
    en: "{n} {n|pair reads|pairs read} alike and {n|is|are} kept apart: {why}. See {path}",
    zh: "{n} 对条目读来相同但未合并：{why}。见 {path}",
  },
  registry_duplicates_cut: {
    en: "{n} {n|text is|texts are} like more than {max} others, and {n|was|were} not compared with all.",
    zh: "{n} 个文本与 {max} 个以上的文本相似，未逐一比较。",
  },
  registry_contradictions: {
    en: "{n} {n|pair|pairs} of entries contradict each other: the same claim found false and true. See registry show --contradictions",
    zh: "{n} 对条目相互矛盾：同一说法既被认定为不实又被认定为属实。见 registry show --contradictions",
  },
  registry_contradicting: {
    en: "{n} {n|pair|pairs} of entries contradict each other; correct or withdraw one of each.",
    zh: "{n} 对条目相互矛盾；请更正或撤回其中之一。",
  },
  registry_holds_entries: { en: "{path} holds {n} {n|entry|entries}.", zh: "{path} 含 {n} 个条目。" },
  registry_by_verdict: { en: "verdicts: {counts}", zh: "结论：{counts}" },
  registry_by_status: { en: "standing: {counts}", zh: "状态：{counts}" },
  registry_recognisable: {
    en: "{n} can be recognised; the others are suggested at most.",
    zh: "{n} 个可被“识别”；其余最多“提示”。",
  },
  registry_why_not: {
    en: "why not: {counts} (an entry may have several reasons)",
    zh: "原因：{counts}（一个条目可有多个原因）",
  },
  registry_trusted: {
    en: "Imports are counted as adopted (--trust-imports). That is for measuring; nothing of it is written into the file.",
    zh: "导入条目按已采纳计（--trust-imports）。仅供测量；不写入文件。",
  },
  registry_next: {
    en: "Try: breakwater registry search --registry {path} WORDS",
    zh: "试试：breakwater registry search --registry {path} 词语",
  },
  registry_created: { en: "There was no {path}; it is new.", zh: "此前没有 {path}；已新建。" },
  registry_done: { en: "{id}: {action}, now {status}.", zh: "{id}：{action}，现为{status}。" },
  registry_lacks: {
    en: "Nobody can review it yet: {why}.",
    zh: "尚不能复核：{why}。",
  },
  registry_needs_reviews: {
    en: "It needs {n} {n|review|reviews} by others before it can be published.",
    zh: "还需 {n} 位他人复核才能发布。",
  },
  registry_needs_adopters: { en: "It needs {n} more {n|editor|editors} to adopt it.", zh: "还需 {n} 位编辑采纳。" },
  registry_can_publish: {
    en: "It can be published: registry publish {id} --by NAME",
    zh: "可以发布：registry publish {id} --by 姓名",
  },
  registry_in_force_still: {
    en: "Until the correction is published, what was published before stays in force.",
    zh: "更正发布之前，此前发布的版本继续有效。",
  },
  registry_effective: { en: "It can be recognised in posts.", zh: "可在帖子中被识别。" },
  registry_only_suggested: { en: "It is suggested at most: {why}.", zh: "最多作提示：{why}。" },
  registry_refused: { en: "{id}: {why}.", zh: "{id}：{why}。" },
  registry_found: { en: "{n} {n|entry|entries} found.", zh: "找到 {n} 个条目。" },
  registry_found_more: {
    en: "{shown} of {n} shown; more with --top.",
    zh: "共 {n} 个，显示 {shown} 个；用 --top 显示更多。",
  },
  registry_label_claim: { en: "claim", zh: "说法" },
  registry_label_title: { en: "title", zh: "标题" },
  registry_label_verdict: { en: "verdict", zh: "结论" },
  registry_label_explanation: { en: "explanation", zh: "说明" },
  registry_label_wording: { en: "worded as", zh: "表述" },
  registry_label_url: { en: "read at", zh: "查阅" },
  registry_label_source: { en: "source", zh: "依据" },
  registry_label_reply: { en: "right of reply", zh: "回应机会" },
  registry_label_valid: { en: "holds for", zh: "适用时间" },
  registry_label_date: { en: "dated", zh: "日期" },
  registry_label_languages: { en: "languages", zh: "语言" },
  registry_label_regions: { en: "regions", zh: "地区" },
  registry_label_tags: { en: "tags", zh: "标签" },
  registry_label_media: { en: "media", zh: "媒体" },
  registry_label_authors: { en: "authors", zh: "作者" },
  registry_label_reviewers: { en: "reviewed by", zh: "复核人" },
  registry_label_adopted: { en: "adopted by", zh: "采纳人" },
  registry_label_standing: { en: "standing", zh: "状态" },
  registry_label_pending: { en: "in the works", zh: "在办" },
  registry_label_history: { en: "history", zh: "历史" },
  registry_version: { en: "{at}  {action} by {by}{reason}", zh: "{at}  {by} {action}{reason}" },
  registry_because: { en: ": {reason}", zh: "：{reason}" },
  registry_exported: { en: "Wrote {n} {n|entry|entries}: {path}", zh: "已写出 {n} 个条目：{path}" },
  registry_export_left: {
    en: "Left out: {n} that {n|is|are} not published (--all writes them too).",
    zh: "略去 {n} 个未发布的条目（--all 一并写出）。",
  },
  progress_registry_read: { en: "reading {done}, {n} records", zh: "读取 {done}，{n} 条记录" },
  progress_registry_compare: { en: "comparing {n} entries with each other", zh: "正在比较 {n} 个条目" },
  progress_registry_write: { en: "writing {path}", zh: "正在写出 {path}" },
  error_registry_verb: {
    en: "There is no registry {word}; write registry {names}.",
    zh: "没有 registry {word}；可用：registry {names}。",
  },
  error_registry_file: { en: "{path} cannot be opened: {why}.", zh: "无法打开 {path}：{why}。" },
  error_registry_missing: {
    en: "There is no registry {path}; name it with --registry, or make it with breakwater registry build.",
    zh: "没有登记库 {path}；请用 --registry 指明，或用 breakwater registry build 生成。",
  },
  error_registry_locked: {
    en: "{path} is being changed by another command (process {pid}); try again, or delete {lock} if there is none.",
    zh: "{path} 正被另一个命令修改（进程 {pid}）；请稍后再试，若无此进程请删除 {lock}。",
  },
  error_registry_unreadable: {
    en: "The registry holds something that is no entry though its checksums hold; take the backup, and ask who wrote the file.",
    zh: "登记库的校验和相符，却含有不是条目的内容；请使用备份，并查明由谁写成。",
  },
  error_registry_no_input: {
    en: "Name the files to import, or - for the standard input; see breakwater help registry build.",
    zh: "请给出要导入的文件，或用 - 表示标准输入；见 breakwater help registry build。",
  },
  error_registry_nothing: {
    en: "No record could be used: {why}. Name the columns with --map, or fix the verdict with --verdict; the records are in {path}",
    zh: "没有可用的记录：{why}。请用 --map 指定列，或用 --verdict 指定结论；记录见 {path}",
  },
  error_registry_empty: { en: "There is no record in {names}.", zh: "{names} 中没有记录。" },
  error_registry_map: {
    en: "--map {word} is not FIELD=COLUMN; the fields are {names}.",
    zh: "--map {word} 不是 字段=列；可用字段：{names}。",
  },
  error_registry_choice: { en: "{option} {word} is none of {names}.", zh: "{option} {word} 不在可选值之内：{names}。" },
  error_registry_verdicts: {
    en: "{path}, line {line}, is not “word = verdict”: {text}",
    zh: "{path} 第 {line} 行不是“用语 = 结论”：{text}",
  },
  error_registry_ids: {
    en: "Name the entries by their ids; see breakwater registry search.",
    zh: "请给出条目编号；见 breakwater registry search。",
  },
  error_registry_words: {
    en: "Give the words to search for; see breakwater help registry search.",
    zh: "请给出要查找的词语；见 breakwater help registry search。",
  },
  error_registry_claim: {
    en: "Give the claim and the verdict: --claim TEXT --verdict false; see breakwater help registry add.",
    zh: "请给出说法与结论：--claim 文本 --verdict false；见 breakwater help registry add。",
  },
  error_registry_content: { en: "{field}: {why}.", zh: "{field}：{why}。" },
} as const;
