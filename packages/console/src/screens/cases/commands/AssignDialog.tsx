import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

/** To take a case one says whether one has an interest of one's own in it. */
export function AssignDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const [hasInterest, setInterest] = useState(false);
  const [conflict, setConflict] = useState("");
  const { command, send } = useCaseCommand({ file, onClose });
  const isReady = !hasInterest || conflict.trim() !== "";
  return (
    <CommandDialog
      title={words.assignTitle}
      hint={words.assignHint}
      action={hasInterest ? words.declareRun : words.commands.assign}
      command={command}
      {...send(isReady ? { kind: "assign", conflict: hasInterest ? conflict : null } : null)}
      onClose={onClose}
    >
      <Tick isOn={hasInterest} onChange={setInterest}>
        {words.hasInterest}
      </Tick>
      {hasInterest && <LongField label={words.whichInterest} value={conflict} autoFocus onChange={setConflict} />}
    </CommandDialog>
  );
}
