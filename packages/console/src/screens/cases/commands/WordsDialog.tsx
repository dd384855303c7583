import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { WordsDialog } from "../../../ui/WordsDialog.tsx";
import { caseWords } from "../words/table.ts";
import { useCaseCommand, type CaseBody, type CaseDialogProps } from "./use-case-command.ts";

type Props = CaseDialogProps & {
  readonly kind: "approve" | "reject" | "act_alone" | "undo_bulk";
  readonly look?: "main" | "danger";
  readonly toBody: (text: string) => CaseBody;
};

function CaseWordsDialog({ file, onClose, kind, look = "main", toBody }: Props) {
  const words = useWords(caseWords);
  const { command, send } = useCaseCommand({ file, onClose });
  return (
    <WordsDialog
      {...words.dialogs[kind]}
      action={words.commands[kind]}
      look={look}
      command={command}
      send={(text) => send(text === null ? null : toBody(text))}
      onClose={onClose}
    />
  );
}

export function ApproveDialog(props: CaseDialogProps) {
  return <CaseWordsDialog {...props} kind="approve" toBody={(statement) => ({ kind: "approve", statement })} />;
}

export function RejectDialog(props: CaseDialogProps) {
  return <CaseWordsDialog {...props} kind="reject" toBody={(reason) => ({ kind: "reject", reason })} />;
}

export function ActAloneDialog(props: CaseDialogProps) {
  return <CaseWordsDialog {...props} kind="act_alone" toBody={(reason) => ({ kind: "act_alone", reason })} />;
}

export function UndoDialog(props: CaseDialogProps) {
  return (
    <CaseWordsDialog {...props} kind="undo_bulk" look="danger" toBody={(reason) => ({ kind: "undo_bulk", reason })} />
  );
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
