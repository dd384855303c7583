import { casePriorities } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { priorityNames } from "../../../words/terms.ts";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

export function PriorityDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const priorities = useWords(priorityNames);
  const [priority, setPriority] = useState(file.priority);
  const [reason, setReason] = useState("");
  const { command, send } = useCaseCommand({ file, onClose });
  return (
    <CommandDialog
      title={words.commands.set_priority}
      hint={words.priorityHint}
      action={words.commands.set_priority}
      command={command}
      {...send(reason.trim() === "" ? null : { kind: "set_priority", priority, reason })}
      onClose={onClose}
    >
      <Choice
        label={words.priority}
        value={priority}
        options={casePriorities.map((one) => [one, priorities[one]])}
        onChange={setPriority}
      />
      <LongField label={words.reason} value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
