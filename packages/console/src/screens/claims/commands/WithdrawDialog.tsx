import { withdrawClaim } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import type { ClaimDialogProps } from "./dialog-props.ts";

export function WithdrawDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const { command, give } = useDialogCommand(withdrawClaim, onClose, claim.version);
  const [reason, setReason] = useState("");
  return (
    <CommandDialog
      title={words.withdrawTitle}
      hint={words.withdrawHint}
      action={words.withdrawRun}
      look="danger"
      command={command}
      onRun={
        reason.trim() === "" ? undefined : () => give({ params: { id: claim.id }, body: { reason } }, { after: onDone })
      }
      onClose={onClose}
    >
      <WrittenField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        lines={3}
        isNeeded
        onChange={setReason}
      />
    </CommandDialog>
  );
}
