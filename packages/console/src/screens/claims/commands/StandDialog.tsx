import { adoptClaim, reviewClaim } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { claimWords } from "../words/table.ts";
import type { ClaimDialogProps } from "./dialog-props.ts";

/** Standing behind a text as it is shown: a review of one of our own, or the adoption of an import. */
export function StandDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const isOwn = claim.entry.origin === "own";
  const { command, give } = useDialogCommand(isOwn ? reviewClaim : adoptClaim, onClose, claim.version);
  const [isChecked, setChecked] = useState(false);
  return (
    <CommandDialog
      title={isOwn ? words.reviewTitle : words.adoptTitle}
      hint={isOwn ? words.reviewHint : words.adoptHint}
      action={isOwn ? words.reviewRun : words.adoptRun}
      command={command}
      onRun={isChecked ? () => give({ params: { id: claim.id } }, { after: onDone }) : undefined}
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
