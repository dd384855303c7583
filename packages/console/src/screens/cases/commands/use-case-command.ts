import { commandCase } from "@breakwater/contract";
import { useCommand } from "../../../api/queries.ts";
import type { RequestOf } from "../../../api/route-types.ts";
import { useSeenVersion } from "../../../api/use-seen-version.ts";
import { useWords } from "../../../app/context.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { useJob } from "../../queues/job-context.tsx";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";

export type CaseBody = RequestOf<typeof commandCase>["body"];
export type CaseKind = CaseBody["kind"];

/** What every dialog of a case's command is given. */
export type CaseDialogProps = { readonly file: Case; readonly onClose: () => void };

/** Gives a case a command under the version that was shown when its dialog opened, says that it was done, and closes; or goes on to the next job. */
export function useCaseCommand({ file, onClose }: CaseDialogProps) {
  const words = useWords(caseWords);
  const tell = useToast();
  const job = useJob();
  const command = useCommand(commandCase);
  const version = useSeenVersion(file.version, command.error);
  const give = async (body: CaseBody, after?: () => void): Promise<void> => {
    const request = { params: { id: file.id }, body };
    await command.run(request, { version }).then(
      () => {
        tell(words.done[body.kind]);
        onClose();
        after?.();
      },
      () => undefined,
    );
  };
  /** The two ways to send a body; neither while it lacks something. */
  const send = (body: CaseBody | null) => ({
    onRun: body === null ? undefined : () => void give(body),
    onRunAndNext: body === null || job === null ? undefined : () => void give(body, job.next),
  });
  return { command, send };
}
