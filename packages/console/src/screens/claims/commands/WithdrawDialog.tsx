import { withdrawClaim } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import type { ClaimDialogProps } from "./dialog-props.ts";

export function WithdrawDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const command = useCommand(withdrawClaim);
  const [reason, setReason] = useState("");
  const run = async (): Promise<void> => {
    const request = { params: { id: claim.id }, body: { reason } };
    await command.run(request, { version: claim.version }).then(onDone, () => undefined);
  };
  return (
    <CommandDialog
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
    </CommandDialog>
  );
}
