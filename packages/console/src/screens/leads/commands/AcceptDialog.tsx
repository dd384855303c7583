import { acceptLead, casePriorities, caseTypes } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { caseTypeNames, priorityNames } from "../../../words/terms.ts";
import { leadWords } from "../words/table.ts";
import type { LeadDialogProps } from "./dialog-props.ts";

export function AcceptDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const words = useWords(leadWords);
  const priorities = useWords(priorityNames);
  const types = useWords(caseTypeNames);
  const { command, give } = useDialogCommand(acceptLead, onClose, lead.version);
  const [priority, setPriority] = useState<(typeof casePriorities)[number]>("P2");
  const [caseType, setCaseType] = useState<(typeof caseTypes)[number]>(
    lead.source === "detector" ? "campaign" : "other",
  );
  return (
    <CommandDialog
      title={words.acceptTitle}
      hint={words.acceptHint}
      action={words.acceptRun}
      command={command}
      onRun={() => give({ params: { id: lead.id }, body: { priority, caseType } }, { after: onDone })}
      onClose={onClose}
    >
      <Choice
        label={words.priority}
        value={priority}
        options={casePriorities.map((one) => [one, priorities[one]])}
        onChange={setPriority}
      />
      <Choice
        label={words.caseType}
        value={caseType}
        options={caseTypes.map((one) => [one, types[one]])}
        onChange={setCaseType}
      />
    </CommandDialog>
  );
}
