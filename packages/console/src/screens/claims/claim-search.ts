import { claimOrigins, claimStatuses, claimSteps, claimVerdicts } from "@breakwater/contract";
import { z } from "zod";

/** What of the list of claims the address says. What it says wrongly counts as not said. */
export const claimSearch = z.object({
  words: z.string().max(200).optional().catch(undefined),
  status: z.enum(claimStatuses).optional().catch(undefined),
  verdict: z.enum(claimVerdicts).optional().catch(undefined),
  origin: z.enum(claimOrigins).optional().catch(undefined),
  turn: z.enum(claimSteps).optional().catch(undefined),
});
export type ClaimSearch = z.infer<typeof claimSearch>;

/** On the page of one entry: the queue that somebody works through. */
export const turnSearch = z.object({ turn: z.enum(["review", "publish", "adopt"]).optional().catch(undefined) });
export type Turn = NonNullable<z.infer<typeof turnSearch>["turn"]>;

/** The same as a query of the API. */
export function toClaimQuery({ words, ...rest }: ClaimSearch): ClaimSearch {
  return { ...rest, ...(words === undefined || words.trim() === "" ? {} : { words }) };
}

export function isTurn(step: string | undefined): step is Turn {
  return step === "review" || step === "publish" || step === "adopt";
}
