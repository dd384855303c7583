import {
  getLevelRule,
  gradeCaps,
  isOwnEvidence,
  levelCaps,
  previewItems,
  wasHeard,
  type CaseState,
  type EvidenceItem,
  type Instant,
} from "@breakwater/casework";
import { isSensitive } from "../jobs/to-jobs.ts";
import { findLegalHold, readClocks } from "../listing/to-listed.ts";
import type { StoredState } from "../store/casework-store.ts";
import type { Hidden } from "./book-words.ts";
import { hidesNames } from "./need-to-know.ts";
import { toHead, toViewParts, type Reader, type Seen } from "./seen.ts";

/** Evidence and findings that a case's view shows by itself. */
const shownMax = 200;

export function toCaseLine(stored: StoredState, { actor, at }: Pick<Reader, "actor" | "at">) {
  const state = stored.state as CaseState;
  const { opening, assignees, findings, evidence, decisions } = state;
  const hides = hidesNames(actor, state.people);
  const head = toHead(stored);
  const clocks = readClocks(state, at);
  return {
    ...head,
    status: state.status,
    caseType: opening?.caseType ?? "other",
    priority: state.priority ?? "P3",
    sensitive: isSensitive(opening?.caseType ?? null),
    lead: opening?.lead ?? "",
    assignees: hides ? [] : assignees,
    accounts: Object.keys(findings).length,
    evidence: Object.keys(evidence).length,
    decisions: Object.keys(decisions).length,
    clocks,
  };
}

export async function toCaseView(seen: Seen<"case">) {
  const { state, stored, actor } = seen;
  const hides = hidesNames(actor, state.people);
  const isBlind = judgesBlind(state, actor.id, actor.roles);
  const hidden: readonly Hidden[] = [
    ...(hides ? (["people"] as const) : []),
    ...(isBlind ? (["proposal", "findings"] as const) : []),
  ];
  const { opening, decisions, decisionAccounts } = state;
  return {
    ...toCaseLine(stored, seen),
    source: opening?.source ?? "own",
    request: opening?.request ?? null,
    reporters: state.reporters.length,
    people: hides ? [] : state.people,
    evidenceItems: await listEvidence(seen, { from: 0, limit: shownMax }),
    findings: isBlind ? [] : await listFindings(seen, 0, shownMax),
    transfer: state.transfer,
    proposal: isBlind ? null : toProposal(state, hides ? null : actor.id),
    toJudge: listToJudge(state, actor.id),
    rejections: state.rejections,
    decisionIds: Object.entries(decisions).map(([id, mark]) => ({ id, account: decisionAccounts[id] ?? null, mark })),
    waiting: state.waiting.length,
    selfReview: state.selfReview,
    legalHold: state.legalHold,
    requestedHold: state.requestedHold,
    closedAt: state.closedAt,
    retainUntil: state.retainUntil,
    ...(await toViewParts(seen, hidden)),
  };
}

type Bulk = Extract<NonNullable<CaseState["proposal"]>, { kind: "action" }>;

function findOpenBulk({ status, proposal }: CaseState): Bulk | null {
  return status === "proposed" && proposal?.kind === "action" && proposal.bulk ? proposal : null;
}

/** Whether somebody sees the evidence and not the proposal: an approver who could judge the sample and has not judged all of it. */
export function judgesBlind(state: CaseState, person: string, roles: readonly string[]): boolean {
  const bulk = findOpenBulk(state);
  if (bulk === null || !roles.includes("approver")) return false;
  if (bulk.by === person || state.workers.includes(person)) return false;
  return bulk.sample === null || listLeft(bulk, person).length > 0;
}

function listToJudge(state: CaseState, person: string): readonly string[] {
  const bulk = findOpenBulk(state);
  return bulk === null || bulk.by === person || state.workers.includes(person) ? [] : listLeft(bulk, person);
}

function listLeft({ sample, judgements }: Bulk, person: string): readonly string[] {
  return (sample ?? []).filter(
    (account) => !judgements.some((judgement) => judgement.by === person && judgement.account === account),
  );
}

function toProposal({ proposal }: CaseState, reader: string | null) {
  if (proposal === null) return null;
  const nameOf = (person: string): string | null => (reader === null ? null : person);
  if (proposal.kind === "no_action") {
    const { kind, at, reason, decision, supersedes } = proposal;
    return { kind, by: nameOf(proposal.by), at, reason, decision, supersedes };
  }
  const { kind, at, bulk, emergency, hearingSkipped, items, sample, judgements } = proposal;
  return {
    kind,
    by: nameOf(proposal.by),
    at,
    bulk,
    emergency,
    hearingSkipped,
    items,
    preview: previewItems(items),
    sample,
    judgements: judgements.map((one) => ({ ...one, by: nameOf(one.by) })),
  };
}

type Page = Pick<Seen<"case">, "state" | "events" | "store" | "actor">;

/** Evidence in the order of its coming, from the `from`th on, each with its entry in the ledger; of one account where that is named. */
export async function listEvidence(
  { state, events, store, actor }: Page,
  { from, limit, account }: { readonly from: number; readonly limit: number; readonly account?: string | undefined },
) {
  const hides = hidesNames(actor, state.people);
  const added = events.filter(
    ({ event }) => event.kind === "evidence_added" && (account === undefined || event.item.accounts.includes(account)),
  );
  const page = [];
  for (const { event, sequence } of added.slice(from, from + limit)) {
    if (event.kind !== "evidence_added" || !Object.hasOwn(state.evidence, event.item.id)) continue;
    const by = hides ? null : event.by;
    page.push({ ...toEvidence(event.item), addedAt: event.at, addedBy: by, entry: await store.findEntry(sequence) });
  }
  return page;
}

function toEvidence({ accounts, actions = [], ...item }: EvidenceItem) {
  return {
    ...item,
    accounts: accounts.slice(0, shownMax),
    accountCount: accounts.length,
    actionCount: actions.length,
  };
}

/** What is held about each account, with what counts against it today. */
export async function listFindings(
  { state, store, at }: Pick<Seen<"case">, "state" | "store"> & { readonly at: Instant },
  from: number,
  limit: number,
) {
  const findings = Object.values(state.findings).slice(from, from + limit);
  const records = await store.readAccounts(findings.map(({ account }) => account));
  return findings.map((finding) => {
    const { account, role, grade, evidence } = finding;
    const own = evidence.filter((id) => {
      const item = state.evidence[id];
      return item !== undefined && isOwnEvidence(item, account);
    });
    const strikes = Object.values(records.get(account)?.strikes ?? {}).filter((strike) => strike.until > at);
    const hearing = state.hearings[account];
    return {
      ...finding,
      ownEvidence: own.length,
      hearing:
        hearing === undefined
          ? null
          : {
              askedAt: hearing.askedAt,
              dueAt: hearing.dueAt,
              reply: hearing.reply,
              endedAt: hearing.endedAt,
              isCurrent: wasHeard(state, account),
            },
      strikes,
      levelMax: Math.min(levelCaps[role], gradeCaps[grade]),
    };
  });
}

/** What keeps its evidence, and nothing else of it; null where nothing does. */
export function toLegalHoldLine({ id, state }: StoredState) {
  const found = findLegalHold(state as CaseState);
  return found === null ? null : { case: id, version: state.version, state: found.state, ...found.hold };
}

/** What of a case concerns the keeping of its evidence, and nothing else. */
export async function toLegalHoldView(seen: Seen<"case">) {
  const { id, state } = seen;
  const { commands, deadlines } = await toViewParts({ ...seen, events: [] });
  return {
    case: id,
    version: state.version,
    legalHold: state.legalHold,
    requestedHold: state.requestedHold,
    deadlines: deadlines.filter(({ what }) => what === "legal_hold_review"),
    commands,
  };
}

/** Whether any of these measures needs a senior second person. */
export function needsSenior(levels: readonly Parameters<typeof getLevelRule>[0][]): boolean {
  return levels.some((level) => getLevelRule(level).senior);
}
