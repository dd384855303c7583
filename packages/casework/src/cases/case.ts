import type { Clock } from "../kernel/clock.ts";
import type { Base } from "../kernel/machine.ts";
import type { Priority } from "../kernel/settings.ts";
import type { Instant } from "../kernel/time.ts";
import type { CaseType } from "../leads/lead.ts";
import type { Act } from "../statements/automation.ts";
import type { StatementSource } from "../statements/compose-statement.ts";
import type { DecidedItem } from "./decided-item.ts";
import type { EvidenceItem } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import type { Proposal } from "./proposal.ts";

export const caseStatuses = [
  "absent",
  "case_open",
  "investigating",
  "waiting_partner",
  "hearing",
  "proposed",
  "decided_action",
  "decided_no_action",
  "closed",
  "purged",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export type CaseOpening = {
  readonly lead: string;
  readonly caseType: CaseType;
  readonly priority: Priority;
  readonly source: StatementSource;
  /** Acts by which it was noticed, from which `automated_detection` is derived. */
  readonly detected: readonly Act[];
  /** Staff who opened it: they touched it, and can no longer approve. */
  readonly openedBy: readonly string[];
  /** The authority's request that this began with. Whoever handles it may neither propose nor approve here. */
  readonly request: string | null;
  readonly reporters: readonly string[];
};

/** One person's right to be heard. */
export type Hearing = {
  readonly account: string;
  /** What they were asked about. A finding that says something else needs a hearing of its own. */
  readonly allegation: string;
  readonly askedAt: Instant;
  /** How long they have from the day the question reached them. */
  readonly replyMs: number;
  /** Null until it did. */
  readonly dueAt: Instant | null;
  readonly reply: string | null;
  readonly endedAt: Instant | null;
};

/** What keeps the evidence from being destroyed. Two people place it. */
export type LegalHold = {
  readonly basis: string;
  readonly owner: string;
  readonly reviewAt: Instant;
  readonly requestedBy: string;
  readonly confirmedBy: string | null;
};

export type CaseState = Base<CaseStatus> & {
  readonly opening: CaseOpening | null;
  readonly priority: Priority | null;
  /** Until a person first acts. */
  readonly firstAction: Clock | null;
  /** Until the decision; paused while a partner or the person concerned has the word. */
  readonly handling: Clock | null;
  /** Analysts who took the case and declared no interest of their own. */
  readonly assignees: readonly string[];
  /** Staff who took part in any role, by id. */
  readonly people: readonly string[];
  /** Those of them who worked on the question, rather than judging another's proposal: they cannot approve. */
  readonly workers: readonly string[];
  readonly evidence: Readonly<Record<string, EvidenceItem>>;
  readonly findings: Readonly<Record<string, Finding>>;
  readonly hearings: Readonly<Record<string, Hearing>>;
  readonly transfer: string | null;
  readonly proposal: Proposal | null;
  readonly rejections: number;
  /** Decisions taken, and whether each has begun and come to its end. */
  readonly decisions: Readonly<Record<string, "waiting" | "open" | "settled" | "dropped">>;
  /** Whose account each decision about one concerns. */
  readonly decisionAccounts: Readonly<Record<string, string>>;
  /** People whose notices this case answers: they can appeal what comes of it. */
  readonly reporters: readonly string[];
  /** What was decided and waits for its stage, in order. */
  readonly waiting: readonly DecidedItem[];
  /** Decisions of the last bulk approval: what an undo takes back. */
  readonly lastBulk: readonly string[];
  readonly selfReview: string | null;
  readonly legalHold: LegalHold | null;
  /** Asked for by one person; holds nothing until a second confirms. */
  readonly requestedHold: LegalHold | null;
  readonly closedAt: Instant | null;
  readonly retainUntil: Instant | null;
};

export const absentCase: CaseState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  opening: null,
  priority: null,
  firstAction: null,
  handling: null,
  assignees: [],
  people: [],
  workers: [],
  evidence: {},
  findings: {},
  hearings: {},
  transfer: null,
  proposal: null,
  rejections: 0,
  decisions: {},
  decisionAccounts: {},
  reporters: [],
  waiting: [],
  lastBulk: [],
  selfReview: null,
  legalHold: null,
  requestedHold: null,
  closedAt: null,
  retainUntil: null,
};

/** Whether the person was asked about what is held now, and either answered or let the time pass. */
export function wasHeard(state: CaseState, account: string): boolean {
  const hearing = state.hearings[account];
  const isOver = hearing !== undefined && hearing.endedAt !== null;
  return isOver && hearing.allegation === state.findings[account]?.allegation;
}

/** A campaign cannot close before our own controls were looked at. */
export function needsSelfReview(state: CaseState): boolean {
  return state.opening?.caseType === "campaign" && state.selfReview === null;
}
