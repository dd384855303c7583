import { useWords } from "../../../app/context.tsx";
import { AskToReopen } from "../../cases/commands/ReopenDialog.tsx";
import { decisionWords } from "../words/table.ts";
import { useDecisionCommand, type DecisionDialogProps } from "./use-decision-command.ts";

export function ReopenDialog(props: DecisionDialogProps) {
  const words = useWords(decisionWords);
  return <AskToReopen hint={words.reopenHint} {...useDecisionCommand(props)} onClose={props.onClose} />;
}
