import type { FigureLanguage } from "@breakwater/casework";

const en = {
  title: "Figures",
  period: (from: string, to: string): string => `From ${from} to ${to}, whole months, UTC.`,
  empty: "Nothing has been counted yet.",
  grouped: "cells under ten, together",
  nothingToShare: "nothing to take a share of",
  fewTimes: (count: number): string => `${count}; times of fewer than ten are not told`,
  times: ({ count, median, p90 }: { count: number; median: number; p90: number }): string =>
    `${count}; half within ${median} h, nine of ten within ${p90} h`,
  mustBeZero: "must be 0",
  source: "Where this comes from",
  fromLedger: ({ origin, size, root }: { origin: string; size: number; root: string }): string =>
    `Counted from the clear facts of the ledger ${origin} at ${size} entries, root ${root}. Anybody can count again: breakwater figures --from ledger.`,
  fromPart: (read: number, size: number): string =>
    `Only ${read} of the ledger's ${size} entries were read. These figures are of those alone and not of the deployment.`,
  fromService: "Counted by the service from its own records. The same figures follow from its public ledger:",
  groups: {
    must: "What must be 0",
    leads: "Leads and notices",
    cases: "Cases",
    decisions: "Decisions and measures",
    appeals: "Appeals and restoration",
    holds: "Posts held back",
    authority: "Requests of authorities",
    determinations: "Debunks",
    controls: "Registers, holds of evidence, our own controls",
  },
  figure: "Figure",
  value: "Value",
  beside: "Beside it",
  definitions: "What each figure means",
  unknown: "What is not known",
  unknowns: [
    "Errors that nobody appealed or found. Shares of decisions taken back are lower bounds.",
    "What detectors missed. Precision says nothing about it.",
    "Whether those who wrote the ledger wrote everything into it. Effects at the platform that were never recorded show here nowhere.",
    "Times of fewer than ten, and cells under ten one by one: few people might be known by them.",
  ],
  chartTitle: (name: string): string => `Chart: ${name}`,
  chartOf: (name: string, parts: string): string => `${name}: ${parts}.`,
  data: "The same as data",
  withheld: "Figures withheld",
  withheldWhy:
    "Whoever runs this deployment has switched off its public figures. The ledger stays public, and the figures can be counted from it.",
  contact:
    "Something wrong? Whoever runs this deployment answers within five working days; whoever reads the ledger can count again.",
};

type PageWords = typeof en;

const zhHans: PageWords = {
  title: "数据公开",
  period: (from, to) => `${from} 至 ${to}，按整月计（UTC）。`,
  empty: "尚无可统计的内容。",
  grouped: "不足十的各项合计",
  nothingToShare: "无可计算比例的数据",
  fewTimes: (count) => `${count}；不足十项时不公布用时`,
  times: ({ count, median, p90 }) => `${count}；一半在 ${median} 小时内，九成在 ${p90} 小时内`,
  mustBeZero: "必须为 0",
  source: "数据来源",
  fromLedger: ({ origin, size, root }) =>
    `根据账本 ${origin} 的公开事实统计，共 ${size} 条，根哈希 ${root}。任何人都可重新统计：breakwater figures --from ledger。`,
  fromPart: (read, size) => `账本共 ${size} 条，仅读取 ${read} 条。以下数字只反映所读部分，不代表整个部署。`,
  fromService: "由本服务根据自身记录统计。从其公开账本可得出同样的数字：",
  groups: {
    must: "必须为 0 的数字",
    leads: "线索与举报",
    cases: "案件",
    decisions: "决定与措施",
    appeals: "申诉与恢复",
    holds: "暂缓发布",
    authority: "机关请求",
    determinations: "辟谣",
    controls: "登记、证据保全与自身管控",
  },
  figure: "数字",
  value: "数值",
  beside: "对照",
  definitions: "各数字的定义",
  unknown: "尚不知道的",
  unknowns: [
    "无人申诉、无人发现的错误。收回率只是下限。",
    "检测器漏掉的。精确率不反映漏检。",
    "记账者是否把一切都记入账本。平台上从未记录的操作不会出现在这里。",
    "不足十项的用时与单项：可能据此认出个人。",
  ],
  chartTitle: (name) => `图：${name}`,
  chartOf: (name, parts) => `${name}：${parts}。`,
  data: "同样内容的数据",
  withheld: "数据未公开",
  withheldWhy: "本部署的运营者关闭了公开数据。账本仍然公开，可据此统计。",
  contact: "发现错误？运营者在五个工作日内答复；任何人都可据账本重新统计。",
};

export const pageWords: Readonly<Record<FigureLanguage, PageWords>> = { en, "zh-Hans": zhHans };
