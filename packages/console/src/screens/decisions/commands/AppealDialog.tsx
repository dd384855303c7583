import { appealOutcomes } from "@breakwater/contract";
import { Children, useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { appealOutcomeNames } from "../../../words/case-terms.ts";
import { Quoted } from "../../cases/parts/Quoted.tsx";
import { decisionWords } from "../words/table.ts";
import { MeasureTicks } from "./MeasureTicks.tsx";
import { useDecisionCommand, type DecisionDialogProps } from "./use-decision-command.ts";

type Outcome = (typeof appealOutcomes)[number];

/** Decides an appeal: each point is answered by itself, then the outcome. */
export function AppealDialog({ file, onClose }: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const outcomes = useWords(appealOutcomeNames);
  const open = file.appeals.filter(({ outcome }) => outcome === null);
  const [appellant, setAppellant] = useState(open[0]?.appellant ?? "");
  const appeal = open.find((one) => one.appellant === appellant);
  const points = appeal?.points ?? [];
  const [answers, setAnswers] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<Outcome | "">("");
  const [reverse, setReverse] = useState<readonly string[]>([]);
  const { command, send } = useDecisionCommand({ file, onClose });
  const isAnswered = points.every((_, i) => (answers[i] ?? "").trim() !== "");
  const isPart = outcome === "partially_reversed";
  const isReady = appeal !== undefined && isAnswered && outcome !== "" && (!isPart || reverse.length > 0);
  const body = isReady
    ? ({
        kind: "decide_appeal",
        appellant,
        outcome,
        answers: points.map((_, i) => (answers[i] ?? "").trim()),
        reverse: isPart ? [...reverse] : [],
      } as const)
    : null;
  return (
    <CommandDialog
      title={words.commands.decide_appeal}
      hint={words.appealHint}
      action={words.commands.decide_appeal}
      command={command}
      {...send(body)}
      onClose={onClose}
    >
      {open.length > 1 && (
        <Choice
          label={words.whichAppeal}
          value={appellant}
          options={open.map((one) => [one.appellant, words.by[one.as === "subject" ? "subject" : "reporter"]])}
          onChange={(next) => {
            setAppellant(next);
            setAnswers([]);
          }}
        />
      )}
      {Children.map(points, (point, i) => (
        <div className="form">
          <Quoted>{point}</Quoted>
          <LongField
            label={words.answerTo(i + 1)}
            rows={2}
            value={answers[i] ?? ""}
            onChange={(text) => setAnswers(points.map((_, j) => (j === i ? text : (answers[j] ?? ""))))}
          />
        </div>
      ))}
      <Choice<Outcome | "">
        label={words.outcome}
        value={outcome}
        options={[["", words.chooseOutcome], ...appealOutcomes.map((one) => [one, outcomes[one]] as const)]}
        onChange={setOutcome}
      />
      {isPart && <MeasureTicks file={file} chosen={reverse} onChange={setReverse} />}
    </CommandDialog>
  );
}
