import { eraseAccountRecords, type erasureReport } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
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
  const command = useCommand(eraseAccountRecords);
  const [again, setAgain] = useState("");
  const run = async (): Promise<void> => {
    const { data } = await command.run({ body: { account } });
    onErased(data);
  };
  return (
    <CommandDialog
      title={words.eraseTitle}
      hint={words.eraseHint}
      action={words.erase}
      look="danger"
      command={command}
      onRun={again.trim() === account ? () => void run().catch(() => undefined) : undefined}
      onClose={onClose}
    >
      <p className="id">{account}</p>
      <TextField label={words.typeAgain} value={again} onChange={setAgain} />
    </CommandDialog>
  );
}
