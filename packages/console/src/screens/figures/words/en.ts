import type { FigureSectionName } from "@breakwater/casework";

export const en = {
  figures: "Figures",
  theFigures: "the figures",
  theMonths: "the months",
  intro:
    "What this deployment does, counted from the ledger's clear facts. Each count stands beside its errors and reversals.",
  emptyTitle: "Nothing has been counted yet",
  emptyHint: "The first lead, case or decision starts the count. Figures are told by whole months, UTC.",

  period: "Period",
  from: "From",
  to: "To",
  whole: "the first",
  now: "the last",
  span: (from: string, to: string): string => `${from} to ${to}, whole months, UTC.`,
  events: (n: string): string => `Counted from ${n} events.`,
  countAgain: "Anybody can count again from the public ledger:",
  csv: "Download CSV",
  json: "Download JSON",

  must: "What must be 0",
  mustHint: "Anything else is a breach of a rule that the machines hold, or a forged ledger.",
  allZero: "all 0",
  notZero: "not 0",

  sections: {
    leads: "Leads and notices",
    cases: "Cases",
    decisions: "Decisions and measures",
    appeals: "Appeals and restoration",
    holds: "Posts held back",
    authority: "Requests of authorities",
    determinations: "Debunks",
    controls: "Registers and our own controls",
  } satisfies Readonly<Record<FigureSectionName, string>>,
  nothingOf: (sections: string): string => `Nothing was counted in the period under: ${sections}.`,
  by: (dimension: string): string => `By ${dimension}`,
  nothingToShare: "nothing to take a share of",
  shareTold: (percent: string, hits: string, of: string): string => `${percent} (${hits} of ${of})`,
  interval: (low: string, high: string): string => `between ${low} and ${high} (95%)`,
  fewTimes: (n: string): string => `${n}; times of fewer than ten are not told`,
  times: (n: string, median: string, p90: string): string => `${n}; half within ${median}, nine of ten within ${p90}`,
  hours: (n: string): string => `${n} h`,
  grouped: (n: string, count: number): string =>
    count === 1 ? "one cell under ten" : `${n} cells under ten, together`,
  groupedHint: "Cells under ten are told as one: few people might be known by them.",

  charts: "At a glance",
  precision: "Precision of each detector",
  precisionText: "Of the leads in which a family of tests spoke and that people judged, the share that they confirmed.",
  versions: "Precision of each version",
  versionsText: "The same, by the version of the detectors that spoke: whether a change made them better or worse.",
  errors: "Decisions taken back, by language of the content",
  errorsText: "Unequal rates are unequal treatment until explained. A lower bound: who did not appeal is not in it.",
  reversals: "Appeals that reversed, by language of the content",
  reversalsText: "Of the appeals judged. A share near zero is a warning, not a success.",
  measures: "Measures applied, by level",
  measuresText: "Levels run from 0, a hint to the author, to 10, an entry in the register.",
  noneYet: "Nothing to show yet.",

  months: "By month",
  monthsOf: "Figure",
  monthsText: (name: string, total: string, months: string): string => `${name}: ${total} in ${months} months.`,
  monthsAgainst: (name: string, total: string): string => `Below in each column, ${name}: ${total}.`,

  unknown: "What is not known",
  unknowns: [
    "Errors that nobody appealed or found. Shares of decisions taken back are lower bounds.",
    "What detectors missed. Precision says nothing about it; people audit a random sample of what was not flagged.",
    "Whether those who wrote the ledger wrote everything into it. Effects at the platform that were never recorded show here nowhere.",
    "Times of fewer than ten, and cells under ten one by one: few people might be known by them.",
  ],
};

export type FiguresWords = typeof en;
