import { useState, type ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { WordsDialog } from "../../../ui/WordsDialog.tsx";
import { decisionWords } from "../words/table.ts";
import { useDecisionCommand, type DecisionBody, type DecisionDialogProps } from "./use-decision-command.ts";

type Props = DecisionDialogProps & {
  readonly kind: "confirm_emergency" | "extend_appeal" | "undo" | "extend_dispute" | "decline_dispute";
  readonly look?: "main" | "danger";
  /** Null: something else is missing. */
  readonly toBody: (text: string) => DecisionBody | null;
  readonly children?: ReactNode;
};

function DecisionWordsDialog({ file, onClose, kind, look = "main", toBody, children }: Props) {
  const words = useWords(decisionWords);
  const { command, send } = useDecisionCommand({ file, onClose });
  return (
    <WordsDialog
      {...words.dialogs[kind]}
      title={words.commands[kind]}
      action={words.commands[kind]}
      look={look}
      command={command}
      send={(text) => send(text === null ? null : toBody(text))}
      onClose={onClose}
    >
      {children}
    </WordsDialog>
  );
}

export function ConfirmEmergencyDialog(props: DecisionDialogProps) {
  return (
    <DecisionWordsDialog
      {...props}
      kind="confirm_emergency"
      toBody={(statement) => ({ kind: "confirm_emergency", statement })}
    />
  );
}

export function UndoDialog(props: DecisionDialogProps) {
  return <DecisionWordsDialog {...props} kind="undo" look="danger" toBody={(reason) => ({ kind: "undo", reason })} />;
}

export function ExtendAppealDialog(props: DecisionDialogProps) {
  const open = props.file.appeals.find(({ outcome }) => outcome === null);
  return (
    <DecisionWordsDialog
      {...props}
      kind="extend_appeal"
      toBody={(reason) => (open === undefined ? null : { kind: "extend_appeal", appellant: open.appellant, reason })}
    />
  );
}

export function ExtendDisputeDialog(props: DecisionDialogProps) {
  return (
    <DecisionWordsDialog {...props} kind="extend_dispute" toBody={(reason) => ({ kind: "extend_dispute", reason })} />
  );
}

export function DeclineDialog(props: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const [before, setBefore] = useState("");
  return (
    <DecisionWordsDialog
      {...props}
      kind="decline_dispute"
      toBody={(reason) =>
        before.trim() === "" ? null : { kind: "decline_dispute", reason, resolvedBefore: before.trim() }
      }
    >
      <TextField label={words.resolvedBefore} value={before} onChange={setBefore} />
    </DecisionWordsDialog>
  );
}
