import { reopenCauses } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { reopenCauseNames } from "../../../words/case-terms.ts";
import { decisionWords } from "../words/table.ts";
import { useDecisionCommand, type DecisionDialogProps } from "./use-decision-command.ts";

export function ReopenDialog({ file, onClose }: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const causes = useWords(reopenCauseNames);
  const [cause, setCause] = useState<(typeof reopenCauses)[number]>("new_evidence");
  const [reason, setReason] = useState("");
  const { command, send } = useDecisionCommand({ file, onClose });
  return (
    <CommandDialog
      title={words.commands.reopen}
      hint={words.reopenHint}
      action={words.commands.reopen}
      command={command}
      {...send(reason.trim() === "" ? null : { kind: "reopen", cause, reason })}
      onClose={onClose}
    >
      <Choice
        label={words.cause}
        value={cause}
        options={reopenCauses.map((one) => [one, causes[one]])}
        onChange={setCause}
      />
      <LongField label={words.reason} value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
