import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { appealOutcomeNames } from "../../../words/case-terms.ts";
import { decisionWords } from "../words/table.ts";
import { MeasureTicks } from "./MeasureTicks.tsx";
import { useDecisionCommand, type DecisionDialogProps } from "./use-decision-command.ts";

const outcomes = ["upheld", "partially_reversed", "reversed"] as const;

export function ConcludeDialog({ file, onClose }: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const names = useWords(appealOutcomeNames);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("upheld");
  const [implemented, setImplemented] = useState(true);
  const [reason, setReason] = useState("");
  const [reverse, setReverse] = useState<readonly string[]>([]);
  const { command, send } = useDecisionCommand({ file, onClose });
  const isPart = outcome === "partially_reversed";
  const isReady = reason.trim() !== "" && (!isPart || reverse.length > 0);
  return (
    <CommandDialog
      title={words.commands.conclude_dispute}
      hint={words.concludeHint}
      action={words.commands.conclude_dispute}
      command={command}
      {...send(
        isReady
          ? { kind: "conclude_dispute", outcome, implemented, reason, reverse: isPart ? [...reverse] : [] }
          : null,
      )}
      onClose={onClose}
    >
      <Choice
        label={words.outcome}
        value={outcome}
        options={outcomes.map((one) => [one, names[one]])}
        onChange={setOutcome}
      />
      {isPart && <MeasureTicks file={file} chosen={reverse} onChange={setReverse} />}
      <Tick isOn={implemented} onChange={setImplemented}>
        {words.implemented}
      </Tick>
      <LongField label={words.reason} value={reason} onChange={setReason} />
    </CommandDialog>
  );
}
