import type { RejectionReason } from "@breakwater/intake";
import type { Phrase } from "./phrase.ts";

/**
 * Words for the keys that the engine leaves open: statistics, reasons, limits, and for the counts of the readers. A key
 * without words is shown as it is, parted by blanks.
 */
export function sayOpen(key: string): Phrase {
  if (Object.hasOwn(openWords, key)) return openWords[key] ?? toWords(key);
  return toWords(key);
}

function toWords(key: string): Phrase {
  const lower = (_: string, before: string, after: string) => `${before} ${after.toLowerCase()}`;
  const words = key.replaceAll("_", " ").replaceAll(/([a-z])([A-Z])/g, lower);
  return { en: words, zh: words };
}

const rejectionWords: Readonly<Record<RejectionReason, Phrase>> = {
  missing_id: { en: "no id", zh: "缺少编号" },
  missing_account: { en: "no account", zh: "缺少账号" },
  missing_time: { en: "no time", zh: "缺少时间" },
  time_out_of_range: { en: "time before 1990 or after 2099", zh: "时间早于 1990 年或晚于 2099 年" },
  unknown_kind: { en: "unknown kind of action", zh: "未知的行为类型" },
  unknown_object_kind: { en: "unknown kind of object", zh: "未知的对象类型" },
  empty_object: { en: "object without id", zh: "对象没有编号" },
  too_many_objects: { en: "too many objects", zh: "对象过多" },
  field_too_long: { en: "field too long", zh: "字段过长" },
  creation_time_out_of_range: { en: "account creation time out of range", zh: "账号创建时间超出范围" },
  bad_json: { en: "broken JSON", zh: "JSON 损坏" },
  not_an_object: { en: "JSON that is no object", zh: "JSON 不是对象" },
  record_too_long: { en: "row too long", zh: "行过长" },
  wrong_column_count: { en: "wrong number of columns", zh: "列数不符" },
  unclosed_quote: { en: "quote never closed", zh: "引号未闭合" },
  nul_byte: { en: "NUL byte", zh: "含 NUL 字节" },
  broken_encoding: { en: "broken character encoding", zh: "字符编码损坏" },
  truncated_input: { en: "cut off in the middle", zh: "中途截断" },
  unreadable_time: { en: "time that cannot be read", zh: "时间无法识别" },
  duplicate_id: { en: "id seen before", zh: "编号重复" },
};

const openWords: Readonly<Record<string, Phrase>> = {
  ...rejectionWords,
  // Reading.
  outside_period: { en: "outside --since and --until", zh: "在 --since 与 --until 之外" },
  not_an_action: { en: "event that is no action", zh: "不属于行为的事件" },
  not_an_address: { en: "address that is none, left empty", zh: "地址无效，留空" },
  unreadable_creation_time: {
    en: "account creation time that cannot be read, left empty",
    zh: "账号创建时间无法识别，留空",
  },
  resident_id: { en: "document number masked in a text", zh: "文本中的证件号已遮盖" },
  bank_card: { en: "card number masked in a text", zh: "文本中的银行卡号已遮盖" },
  phone: { en: "phone number masked in a text", zh: "文本中的电话号码已遮盖" },
  ids_forgotten: { en: "ids forgotten, so that a repetition would not be seen", zh: "已遗忘的编号，其重复无法发现" },
  // Statistics.
  accounts_in_window: { en: "accounts of the group within one window of time", zh: "同一时间窗内的群组账号" },
  actions_in_step: { en: "actions in step with the others", zh: "与他人同步的行为" },
  meetings_of_members: { en: "times that two members met on a thing", zh: "两名成员在同一对象上相遇的次数" },
  actions_with_shared_text: { en: "actions whose text others used too", zh: "文本与他人近似的行为" },
  effective_prefix: { en: "effectively separate network prefixes", zh: "有效网段数" },
  effective_asn: { en: "effectively separate network operators", zh: "有效网络运营商数" },
  effective_device: { en: "effectively separate devices", zh: "有效设备数" },
  effective_client: { en: "effectively separate clients", zh: "有效客户端数" },
  effective_creation_day: { en: "effectively separate registration days", zh: "有效注册日数" },
  registered_within_hour: { en: "accounts registered within one hour of each other", zh: "在同一小时内注册的账号" },
  registered_within_day: { en: "accounts registered within one day of each other", zh: "在同一天内注册的账号" },
  woke_within_hour: { en: "dormant accounts woken within one hour of each other", zh: "沉寂后在同一小时内苏醒的账号" },
  woke_within_day: { en: "dormant accounts woken within one day of each other", zh: "沉寂后在同一天内苏醒的账号" },
  even_gaps: { en: "share of gaps between actions that are all of one length", zh: "行为间隔长度相同的比例" },
  clock_beat: { en: "how closely actions keep to the beat of the clock, 0 to 1", zh: "行为贴合时钟节拍的程度，0 到 1" },
  sleepless: { en: "hours of the day in which the accounts act, at the mean", zh: "账号一天中有行为的小时数，平均" },
  same_schedule: { en: "accounts on one and the same schedule", zh: "时间表完全相同的账号" },
  // Why something was switched off or could not be judged.
  selection_not_stated: {
    en: "how the input was chosen is not stated, so there is no population to compare with; state it with --selected-by",
    zh: "未说明输入的选取方式，没有可供比较的总体；请用 --selected-by 说明",
  },
  selected_by_accounts: {
    en: "the input holds chosen accounts only, so there is no population to compare with",
    zh: "输入只含选定的账号，没有可供比较的总体",
  },
  selected_by_hashtag: {
    en: "the hashtag by which the input was chosen is everybody's",
    zh: "选取输入所用的话题标签人人都有",
  },
  too_few_accounts: { en: "too few accounts", zh: "账号太少" },
  too_few_shared_objects: { en: "too few things that two accounts share", zh: "两个账号共有的对象太少" },
  no_shared_objects: {
    en: "no thing that two accounts share: with some, accounts that repeat the same things together could be seen",
    zh: "没有两个账号共有的对象；如有，便能看出反复共同行动的账号",
  },
  clock_too_coarse: {
    en: "times are whole days; with hours, steps in time could be seen",
    zh: "时间只精确到天；精确到小时便能看出同步",
  },
  accounts_with_known_place: {
    en: "accounts of the group with a known network, device or client",
    zh: "网络、设备或客户端已知的群组账号",
  },
  accounts_with_known_age: { en: "accounts of the group with a known creation time", zh: "创建时间已知的群组账号" },
  accounts_with_eight_actions: {
    en: "accounts of the group with eight actions or more",
    zh: "有八个以上行为的群组账号",
  },
  members_on_own_places: { en: "members on places of their own", zh: "使用本群组专有地址的成员" },
  // Honest explanations.
  outsiders_in_window: {
    en: "Of the others who touched the same things, {outsidersInWindow} did so in the same windows of time.",
    zh: "触及相同对象的其他人中，{outsidersInWindow} 也在相同时间窗内行动。",
  },
  no_text: { en: "The actions carry no text.", zh: "这些行为没有文本。" },
  outsiders_using_the_same_text: {
    en: "Of those who used these texts, {outsiders} are outside the group.",
    zh: "使用这些文本的人中，{outsiders} 不属于群组。",
  },
  authenticity_not_tested: { en: "Authenticity could not be tested.", zh: "真实性无法检验。" },
  inauthentic_families_significant: {
    en: "Of {tested} tests of authenticity, {significant} came out unlikely by chance.",
    zh: "{tested} 项真实性检验中，{significant} 项难以用偶然解释。",
  },
  no_network: { en: "The input names no networks.", zh: "输入没有网络信息。" },
  effective_prefixes_against_population: {
    en: "The accounts behave like {effective} separate networks, where {expected} would be expected; devices and registration days were looked at too.",
    zh: "这些账号相当于 {effective} 个不同的网络，预期为 {expected} 个；同时参考了设备与注册日。",
  },
  rhythm_not_tested: { en: "The rhythm of the accounts could not be tested.", zh: "账号的节律无法检验。" },
  machine_rhythm: {
    en: "The rhythm of the accounts measures {observed}, where {expected} is typical of as active ones.",
    zh: "这些账号的节律测值为 {observed}，同等活跃的账号通常为 {expected}。",
  },
  members_among_all_on_the_objects: {
    en: "Of all who acted in the same windows of time, {alone} are in the group.",
    zh: "在相同时间窗内行动的人中，{alone} 属于群组。",
  },
  accounts_first_nearly_always: {
    en: "Accounts that are nearly always first, and so may be copied by the rest: {sources}.",
    zh: "几乎总是最先、可能被其余账号复制的账号：{sources}。",
  },
  // Limits.
  late_actions: { en: "actions that came too late", zh: "到达过晚的行为" },
  repeated_ids: { en: "actions with an id seen before", zh: "编号重复的行为" },
  actionsMax: { en: "actions kept", zh: "保留的行为" },
  textsMax: { en: "distinct texts clustered", zh: "参与聚类的不同文本" },
  bucketMax: { en: "texts looked at under one key", zh: "同一键下查看的文本" },
  comparedTextsMax: { en: "texts compared with one text", zh: "与同一文本比较的文本" },
  comparedUnitsMax: { en: "length of text compared", zh: "参与比较的文本长度" },
  wordingsMax: { en: "wordings kept of one sample", zh: "每个样本保留的写法" },
  accountCellsMax: { en: "things of one account that are paired", zh: "每个账号参与配对的对象" },
  cellPairsMax: { en: "pairs of things counted", zh: "计数的对象对" },
  candidatesMax: { en: "candidate groups", zh: "候选群组" },
  tiedRowsMax: { en: "accounts on one thing that are tied with each other", zh: "同一对象上相互关联的账号" },
  tiesMax: { en: "ties in the candidate graph", zh: "候选图中的关联" },
};
