import type { CaseOpening } from "../cases/case.ts";
import type { EvidenceItem } from "../cases/evidence.ts";
import type { Finding } from "../cases/finding.ts";
import type { ProposedItem } from "../cases/proposal.ts";
import type { ActionOpening, NoActionOpening, Redress } from "../decisions/decision.ts";
import { dayMs } from "../kernel/time.ts";
import type { MeasureType } from "../ladder/measure-types.ts";
import { getMeasureRule } from "../ladder/measure-types.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import type { LeadContent, NoticeForm } from "../leads/lead.ts";
import { composeStatement } from "../statements/compose-statement.ts";
import type { StatementDraft } from "../statements/compose-statement.ts";
import { monday } from "./people.ts";

export const fullNotice: NoticeForm = {
  reasons: "The same text by forty accounts within a minute.",
  location: "post-17",
  name: "R. Reporter",
  email: "r@example.org",
  inGoodFaith: true,
  mayBeAnonymous: false,
};

export const twoAxes: LeadContent["signals"] = [
  { family: "co_timing", axis: "coordinated", detectorVersion: "1" },
  { family: "origin", axis: "inauthentic", detectorVersion: "1" },
];

export function detectedLead(more: Partial<LeadContent> = {}): { readonly kind: "open" } & LeadContent {
  return {
    kind: "open",
    source: "detector",
    refs: ["a1", "a2"],
    reason: "",
    signals: twoAxes,
    notice: null,
    request: null,
    learning: false,
    ...more,
  };
}

export function caseOpening(more: Partial<CaseOpening> = {}): { readonly kind: "open" } & CaseOpening {
  return {
    kind: "open",
    lead: "lead-1",
    caseType: "campaign",
    priority: "P2",
    source: "own",
    detected: [{ step: "detected", as: "detector" }],
    openedBy: ["tian"],
    request: null,
    reporters: [],
    ...more,
  };
}

export function evidenceOf(id: string, ...accounts: readonly string[]): EvidenceItem {
  return { id, kind: "post", sha256: "ab".repeat(32), accounts, capturedAt: monday, tool: "capture 1" };
}

export function findingOf(account: string, more: Partial<Finding> = {}): Finding {
  return {
    account,
    role: "operator",
    evidence: [`e-${account}`],
    allegation: "The account posted the same text as forty others, within seconds, on six occasions.",
    grade: "serious",
    severity: { deception: { weight: 2, reason: "The accounts pose as unrelated people." } },
    ...more,
  };
}

export const draft: StatementDraft = {
  ground: "incompatible",
  groundName: "Terms, section 4.2: inauthentic accounts",
  explanation: "The terms forbid accounts that hide that they are run by one hand.",
  facts: "On six occasions the account posted the same text as others within seconds.",
  category: "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
  keywords: ["KEYWORD_INAUTHENTIC_ACCOUNTS"],
  contentTypes: ["CONTENT_TYPE_TEXT"],
  contentDate: Date.UTC(2026, 1, 20),
};

/** A measure of this type with a duration that the ladder allows. */
export function measureOf(type: MeasureType, account: string, id: string = `${type}-${account}`): PlannedMeasure {
  const { durationMaxMs, stepsMs, targets } = getMeasureRule(type);
  const kind = targets.includes("account") ? "account" : "item";
  const durationMs = stepsMs?.[0] ?? (durationMaxMs === null ? null : Math.min(durationMaxMs, 30 * dayMs));
  return {
    id,
    type,
    target: { kind, id: kind === "account" ? account : `post-of-${account}` },
    durationMs,
    ...(type === "correct_counts" ? { accountsAffected: 12 } : {}),
  };
}

export function proposedItem(
  account: string,
  types: readonly MeasureType[],
  more: Partial<ProposedItem> = {},
): ProposedItem {
  return {
    decision: `d-${account}`,
    account,
    rule: { id: "IA-1", version: "3" },
    measures: types.map((type) => measureOf(type, account)),
    draft,
    alternatives: "A petition was considered: the accounts share one device farm.",
    proportionality: "A label would not stop the pretence.",
    whyNotMoneyFirst: null,
    strikesReliedOn: [],
    determination: null,
    supersedes: null,
    ...more,
  };
}

export const redress: Redress = {
  complaint: "Reply to this message, or open the link; nobody needs an account for it.",
  disputeBody: "Any certified out-of-court body.",
  court: "The courts, at any time.",
};

/** A decision that `ana` proposed and `cho` approved. */
export function actionOpening(
  account: string,
  types: readonly MeasureType[],
  more: Partial<ActionOpening> = {},
): ActionOpening {
  const measures = types.map((type) => measureOf(type, account));
  const statement = composeStatement({
    decision: `d-${account}`,
    draft,
    measures,
    source: "own",
    acts: [
      { step: "detected", as: "detector" },
      { step: "decided", as: "analyst" },
      { step: "decided", as: "approver" },
    ],
    at: monday,
  });
  return {
    kind: "action",
    decision: `d-${account}`,
    caseId: "case-1",
    account,
    role: "operator",
    grade: "critical",
    rule: { id: "IA-1", version: "3" },
    allegation: "The account posted in step with others.",
    evidence: [`e-${account}`],
    measures,
    statement,
    proposer: "ana",
    proposerAs: "analyst",
    approver: "cho",
    senior: true,
    emergencyUntil: null,
    hearingSkipped: null,
    bulk: false,
    unseparated: [],
    strikesReliedOn: [],
    people: ["tian", "ana", "cho"],
    reporters: ["rob"],
    ...more,
  };
}

export function noActionOpening(more: Partial<NoActionOpening> = {}): NoActionOpening {
  return {
    kind: "no_action",
    decision: "d-none",
    caseId: "case-1",
    account: null,
    reason: "authentic_coordination",
    measures: [],
    statement: null,
    proposer: "ana",
    proposerAs: "analyst",
    approver: null,
    people: ["tian", "ana"],
    reporters: ["rob"],
    ...more,
  };
}
