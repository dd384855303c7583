import { createWebhook } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { KindTicks, type Kinds } from "./KindTicks.tsx";
import { webhookWords } from "./words.ts";

export function MakeWebhook({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}) {
  const words = useWords(webhookWords);
  const { command, give } = useDialogCommand(createWebhook, onClose);
  const [url, setUrl] = useState("");
  const [description, setDescription] = useState("");
  const [kinds, setKinds] = useState<Kinds>(new Set(["*"]));
  const isWhole = URL.canParse(url) && kinds.size > 0;
  return (
    <CommandDialog
      title={words.make}
      hint={words.makeHint}
      action={words.make}
      command={command}
      onRun={
        isWhole
          ? () => give({ body: { url, description, kinds: [...kinds] } }, { after: ({ secret }) => onMade(secret) })
          : undefined
      }
      onClose={onClose}
    >
      <TextField label={words.url} hint={words.urlHint} value={url} onChange={setUrl} />
      <TextField label={words.description} value={description} onChange={setDescription} />
      <KindTicks chosen={kinds} onChange={setKinds} />
    </CommandDialog>
  );
}
