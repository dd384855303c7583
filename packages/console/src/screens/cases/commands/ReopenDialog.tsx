import { reopenCauses } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog, type CommandDialogProps } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { reopenCauseNames } from "../../../words/case-terms.ts";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseDialogProps } from "./use-case-command.ts";

type Reopening = {
  readonly kind: "reopen";
  readonly cause: (typeof reopenCauses)[number];
  readonly reason: string;
};

export function ReopenDialog(props: CaseDialogProps) {
  const words = useWords(caseWords);
  return <AskToReopen hint={words.reopenHint} {...useCaseCommand(props)} onClose={props.onClose} />;
}

/** Why a case or a decision is opened again. */
export function AskToReopen({
  send,
  ...frame
}: Pick<CommandDialogProps, "hint" | "command" | "onClose"> & {
  readonly send: (body: Reopening | null) => Pick<CommandDialogProps, "onRun" | "onRunAndNext">;
}) {
  const words = useWords(caseWords);
  const causes = useWords(reopenCauseNames);
  const [cause, setCause] = useState<Reopening["cause"]>("new_evidence");
  const [reason, setReason] = useState("");
  const name = words.commands.reopen;
  return (
    <CommandDialog
      {...frame}
      title={name}
      action={name}
      {...send(reason.trim() === "" ? null : { kind: "reopen", cause, reason })}
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
