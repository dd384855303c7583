import { publishClaim } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import type { ClaimDialogProps } from "./dialog-props.ts";

export function PublishDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const command = useCommand(publishClaim);
  const [url, setUrl] = useState(claim.entry.url ?? "");
  const [date, setDate] = useState(claim.entry.date ?? "");
  const run = async (): Promise<void> => {
    const body = { url: url.trim(), ...(date.trim() === "" ? {} : { date: date.trim() }) };
    await command.run({ params: { id: claim.id }, body }, { version: claim.version }).then(onDone, () => undefined);
  };
  return (
    <CommandDialog
      title={words.publishTitle}
      hint={words.publishHint}
      action={words.publishRun}
      command={command}
      onRun={url.trim() === "" ? undefined : () => void run()}
      onClose={onClose}
    >
      <WrittenField label={words.publicAt} hint={words.publicAtHint} value={url} isNeeded onChange={setUrl} />
      <WrittenField label={words.date} hint={words.dateHint} value={date} onChange={setDate} />
    </CommandDialog>
  );
}
