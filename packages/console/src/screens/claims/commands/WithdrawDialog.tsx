import { withdrawClaim } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import { ClaimDialog, type ClaimDialogProps } from "./ClaimDialog.tsx";

export function WithdrawDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const command = useCommand(withdrawClaim);
  const [reason, setReason] = useState("");
  const run = async (): Promise<void> => {
    const request = { params: { id: claim.id }, body: { reason } };
    await command.run(request, { version: claim.version }).then(onDone, () => undefined);
  };
  return (
    <ClaimDialog
      title={words.withdrawTitle}
      hint={words.withdrawHint}
      action={words.withdrawRun}
      look="danger"
      command={command}
      onRun={reason.trim() === "" ? undefined : () => void run()}
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
    </ClaimDialog>
  );
}
