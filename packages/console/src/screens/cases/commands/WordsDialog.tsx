import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseBody, type CaseDialogProps } from "./use-case-command.ts";

type Kind = "approve" | "reject" | "act_alone" | "undo_bulk";

/** A command that asks for a reason in words and nothing else. */
function WordsDialog({
  file,
  onClose,
  kind,
  look = "main",
  toBody,
}: CaseDialogProps & {
  readonly kind: Kind;
  readonly look?: "main" | "danger";
  readonly toBody: (text: string) => CaseBody;
}) {
  const words = useWords(caseWords);
  const [text, setText] = useState("");
  const { command, send } = useCaseCommand({ file, onClose });
  const { title, hint, label } = words.dialogs[kind];
  return (
    <CommandDialog
      title={title}
      hint={hint}
      action={words.commands[kind]}
      look={look}
      command={command}
      {...send(text.trim() === "" ? null : toBody(text))}
      onClose={onClose}
    >
      <LongField label={label} value={text} onChange={setText} />
    </CommandDialog>
  );
}

export function ApproveDialog(props: CaseDialogProps) {
  return <WordsDialog {...props} kind="approve" toBody={(statement) => ({ kind: "approve", statement })} />;
}

export function RejectDialog(props: CaseDialogProps) {
  return <WordsDialog {...props} kind="reject" toBody={(reason) => ({ kind: "reject", reason })} />;
}

export function ActAloneDialog(props: CaseDialogProps) {
  return <WordsDialog {...props} kind="act_alone" toBody={(reason) => ({ kind: "act_alone", reason })} />;
}

export function UndoDialog(props: CaseDialogProps) {
  return <WordsDialog {...props} kind="undo_bulk" look="danger" toBody={(reason) => ({ kind: "undo_bulk", reason })} />;
}

export function ReleaseDialog({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const { command, send } = useCaseCommand({ file, onClose });
  return (
    <CommandDialog
      title={words.commands.release_stage}
      hint={words.releaseHint}
      action={words.commands.release_stage}
      command={command}
      {...send({ kind: "release_stage" })}
      onClose={onClose}
    />
  );
}
