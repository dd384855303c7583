import { z } from "zod";
import { measureTypes } from "@breakwater/contract";
import { languages } from "../../../words/languages.ts";
import type { ProposalDraft } from "./proposal-draft.ts";

const byAccount = z.record(z.string(), z.string());
/** As it was kept, perhaps by another version of this page. */
const kept: z.ZodType<ProposalDraft> = z.object({
  accounts: z.array(z.string()),
  rule: z.string(),
  measures: z.array(
    z.object({
      type: z.enum(measureTypes),
      on: z.enum(["item", "account"]),
      durationMs: z.number().nullable(),
      accountsAffected: z.string(),
    }),
  ),
  language: z.enum(languages),
  explanation: z.string(),
  facts: byAccount,
  items: byAccount,
  contentTypes: z.array(z.string()),
  contentDay: z.string(),
  alternatives: z.string(),
  proportionality: z.string(),
  whyNotMoneyFirst: z.string(),
  strikes: z.array(z.string()),
  hearingSkipped: z.string().nullable(),
  emergency: z.boolean(),
});

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

/** What was kept; null where nothing was, or nothing that this page understands. */
export function takeDraft(caseId: string): ProposalDraft | null {
  try {
    return kept.safeParse(JSON.parse(sessionStorage.getItem(toKey(caseId)) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}
