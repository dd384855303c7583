import { deleteWebhook, rotateWebhookSecret, updateWebhook, type WebhookView } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField, Tick } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { KindTicks, type Kinds } from "./KindTicks.tsx";
import { webhookWords } from "./words.ts";

type Shared = { readonly webhook: WebhookView; readonly onClose: () => void };

export function ChangeWebhook({ webhook, onClose }: Shared) {
  const words = useWords(webhookWords);
  const { command, give } = useDialogCommand(updateWebhook, onClose, webhook.version);
  const [url, setUrl] = useState(webhook.url);
  const [description, setDescription] = useState(webhook.description);
  const [disabled, setDisabled] = useState(webhook.disabled);
  const [kinds, setKinds] = useState<Kinds>(new Set(webhook.kinds));
  const body = { url, description, disabled, kinds: [...kinds] };
  return (
    <CommandDialog
      title={words.change}
      action={words.save}
      command={command}
      onRun={
        URL.canParse(url) && kinds.size > 0
          ? () => give({ params: { id: webhook.id }, body }, { done: words.changed })
          : undefined
      }
      onClose={onClose}
    >
      <TextField label={words.url} hint={words.urlHint} value={url} onChange={setUrl} />
      <TextField label={words.description} value={description} onChange={setDescription} />
      <KindTicks chosen={kinds} onChange={setKinds} />
      <Tick isOn={disabled} onChange={setDisabled}>
        {words.disabled}
      </Tick>
    </CommandDialog>
  );
}

export function RotateSecret({ webhook, onClose, onMade }: Shared & { readonly onMade: (secret: string) => void }) {
  const words = useWords(webhookWords);
  const { command, give } = useDialogCommand(rotateWebhookSecret, onClose);
  const [revokeOld, setRevokeOld] = useState(false);
  return (
    <CommandDialog
      title={words.rotate}
      hint={words.rotateHint}
      action={words.rotate}
      command={command}
      onRun={() => give({ params: { id: webhook.id }, body: { revokeOld } }, { after: ({ secret }) => onMade(secret) })}
      onClose={onClose}
    >
      <Tick isOn={revokeOld} onChange={setRevokeOld}>
        {words.revokeOld}
      </Tick>
    </CommandDialog>
  );
}

export function RemoveWebhook({ webhook, onClose, onGone }: Shared & { readonly onGone: () => void }) {
  const words = useWords(webhookWords);
  const { command, give } = useDialogCommand(deleteWebhook, onClose);
  return (
    <CommandDialog
      title={words.removeTitle}
      hint={words.removeHint}
      action={words.remove}
      look="danger"
      command={command}
      onRun={() => give({ params: { id: webhook.id } }, { done: words.removed, after: onGone })}
      onClose={onClose}
    />
  );
}
