import { dismissalReasons, dismissLead } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, Tick } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { dismissalNames } from "../../../words/terms.ts";
import { leadWords } from "../words/table.ts";
import type { LeadDialogProps } from "./dialog-props.ts";

export function DismissDialog({ lead, onClose, onDone }: LeadDialogProps) {
  const words = useWords(leadWords);
  const reasons = useWords(dismissalNames);
  const { command, give } = useDialogCommand(dismissLead, onClose, lead.version);
  const [reason, setReason] = useState<(typeof dismissalReasons)[number]>("authentic");
  const [manifestlyUnfounded, setUnfounded] = useState(false);
  const isReport = lead.source === "reporter" || lead.source === "trusted_flagger";
  return (
    <CommandDialog
      title={words.dismissTitle}
      hint={words.dismissHint}
      action={words.dismissRun}
      command={command}
      onRun={() => give({ params: { id: lead.id }, body: { reason, manifestlyUnfounded } }, { after: onDone })}
      onClose={onClose}
    >
      <Choice
        label={words.reason}
        value={reason}
        options={dismissalReasons.map((one) => [one, reasons[one]])}
        onChange={setReason}
      />
      {isReport && (
        <Tick isOn={manifestlyUnfounded} onChange={setUnfounded}>
          {words.unfounded}
        </Tick>
      )}
    </CommandDialog>
  );
}
