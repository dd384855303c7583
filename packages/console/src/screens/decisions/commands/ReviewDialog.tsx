import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { measureNames } from "../../../words/case-terms.ts";
import { decisionWords } from "../words/table.ts";
import { useDecisionCommand, type DecisionDialogProps } from "./use-decision-command.ts";

const outcomes = ["lift", "keep", "final"] as const;

/** Whether a measure is still needed. */
export function ReviewDialog({ file, onClose }: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const names = useWords(measureNames);
  const [measure, setMeasure] = useState(
    file.measures.find(({ reviewAt }) => reviewAt !== null)?.id ?? file.measures[0]?.id ?? "",
  );
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("lift");
  const [reason, setReason] = useState("");
  const { command, send } = useDecisionCommand({ file, onClose });
  return (
    <CommandDialog
      title={words.commands.review_measure}
      hint={words.reviewHint}
      action={words.commands.review_measure}
      command={command}
      {...send(reason.trim() === "" ? null : { kind: "review_measure", measure, outcome, reason })}
      onClose={onClose}
    >
      <Choice
        label={words.measure}
        value={measure}
        options={file.measures.map(({ id, type }) => [id, names[type]])}
        onChange={setMeasure}
      />
      <Choice
        label={words.outcome}
        value={outcome}
        options={outcomes.map((one) => [one, words.reviewOutcomes[one]])}
        onChange={setOutcome}
      />
      <LongField label={words.reason} value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
