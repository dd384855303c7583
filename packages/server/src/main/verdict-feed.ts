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
          const request = toRequest(verdict);
          if (request !== null) await detectors.recordVerdict(request);
          since = verdict.sequence;
        }
        if (verdicts.length < batch) return;
      }
    },
  };
}

/** What says nothing about the detector is no verdict on it. */
function toRequest({ lead, verdict, holds, at }: LeadVerdict): VerdictRequest | null {
  const dismissal = /^dismissed_(.+)$/.exec(verdict)?.[1];
  if (dismissal !== undefined) return { leadId: lead, outcome: "dismissed", reason: dismissal, by: "casework", at };
  if (holds === null) return null;
  return { leadId: lead, outcome: holds ? "campaign" : "no_campaign", reason: verdict, by: "casework", at };
}
