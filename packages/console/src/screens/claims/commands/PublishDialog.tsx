import { publishClaim } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import type { ClaimDialogProps } from "./dialog-props.ts";

export function PublishDialog({ claim, onClose, onDone }: ClaimDialogProps) {
  const words = useWords(claimWords);
  const { command, give } = useDialogCommand(publishClaim, onClose, claim.version);
  const [url, setUrl] = useState(claim.entry.url ?? "");
  const [date, setDate] = useState(claim.entry.date ?? "");
  const run = (): void => {
    const body = { url: url.trim(), ...(date.trim() === "" ? {} : { date: date.trim() }) };
    give({ params: { id: claim.id }, body }, { after: onDone });
  };
  return (
    <CommandDialog
      title={words.publishTitle}
      hint={words.publishHint}
      action={words.publishRun}
      command={command}
      onRun={url.trim() === "" ? undefined : run}
      onClose={onClose}
    >
      <WrittenField label={words.publicAt} hint={words.publicAtHint} value={url} isNeeded onChange={setUrl} />
      <WrittenField label={words.date} hint={words.dateHint} value={date} onChange={setDate} />
    </CommandDialog>
  );
}
