import type { holdCommand, holdStatuses, holdView, placeHold } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { CommandWords, FieldName, ObjectWords } from "../objects/desk-object.ts";

type Placing = z.input<(typeof placeHold)["body"]>;
/** What is asked of whoever places a hold; the rest of a statement is for measures that last. */
export const askedOfDraft = {
  ground: true,
  groundName: true,
  explanation: true,
  facts: true,
  category: true,
  contentTypes: true,
  contentDate: true,
} as const;
type AskedPlacing = Omit<Placing, "draft"> & { readonly draft: Pick<Placing["draft"], keyof typeof askedOfDraft> };

type HoldWords = ObjectWords<(typeof holdStatuses)[number], z.input<typeof holdCommand>, AskedPlacing> & {
  readonly place: CommandWords;
  readonly triggers: Readonly<Record<z.infer<typeof holdView>["trigger"], string>>;
  readonly slots: Readonly<Record<z.infer<typeof holdView>["slot"], string>>;
  readonly contested: string;
  readonly contestedSays: string;
  readonly notContested: string;
  readonly author: string;
  readonly trigger: string;
  readonly slot: string;
  readonly ends: string;
  readonly noExtending: string;
  readonly decision: string;
  readonly statement: string;
  readonly statementHint: string;
  readonly facts: string;
  readonly ground: string;
  readonly category: string;
};

type Fields = Readonly<Record<FieldName<AskedPlacing>, string>>;
const draftEn = {
  draft: "Statement of reasons",
  "draft.ground": "Ground",
  "draft.groundName": "Law or clause",
  "draft.explanation": "Why it applies",
  "draft.facts": "Facts and circumstances",
  "draft.category": "Category",
  "draft.contentTypes": "Kind of content",
  "draft.contentDate": "Day of the item",
} satisfies Partial<Fields>;

const toLabels = <N extends string>(labels: Readonly<Record<N, string>>) =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }])) as Readonly<
    Record<N, { readonly label: string }>
  >;

const en: HoldWords = {
  title: "Holds",
  intro:
    "An item kept back for hours, without judging it. None rests on what an item says; each ends by itself and cannot be extended. Its author is told at once and can contest it.",
  one: "the hold",
  many: "holds",
  all: "All holds",
  name: (id) => `Hold ${id}`,
  emptyHint:
    "Holds by a program are off unless the operator switched them on. A person places one in an emergency, when somebody is in danger.",
  statuses: {
    held: "held back",
    released_ttl: "ended by itself",
    released_human: "let go",
    confirmed: "taken over by a decision",
  },
  place: {
    button: "Hold an item back…",
    hint: "Only where a person is in danger. It ends by itself within hours; the author reads this statement at once.",
    done: "The item is held back.",
  },
  commands: {
    release: {
      button: "Let it go…",
      hint: "Everybody sees the item again.",
      done: "The item was let go.",
    },
    confirm: {
      button: "A decision has taken over…",
      hint: "Only a decision in force that removes the item.",
      done: "The decision has taken over.",
    },
  },
  fields: {
    reason: { label: "Reason", hint: "In a sentence or two; it is kept, and others read it." },
    decision: { label: "Decision", hint: "Its id." },
    item: { label: "Item", hint: "Its id at the platform." },
    author: { label: "Author", hint: "The account's id at the platform." },
    slot: {
      label: "What is held back",
      values: { item: "the item, for days at most", trend: "its place in a trend, for hours at most" },
    },
    ...toLabels(draftEn),
    "draft.ground": { label: draftEn["draft.ground"], values: { illegal: "the law", incompatible: "our terms" } },
  },
  triggers: {
    decided_removal: "repeats an item that a decision removed",
    equal_rate_limit: "a limit of rate that holds for everybody",
    exposed_identifier: "shows a private identifier",
    person_emergency: "a person's emergency order",
  },
  slots: { item: "item", trend: "place in a trend" },
  contested: "contested",
  contestedSays: "What the author says against it",
  notContested: "The author has not contested it.",
  author: "Author",
  trigger: "Why",
  slot: "Held back",
  ends: "Ends by itself",
  noExtending: "It cannot be extended. What has to stay away takes a decision.",
  decision: "Decision",
  statement: "Statement of reasons",
  statementHint: "As its author was told.",
  facts: "Facts",
  ground: "Ground",
  category: "Category",
};

const draftZh = {
  draft: "理由说明",
  "draft.ground": "依据",
  "draft.groundName": "法律或条款",
  "draft.explanation": "为何适用",
  "draft.facts": "事实与情况",
  "draft.category": "类别",
  "draft.contentTypes": "内容类型",
  "draft.contentDate": "内容日期",
} satisfies Partial<Fields>;

const zhHans: HoldWords = {
  title: "拦截",
  intro: "将一则内容暂缓数小时，不作评判。拦截不看内容说了什么；到期自动放行，不可延长。作者即时获知并可提出异议。",
  one: "该拦截",
  many: "拦截",
  all: "全部拦截",
  name: (id) => `拦截 ${id}`,
  emptyHint: "除非运营方开启，程序不会拦截。仅当有人面临危险时，由人作出紧急拦截。",
  statuses: {
    held: "暂缓中",
    released_ttl: "到期放行",
    released_human: "已放行",
    confirmed: "由决定接管",
  },
  place: {
    button: "暂缓一则内容……",
    hint: "仅限有人面临危险时。数小时内自动放行；作者会立即读到本说明。",
    done: "内容已暂缓。",
  },
  commands: {
    release: { button: "放行……", hint: "所有人重新看到该内容。", done: "内容已放行。" },
    confirm: { button: "由决定接管……", hint: "仅限移除该内容的有效决定。", done: "已由决定接管。" },
  },
  fields: {
    reason: { label: "理由", hint: "一两句话；会留存，他人可读。" },
    decision: { label: "决定", hint: "其编号。" },
    item: { label: "内容", hint: "平台上的编号。" },
    author: { label: "作者", hint: "平台上的账号编号。" },
    slot: { label: "暂缓对象", values: { item: "内容本身，至多数日", trend: "热门位置，至多数小时" } },
    ...toLabels(draftZh),
    "draft.ground": { label: draftZh["draft.ground"], values: { illegal: "法律", incompatible: "服务条款" } },
  },
  triggers: {
    decided_removal: "与已决定移除的内容相同",
    equal_rate_limit: "对所有人一致的频率限制",
    exposed_identifier: "暴露私人身份信息",
    person_emergency: "人工紧急命令",
  },
  slots: { item: "内容", trend: "热门位置" },
  contested: "有异议",
  contestedSays: "作者的异议",
  notContested: "作者未提出异议。",
  author: "作者",
  trigger: "原因",
  slot: "暂缓对象",
  ends: "自动放行时间",
  noExtending: "不可延长。需要长期撤下的，须作出决定。",
  decision: "决定",
  statement: "理由说明",
  statementHint: "即告知作者的内容。",
  facts: "事实",
  ground: "依据",
  category: "类别",
};

export const holdWords: WordTable<HoldWords> = { en, "zh-Hans": zhHans };
