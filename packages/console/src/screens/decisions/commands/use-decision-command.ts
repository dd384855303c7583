import { commandDecision } from "@breakwater/contract";
import type { RequestOf } from "../../../api/route-types.ts";
import { useWords } from "../../../app/context.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { useSend } from "../../queues/use-send.ts";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

export type DecisionBody = RequestOf<typeof commandDecision>["body"];
export type DecisionKind = DecisionBody["kind"];

/** What every dialog of a decision's command is given. */
export type DecisionDialogProps = { readonly file: Decision; readonly onClose: () => void };

/** Gives a decision a command under the version that was shown when its dialog opened. */
export function useDecisionCommand({ file: { id, version }, onClose }: DecisionDialogProps) {
  const { done } = useWords(decisionWords);
  const { command, give } = useDialogCommand(commandDecision, onClose, version);
  const send = useSend((body: DecisionBody, after) => give({ params: { id }, body }, { done: done[body.kind], after }));
  return { command, send };
}
