import type { ProposalDraft } from "./proposal-draft.ts";

const toKey = (caseId: string): string => `breakwater.proposal.${caseId}`;

/** Keeps what is being written for as long as this tab is open, so that a closed page or an ended session costs nothing. */
export function keepDraft(caseId: string, draft: ProposalDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(toKey(caseId));
    else sessionStorage.setItem(toKey(caseId), JSON.stringify(draft));
  } catch {
    // The browser keeps nothing: it lasts as long as the page.
  }
}

export function takeDraft(caseId: string): ProposalDraft | null {
  try {
    const kept = sessionStorage.getItem(toKey(caseId));
    return kept === null ? null : (JSON.parse(kept) as ProposalDraft);
  } catch {
    return null;
  }
}
