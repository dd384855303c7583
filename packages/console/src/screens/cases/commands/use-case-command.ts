import { commandCase } from "@breakwater/contract";
import type { RequestOf } from "../../../api/route-types.ts";
import { useWords } from "../../../app/context.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { useSend } from "../../queues/use-send.ts";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";

export type CaseBody = RequestOf<typeof commandCase>["body"];
export type CaseKind = CaseBody["kind"];

/** What every dialog of a case's command is given. */
export type CaseDialogProps = { readonly file: Case; readonly onClose: () => void };

/** Gives a case a command under the version that was shown when its dialog opened. */
export function useCaseCommand({ file: { id, version }, onClose }: CaseDialogProps) {
  const { done } = useWords(caseWords);
  const { command, give } = useDialogCommand(commandCase, onClose, version);
  const send = useSend((body: CaseBody, after) => give({ params: { id }, body }, { done: done[body.kind], after }));
  return { command, send };
}
