import { adoptClaim, reviewClaim } from "@breakwater/contract";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { claimWords } from "../words/table.ts";
import type { ClaimDialogProps } from "./dialog-props.ts";
import { useState } from "react";

/** Standing behind a text as it is shown: a review of one of our own, or the adoption of an import. */
export function StandDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const isOwn = claim.entry.origin === "own";
  const review = useCommand(reviewClaim);
  const adopt = useCommand(adoptClaim);
  const command = isOwn ? review : adopt;
  const [isChecked, setChecked] = useState(false);
  const run = async (): Promise<void> => {
    await command.run({ params: { id: claim.id } }, { version: claim.version }).then(onDone, () => undefined);
  };
  return (
    <CommandDialog
      title={isOwn ? words.reviewTitle : words.adoptTitle}
      hint={isOwn ? words.reviewHint : words.adoptHint}
      action={isOwn ? words.reviewRun : words.adoptRun}
      command={command}
      onRun={isChecked ? () => void run() : undefined}
      onClose={onClose}
    >
      <blockquote className="claim-quote" dir="auto">
        {claim.entry.claim}
      </blockquote>
      <Tick isOn={isChecked} onChange={setChecked}>
        {isOwn ? words.reviewTick : words.adoptTick}
      </Tick>
    </CommandDialog>
  );
}
