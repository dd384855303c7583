import type { effect } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";

type Effect = z.infer<typeof effect>;
type EffectWords = {
  readonly title: string;
  readonly intro: string;
  readonly state: string;
  readonly all: string;
  readonly many: string;
  readonly states: Readonly<Record<Effect["state"], string>>;
  readonly kinds: Readonly<Record<Effect["kind"], (what: string) => string>>;
  readonly holds: Readonly<Record<"hold_item" | "hold_trend", string>>;
  readonly emptyHint: string;
  readonly account: (id: string) => string;
  readonly failures: (n: string, count: number) => string;
  readonly retry: string;
  readonly said: (reason: string) => string;
  readonly asked: string;
  readonly noHand: string;
};

const en: EffectWords = {
  title: "At the platform",
  intro: "Each measure and each hold that the platform was asked to carry out or to take back, and what it answered.",
  state: "State",
  all: "all",
  many: "what the platform was asked",
  states: { asked: "waiting for the platform", confirmed: "done", failed: "failed" },
  kinds: {
    "measure.apply": (what) => `Carry out: ${what}`,
    "measure.reverse": (what) => `Take back: ${what}`,
    "hold.place": (what) => `Hold back: ${what}`,
    "hold.release": (what) => `Let go: ${what}`,
  },
  holds: { hold_item: "an item", hold_trend: "a place in a trend" },
  emptyHint:
    "When people decide a measure, the platform is asked for it, and it shows here until it says that it is done.",
  account: (id) => `account ${id}`,
  failures: (n, count) => `failed ${count === 1 ? "once" : `${n} times`}`,
  retry: "asked again",
  said: (reason) => `“${reason}”`,
  asked: "asked",
  noHand: "What failed is asked again by itself, later each time. Only the platform can say that something is done.",
};

const zhHans: EffectWords = {
  title: "平台执行",
  intro: "请求平台执行或撤销的每项措施和每次拦截，以及平台的答复。",
  state: "状态",
  all: "全部",
  many: "向平台提出的请求",
  states: { asked: "等待平台", confirmed: "已完成", failed: "失败" },
  kinds: {
    "measure.apply": (what) => `执行：${what}`,
    "measure.reverse": (what) => `撤销：${what}`,
    "hold.place": (what) => `暂缓：${what}`,
    "hold.release": (what) => `放行：${what}`,
  },
  holds: { hold_item: "一则内容", hold_trend: "热门位置" },
  emptyHint: "作出措施决定后即请求平台执行，在平台答复完成前显示于此。",
  account: (id) => `账号 ${id}`,
  failures: (n) => `失败 ${n} 次`,
  retry: "再次请求",
  said: (reason) => `“${reason}”`,
  asked: "请求于",
  noHand: "失败的请求会自动再次发出，间隔逐次加长。只有平台能答复完成。",
};

export const effectWords: WordTable<EffectWords> = { en, "zh-Hans": zhHans };
