import { acceptLead, casePriorities, caseTypes } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { caseTypeNames, priorityNames } from "../../../words/terms.ts";
import { leadWords } from "../words/table.ts";
import type { LeadDialogProps } from "./dialog-props.ts";

export function AcceptDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const words = useWords(leadWords);
  const priorities = useWords(priorityNames);
  const types = useWords(caseTypeNames);
  const command = useCommand(acceptLead);
  const [priority, setPriority] = useState<(typeof casePriorities)[number]>("P2");
  const [caseType, setCaseType] = useState<(typeof caseTypes)[number]>(
    lead.source === "detector" ? "campaign" : "other",
  );
  const run = async (): Promise<void> => {
    const request = { params: { id: lead.id }, body: { priority, caseType } };
    await command.run(request, { version: lead.version }).then(onDone, () => undefined);
  };
  return (
    <CommandDialog
      title={words.acceptTitle}
      hint={words.acceptHint}
      action={words.acceptRun}
      command={command}
      onRun={() => void run()}
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
