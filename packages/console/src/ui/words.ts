import type { WordTable } from "../words/languages.ts";

type PartWords = {
  readonly close: string;
  readonly cancel: string;
  readonly tryAgain: string;
  readonly more: string;
  readonly loadingMore: string;
  readonly shown: (n: string) => string;
  readonly shownOfMore: (n: string) => string;
  readonly notKept: string;
  readonly beginAnew: string;
  readonly loading: (what: string) => string;
  readonly failed: (what: string) => string;
  readonly requestId: (id: string) => string;
  readonly offline: string;
  readonly timeout: string;
  readonly mismatch: string;
  readonly broken: string;
  readonly dismissToast: string;
  readonly notices: string;
  readonly overdue: (ago: string) => string;
  readonly due: (when: string) => string;
  readonly named: (what: string) => string;
  readonly observed: string;
  readonly expected: string;
  readonly asTable: string;
  readonly table: string;
  readonly when: string;
  readonly copy: string;
  readonly copied: string;
  readonly you: string;
  readonly nobodyNamed: string;
  readonly program: string;
  readonly ledgerEntry: (n: string) => string;
  readonly showEarlier: (n: string) => string;
  readonly working: string;
  readonly andNext: (action: string) => string;
  readonly changedMeanwhile: string;
  readonly kept: string;
};

const en: PartWords = {
  close: "Close",
  cancel: "Cancel",
  tryAgain: "Try again",
  more: "Show more",
  loadingMore: "Loading more…",
  shown: (n) => `${n} shown`,
  shownOfMore: (n) => `${n} shown, there are more`,
  notKept: "So long a list is not kept up to date by itself.",
  beginAnew: "Begin anew",
  loading: (what) => `Loading ${what}…`,
  failed: (what) => `Could not load ${what}.`,
  requestId: (id) => `Request ${id}`,
  offline: "The service does not answer. It may be starting, or the network is down; this page tries again.",
  timeout: "There was no answer in time. Try again; if it goes on, tell whoever runs the service.",
  mismatch: "This page and the service are of different versions. Load the page anew.",
  broken: "This part of the page broke. That is our fault; the rest goes on working.",
  dismissToast: "Dismiss",
  notices: "Notices",
  overdue: (ago) => `overdue since ${ago}`,
  due: (when) => `due ${when}`,
  named: (what) => what,
  observed: "observed",
  expected: "expected",
  asTable: "As a table",
  table: "Table",
  when: "Time",
  copy: "Copy",
  copied: "Copied.",
  you: "you",
  nobodyNamed: "not shown",
  program: "a program",
  ledgerEntry: (n) => `ledger entry ${n}`,
  showEarlier: (n) => `Show the ${n} before`,
  working: "Working…",
  andNext: (action) => `${action}, then the next job`,
  changedMeanwhile: "Somebody changed this meanwhile. It has been loaded anew; look again.",
  kept: "I have kept it",
};

const zhHans: PartWords = {
  close: "关闭",
  cancel: "取消",
  tryAgain: "重试",
  more: "显示更多",
  loadingMore: "正在加载更多……",
  shown: (n) => `显示 ${n} 条`,
  shownOfMore: (n) => `已显示 ${n} 条，还有更多`,
  notKept: "列表过长，不再自动更新。",
  beginAnew: "从头显示",
  loading: (what) => `正在加载${what}……`,
  failed: (what) => `未能加载${what}。`,
  requestId: (id) => `请求编号 ${id}`,
  offline: "服务没有应答。可能正在启动，或网络中断；本页会自动重试。",
  timeout: "未在时限内得到答复。请重试；若仍如此，请告知服务的管理者。",
  mismatch: "本页与服务的版本不一致，请重新载入页面。",
  broken: "页面的这一部分出错了。这是我们的问题，其余部分仍可使用。",
  dismissToast: "知道了",
  notices: "通知",
  overdue: (ago) => `已逾期（${ago}）`,
  due: (when) => `${when}到期`,
  named: (what) => `${what}：`,
  observed: "实际",
  expected: "预期",
  asTable: "以表格查看",
  table: "表格",
  when: "时间",
  copy: "复制",
  copied: "已复制。",
  you: "您",
  nobodyNamed: "不显示",
  program: "程序",
  ledgerEntry: (n) => `存证条目 ${n}`,
  showEarlier: (n) => `显示更早的 ${n} 条`,
  working: "正在办理……",
  andNext: (action) => `${action}，并办理下一项`,
  changedMeanwhile: "其间有人作了改动，已重新载入，请再看一遍。",
  kept: "已保存好",
};

export const partWords: WordTable<PartWords> = { en, "zh-Hans": zhHans };
