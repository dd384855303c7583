import { useState } from "react";
import { useFormat } from "../../../app/context.tsx";
import type { Finding } from "../parts/Findings.tsx";
import { keepDraft, takeDraft } from "./keep-draft.ts";
import { beginDraft, type ProposalDraft } from "./proposal-draft.ts";

/** What is being written about a case: as it was left in this tab, else begun with every account that can be decided about. */
export function useProposalDraft(
  caseId: string,
  findings: readonly Finding[],
): readonly [draft: ProposalDraft, change: (next: Partial<ProposalDraft>) => void] {
  const { language } = useFormat();
  const [draft, setDraft] = useState<ProposalDraft>(() => takeDraft(caseId) ?? beginDraft(findings, language));
  const change = (next: Partial<ProposalDraft>): void => {
    const changed = { ...draft, ...next };
    setDraft(changed);
    keepDraft(caseId, changed);
  };
  return [draft, change];
}
