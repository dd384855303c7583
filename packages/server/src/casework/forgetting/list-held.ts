import type {
  CaseState,
  DecisionState,
  HoldState,
  Instant,
  LeadState,
  ObjectKind,
  StateOf,
} from "@breakwater/casework";
import type { NoticeStore } from "../notices/notice-store.ts";
import type { CaseworkStore, StoredState } from "../store/casework-store.ts";

export type HeldOfCasework = {
  readonly kind: ObjectKind | "record" | "notice";
  readonly at: Instant | null;
  readonly data: unknown;
};

/** What casework holds of an account, as far as it is about that account: nobody who reported, decided or is held beside it. */
export async function listHeldRecords(
  account: string,
  { store, notices }: { readonly store: CaseworkStore; readonly notices: Pick<NoticeStore, "listOfParty"> },
): Promise<readonly HeldOfCasework[]> {
  const records: HeldOfCasework[] = [];
  for (const { object, id } of await store.findNaming(account)) {
    const stored = await store.readState(object, id);
    if (stored !== null && !isSecret(stored))
      records.push({ kind: object, at: stored.createdAt, data: describe(stored, account) });
  }
  const record = (await store.readAccounts([account])).get(account);
  if (record !== undefined) records.push({ kind: "record", at: null, data: record });
  for (const { id, kind, about, createdAt, status, lastAt } of await notices.listOfParty(account)) {
    records.push({ kind: "notice", at: createdAt, data: { notice: id, kind, about, status, lastAt } });
  }
  return records;
}

/** Of what an authority asks, an account is told by the notice of it, or not before a prohibition ends; of what staff ask one another, by its outcome. */
function isSecret({ object, state }: StoredState): boolean {
  if (object === "authority_request") return (state as StateOf<"authority_request">).userTold !== "told";
  return object === "unmasking" || object === "transfer";
}

function describe({ object, id, state }: StoredState, account: string): Readonly<Record<string, unknown>> {
  const common = { [object]: id, status: state.status };
  switch (object) {
    case "lead": {
      const { content, expiresAt } = state as LeadState;
      return { ...common, source: content?.source ?? null, expiresAt };
    }
    case "case": {
      const { findings, hearings, evidence, decisionAccounts, retainUntil, closedAt } = state as CaseState;
      const own = Object.values(evidence).filter(({ accounts }) => accounts.includes(account));
      return {
        ...common,
        finding: findings[account] ?? null,
        hearing: hearings[account] ?? null,
        evidence: own.map(({ id: item, accounts, actions, ...rest }) => ({
          item,
          ...rest,
          // What names others' acts beside one's own is theirs as well.
          ...(accounts.length === 1 && actions !== undefined ? { actions } : {}),
        })),
        decisions: Object.entries(decisionAccounts).flatMap(([decision, of]) => (of === account ? [decision] : [])),
        closedAt,
        retainUntil,
      };
    }
    case "decision":
      return { ...common, ...describeDecision(state as DecisionState, account) };
    case "hold": {
      const { content, endsAt, contested } = state as HoldState;
      const isOwn = content?.author === account;
      return { ...common, endsAt, contested, statement: isOwn ? content.statement : null };
    }
    case "victim_workspace": {
      const { owner, isMinor, protection, evidence, shares } = state as StateOf<"victim_workspace">;
      return owner === account ? { ...common, isMinor, protection, evidence, shares } : common;
    }
    case "register_entry": {
      const { decision, rule, expiresAt } = state as StateOf<"register_entry">;
      return { ...common, decision, rule, expiresAt };
    }
    case "reporter": {
      const { total, manifestlyUnfounded, suspendedUntil } = state as StateOf<"reporter">;
      return id === account ? { ...common, total, manifestlyUnfounded, suspendedUntil } : common;
    }
    default:
      return common;
  }
}

function describeDecision(
  { opening, measures, notice, appeals, informedAt }: DecisionState,
  account: string,
): Readonly<Record<string, unknown>> {
  if (opening?.kind !== "action" || opening.account !== account) return { about: "somebody else" };
  const { role, grade, rule, allegation, evidence, statement } = opening;
  const appeal = Object.values(appeals).find(({ appellant }) => appellant === account);
  return {
    role,
    grade,
    rule,
    allegation,
    evidence,
    statement,
    informedAt,
    redress: notice?.redress ?? null,
    measures: Object.values(measures).map(({ planned, status, appliedAt, endAt }) => ({
      ...planned,
      status,
      appliedAt,
      endAt,
    })),
    appeal:
      appeal === undefined
        ? null
        : { at: appeal.at, points: appeal.points, outcome: appeal.outcome, answers: appeal.answers },
  };
}
