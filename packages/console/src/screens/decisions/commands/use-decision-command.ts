import { commandDecision } from "@breakwater/contract";
import { useCommand } from "../../../api/queries.ts";
import type { RequestOf } from "../../../api/route-types.ts";
import { useSeenVersion } from "../../../api/use-seen-version.ts";
import { useWords } from "../../../app/context.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { useJob } from "../../queues/job-context.tsx";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

export type DecisionBody = RequestOf<typeof commandDecision>["body"];
export type DecisionKind = DecisionBody["kind"];

/** What every dialog of a decision's command is given. */
export type DecisionDialogProps = { readonly file: Decision; readonly onClose: () => void };

/** Gives a decision a command under the version that was shown when its dialog opened, says that it was done, and closes; or goes on to the next job. */
export function useDecisionCommand({ file, onClose }: DecisionDialogProps) {
  const words = useWords(decisionWords);
  const tell = useToast();
  const job = useJob();
  const command = useCommand(commandDecision);
  const version = useSeenVersion(file.version, command.error);
  const give = async (body: DecisionBody, after?: () => void): Promise<void> => {
    await command.run({ params: { id: file.id }, body }, { version }).then(
      () => {
        tell(words.done[body.kind]);
        onClose();
        after?.();
      },
      () => undefined,
    );
  };
  /** The two ways to send a body; neither while it lacks something. */
  const send = (body: DecisionBody | null) => ({
    onRun: body === null ? undefined : () => void give(body),
    onRunAndNext: body === null || job === null ? undefined : () => void give(body, job.next),
  });
  return { command, send };
}
