import type { StatementSource } from "./compose-statement.ts";
import type { MeasureType } from "../ladder/measure-types.ts";

/** The parts of a person's notice, in the order in which they are read. */
export const noticeSections = [
  "what",
  "item",
  "rule",
  "facts",
  "evidence",
  "machines",
  "origin",
  "duration",
  "still_works",
  "next",
  "appeal",
  "outside",
  "published",
] as const;
export type NoticeSection = (typeof noticeSections)[number];

/**
 * All words of a notice in one language. Sentences hold gaps as `{name}`. Adding a
 * language is one such table, in a file or by an operator's plug-in. No jargon, no word of blame, no name of anybody.
 */
export type NoticeWords = {
  readonly language: string;
  readonly subject: string;
  readonly headings: Readonly<Record<NoticeSection, string>>;
  /** What we did, by measure: `{target}`. */
  readonly measures: Readonly<Record<MeasureType, string>>;
  /** What the person can still do, by measure. */
  readonly stillWorks: Readonly<Record<MeasureType, string>>;
  /** What the measure asks of the person, by measure. */
  readonly next: Readonly<Record<MeasureType, string>>;
  readonly theAccount: string;
  /** `{item}`, `{date}` */
  readonly item: string;
  /** `{rule}`, `{version}`, `{text}` */
  readonly rule: string;
  /** `{explanation}` */
  readonly explanation: string;
  /** `{count}` */
  readonly evidence: string;
  readonly detectedByMachine: string;
  readonly detectedByPeople: string;
  readonly decidedByPeople: string;
  readonly decidedPartly: string;
  readonly decidedByMachine: string;
  readonly origins: Readonly<Record<StatementSource, string>>;
  /** `{measure}`, `{date}` */
  readonly until: string;
  /** `{measure}`, `{date}` */
  readonly withoutEnd: string;
  /** `{measure}` */
  readonly once: string;
  /** `{date}`, `{days}`, `{link}` */
  readonly appeal: string;
  /** `{disputeBody}`, `{court}` */
  readonly outside: string;
  /** `{id}` */
  readonly published: string;
  readonly notPublished: string;
};
