import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { ItemPreview } from "../propose/ItemPreview.tsx";
import { usePreview } from "../propose/use-preview.ts";
import { caseWords } from "../words/table.ts";
import type { ActionProposal, Proposed } from "./ProposalSheet.tsx";

/** The letters of a proposal that somebody has to judge: as the person would read them, and the public. */
export function Letters({
  caseId,
  proposal,
  item,
}: {
  readonly caseId: string;
  readonly proposal: ActionProposal;
  readonly item: Proposed;
}) {
  const words = useWords(caseWords);
  const [isOpen, setOpen] = useState(false);
  const preview = usePreview(caseId, isOpen ? toBody(proposal, item) : null);
  const shown = preview.data?.items[0];
  if (!isOpen) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{words.showLetters}</Button>
      </p>
    );
  }
  return (
    <>
      {preview.error !== null && <Failed what={words.preview} error={preview.error} onRetry={preview.reload} />}
      {shown === undefined && preview.error === null && <Waiting what={words.preview} />}
      {shown !== undefined && <ItemPreview item={shown} isRefusalShown={false} />}
    </>
  );
}

function toBody({ emergency, hearingSkipped }: ActionProposal, item: Proposed) {
  const { account, rule, measures, draft, alternatives, proportionality, whyNotMoneyFirst } = item;
  const { strikesReliedOn, determination, supersedes } = item;
  return {
    items: [
      {
        account,
        rule,
        measures: measures.map(({ type, target, durationMs, accountsAffected }) => ({
          type,
          target,
          durationMs,
          ...(accountsAffected === undefined ? {} : { accountsAffected }),
        })),
        draft,
        alternatives,
        proportionality,
        whyNotMoneyFirst,
        strikesReliedOn,
        determination,
        supersedes,
      },
    ],
    emergency,
    hearingSkipped,
  };
}
