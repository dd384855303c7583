import { effectStates, legalHoldStates } from "@breakwater/contract";
import { z } from "zod";

// What of each list the address says. What it says wrongly counts as not said.

const text = z.string().min(1).max(200).optional().catch(undefined);

export const effectSearch = z.object({ state: z.enum(effectStates).optional().catch(undefined) });

export const legalHoldSearch = z.object({ state: z.enum(legalHoldStates).optional().catch(undefined) });

export const statementSearch = z.object({
  status: z.enum(["queued", "accepted", "refused", "withheld"]).optional().catch(undefined),
});

export const viewSearch = z.object({ object: text, by: text });

export const reportSearch = z.object({
  show: z.enum(["waiting", "returned", "decided", "forgotten"]).optional().catch(undefined),
  object: text,
});

export const ruleSearch = z.object({ show: z.enum(["hand", "force", "over"]).optional().catch(undefined) });

/** `revise`: a draft that is changed; `from`: a version whose next one is written; `starter`: a rule that ships. */
export const draftSearch = z.object({ revise: text, from: text, starter: text });

/** Which entry is about to be looked at: a decision leads to its own. */
export const registerSearch = z.object({ measure: text });
