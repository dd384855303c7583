import type { Casework, LeadVerdict } from "../casework/index.ts";
import type { Detectors, VerdictRequest } from "../detection/detectors.ts";

const batch = 200;

/**
 * Hands on what people came to say about leads, so that it becomes the detectors' published precision. Begins anew with the process: a
 * verdict that is recorded twice counts once.
 */
export function createVerdictFeed(
  { listVerdicts }: Pick<Casework, "listVerdicts">,
  detectors: Pick<Detectors, "recordVerdict">,
): { readonly run: () => Promise<void> } {
  let since = 0;
  return {
    run: async () => {
      for (;;) {
        const verdicts = await listVerdicts(since, batch);
        for (const verdict of verdicts) {
          await detectors.recordVerdict(toRequest(verdict));
          since = verdict.sequence;
        }
        if (verdicts.length < batch) return;
      }
    },
  };
}

function toRequest({ lead, verdict, holds, at }: LeadVerdict): VerdictRequest {
  const outcome = holds === null ? "neither" : holds ? "campaign" : "no_campaign";
  return { leadId: lead, outcome, reason: verdict.replace(/^dismissed_/, ""), by: "casework", at };
}
