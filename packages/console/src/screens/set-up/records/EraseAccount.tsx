import { eraseAccountRecords, type erasureReport } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { recordWords } from "./words.ts";

/** What cannot be taken back is typed twice. */
export function EraseAccount({
  account,
  onClose,
  onErased,
}: {
  readonly account: string;
  readonly onClose: () => void;
  readonly onErased: (report: z.infer<typeof erasureReport>) => void;
}) {
  const words = useWords(recordWords);
  const { command, give } = useDialogCommand(eraseAccountRecords, onClose);
  const [again, setAgain] = useState("");
  return (
    <CommandDialog
      title={words.eraseTitle}
      hint={words.eraseHint}
      action={words.erase}
      look="danger"
      command={command}
      onRun={again.trim() === account ? () => give({ body: { account } }, { after: onErased }) : undefined}
      onClose={onClose}
    >
      <p className="id">{account}</p>
      <TextField label={words.typeAgain} value={again} onChange={setAgain} />
    </CommandDialog>
  );
}
