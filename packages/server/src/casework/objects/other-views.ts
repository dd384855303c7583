import { listOpenCorrections, type ObjectKind, type StateOf } from "@breakwater/casework";
import { toCorrectionStatus } from "../listing/to-listed.ts";
import type { StoredState } from "../store/casework-store.ts";
import { toHead, toViewParts, type Seen } from "./seen.ts";

type OtherKind = Exclude<ObjectKind, "lead" | "case" | "decision" | "register_entry" | "rule_version" | "override">;

/** A line of a list. */
export function toOtherLine(kind: OtherKind, stored: StoredState) {
  return lines[kind](stored);
}

/** What is read: the line and what it leaves out. */
export async function toOtherView(kind: OtherKind, seen: Seen<ObjectKind>) {
  return { ...lines[kind](seen.stored), ...more[kind](seen), ...(await toViewParts(seen)) };
}

const stateOf = <K extends ObjectKind>({ state }: Pick<StoredState, "state">): StateOf<K> => state as StateOf<K>;

const lines = {
  hold: (stored) => {
    const { status, content, contested, endsAt } = stateOf<"hold">(stored);
    return {
      ...toHead(stored),
      status,
      item: content?.item ?? "",
      author: content?.author ?? "",
      slot: content?.slot ?? "item",
      trigger: content?.trigger ?? "person_emergency",
      decision: content?.decision ?? null,
      contested,
      endsAt: endsAt ?? stored.createdAt,
    };
  },
  authority_request: (stored) => {
    const { status, content, userTold } = stateOf<"authority_request">(stored);
    return {
      ...toHead(stored),
      status,
      authority: content?.authority ?? "",
      country: content?.country ?? "",
      channel: content?.channel ?? "desk",
      items: content?.items.length ?? 0,
      userTold,
    };
  },
  transfer: (stored) => {
    const { status, caseId, content } = stateOf<"transfer">(stored);
    const [desk, returnBy] = [content?.desk ?? "", content?.returnBy ?? stored.createdAt];
    return { ...toHead(stored), status, case: caseId ?? "", desk, returnBy };
  },
  operation: (stored) => {
    const { status, name, endsAt, cases, renewals, ledBy } = stateOf<"operation">(stored);
    const counted = { cases: cases.length, renewals, ledBy };
    return { ...toHead(stored), status, name, endsAt: endsAt ?? stored.createdAt, ...counted };
  },
  self_review: (stored) => {
    const { status, caseId, gaps } = stateOf<"self_review">(stored);
    const all = Object.values(gaps);
    const openGaps = all.filter(({ closedBy }) => closedBy === null).length;
    return { ...toHead(stored), status, case: caseId ?? "", gaps: all.length, openGaps };
  },
  unmasking: (stored) => {
    const { status, caseId, pseudonym, requestedBy } = stateOf<"unmasking">(stored);
    const asked = { pseudonym: pseudonym ?? "", requestedBy: requestedBy ?? "" };
    return { ...toHead(stored), status, case: caseId ?? "", ...asked };
  },
  victim_workspace: (stored) => {
    const { status, isMinor, contact } = stateOf<"victim_workspace">(stored);
    return { ...toHead(stored), status, isMinor, contact };
  },
  determination: (stored) => {
    const state = stateOf<"determination">(stored);
    const open = listOpenCorrections(state).length;
    const answered = Object.values(state.requests).filter(({ answer }) => answer !== null).length;
    return { ...toHead(stored), status: toCorrectionStatus(state), claim: state.claim, open, answered };
  },
  reporter: (stored) => {
    const { status, total, manifestlyUnfounded, sinceWarning, suspendedUntil } = stateOf<"reporter">(stored);
    return { ...toHead(stored), status, total, manifestlyUnfounded, sinceWarning, suspendedUntil };
  },
} satisfies Record<OtherKind, (stored: StoredState) => object>;

const more = {
  hold: ({ state }) => ({ statement: stateOf<"hold">({ state }).content?.statement ?? {} }),
  authority_request: ({ state, events }) => {
    const { content, acknowledgedAt, handledBy, proposal, answeredItems } = stateOf<"authority_request">({ state });
    const returned = events.findLast(({ event }) => event.kind === "request_returned")?.event;
    const isReturned = state.status === "returned" && returned?.kind === "request_returned";
    return {
      content,
      missing: isReturned ? returned.missing : [],
      acknowledgedAt,
      handledBy,
      proposal,
      answeredItems,
    };
  },
  transfer: ({ state }) => {
    const { content, answer } = stateOf<"transfer">({ state });
    const { purpose = "", question = "", fields = [] } = content ?? {};
    return { purpose, question, fields, answer };
  },
  operation: ({ state }) => {
    const { scope, cases } = stateOf<"operation">({ state });
    return { scope, caseIds: cases };
  },
  self_review: ({ state }) => {
    const { summary, gaps } = stateOf<"self_review">({ state });
    return { summary, gapList: Object.values(gaps) };
  },
  unmasking: () => ({}),
  victim_workspace: ({ state }) => {
    const { owner, protection, evidence, shares, cases } = stateOf<"victim_workspace">({ state });
    const held = { evidence: Object.values(evidence), shares: Object.values(shares) };
    return { owner: owner ?? "", protection, ...held, cases };
  },
  determination: ({ state }) => {
    const { requests } = stateOf<"determination">({ state });
    return { requests: Object.entries(requests).map(([id, { by: _by, ...asked }]) => ({ id, ...asked })) };
  },
  reporter: () => ({}),
} satisfies Record<OtherKind, (seen: Seen<ObjectKind>) => object>;

export type { OtherKind };
