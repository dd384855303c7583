import { useState, type ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { decisionWords } from "../words/table.ts";
import { useDecisionCommand, type DecisionBody, type DecisionDialogProps } from "./use-decision-command.ts";

type Kind = "confirm_emergency" | "extend_appeal" | "undo" | "extend_dispute" | "decline_dispute";

/** A command that asks for a reason in words, and for little else. */
function WordsDialog({
  file,
  onClose,
  kind,
  look = "main",
  toBody,
  children,
}: DecisionDialogProps & {
  readonly kind: Kind;
  readonly look?: "main" | "danger";
  /** Null: something else is missing. */
  readonly toBody: (text: string) => DecisionBody | null;
  readonly children?: ReactNode;
}) {
  const words = useWords(decisionWords);
  const [text, setText] = useState("");
  const { command, send } = useDecisionCommand({ file, onClose });
  const { hint, label } = words.dialogs[kind];
  return (
    <CommandDialog
      title={words.commands[kind]}
      hint={hint}
      action={words.commands[kind]}
      look={look}
      command={command}
      {...send(text.trim() === "" ? null : toBody(text))}
      onClose={onClose}
    >
      <LongField label={label} value={text} onChange={setText} />
      {children}
    </CommandDialog>
  );
}

export function ConfirmEmergencyDialog(props: DecisionDialogProps) {
  return (
    <WordsDialog
      {...props}
      kind="confirm_emergency"
      toBody={(statement) => ({ kind: "confirm_emergency", statement })}
    />
  );
}

export function UndoDialog(props: DecisionDialogProps) {
  return <WordsDialog {...props} kind="undo" look="danger" toBody={(reason) => ({ kind: "undo", reason })} />;
}

export function ExtendAppealDialog(props: DecisionDialogProps) {
  const open = props.file.appeals.find(({ outcome }) => outcome === null);
  return (
    <WordsDialog
      {...props}
      kind="extend_appeal"
      toBody={(reason) => (open === undefined ? null : { kind: "extend_appeal", appellant: open.appellant, reason })}
    />
  );
}

export function ExtendDisputeDialog(props: DecisionDialogProps) {
  return <WordsDialog {...props} kind="extend_dispute" toBody={(reason) => ({ kind: "extend_dispute", reason })} />;
}

export function DeclineDialog(props: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const [before, setBefore] = useState("");
  return (
    <WordsDialog
      {...props}
      kind="decline_dispute"
      toBody={(reason) =>
        before.trim() === "" ? null : { kind: "decline_dispute", reason, resolvedBefore: before.trim() }
      }
    >
      <TextField label={words.resolvedBefore} value={before} onChange={setBefore} />
    </WordsDialog>
  );
}
