import { commandJob } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import type { QueueName } from "../../../words/case-terms.ts";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

/** Where the job of a case waits, by the state of the case. */
const queues: Readonly<Partial<Record<Case["status"], QueueName>>> = {
  case_open: "assignment",
  investigating: "investigation",
  waiting_partner: "investigation",
  hearing: "hearing",
};

/** To take a case one says whether one has an interest of one's own in it; who has one is kept from it, for good. */
export function AssignDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const [hasInterest, setInterest] = useState(false);
  const [conflict, setConflict] = useState("");
  const { command, send } = useCaseCommand({ file, onClose });
  const { command: declaring, give: declare } = useDialogCommand(commandJob, onClose);
  const queue = queues[file.status];
  const declaration =
    conflict.trim() === "" || queue === undefined
      ? null
      : ({ params: { queue, id: file.id }, body: { kind: "declare_conflict", reason: conflict } } as const);
  return (
    <CommandDialog
      title={words.assignTitle}
      hint={words.assignHint}
      action={hasInterest ? words.declareRun : words.commands.assign}
      command={hasInterest ? declaring : command}
      {...(hasInterest
        ? { onRun: declaration === null ? undefined : () => declare(declaration, { done: words.declared }) }
        : send({ kind: "assign", conflict: null }))}
      onClose={onClose}
    >
      <Tick isOn={hasInterest} onChange={setInterest}>
        {words.hasInterest}
      </Tick>
      {hasInterest && (
        <>
          <p className="case-hidden">{words.interestHint}</p>
          <LongField label={words.whichInterest} value={conflict} autoFocus onChange={setConflict} />
        </>
      )}
    </CommandDialog>
  );
}
