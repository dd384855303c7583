import { deleteWebhook, rotateWebhookSecret, updateWebhook, type WebhookView } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { TextField, Tick } from "../../../ui/Field.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { KindTicks, type Kinds } from "./KindTicks.tsx";
import { webhookWords } from "./words.ts";

type Shared = { readonly webhook: WebhookView; readonly onClose: () => void };

export function ChangeWebhook({ webhook, onClose }: Shared) {
  const words = useWords(webhookWords);
  const tell = useToast();
  const command = useCommand(updateWebhook);
  const [url, setUrl] = useState(webhook.url);
  const [description, setDescription] = useState(webhook.description);
  const [disabled, setDisabled] = useState(webhook.disabled);
  const [kinds, setKinds] = useState<Kinds>(new Set(webhook.kinds));
  const run = async (): Promise<void> => {
    const body = { url, description, disabled, kinds: [...kinds] };
    await command.run({ params: { id: webhook.id }, body }, { version: webhook.version });
    tell(words.changed);
    onClose();
  };
  return (
    <CommandDialog
      title={words.change}
      action={words.save}
      command={command}
      onRun={URL.canParse(url) && kinds.size > 0 ? () => void run().catch(() => undefined) : undefined}
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
  const command = useCommand(rotateWebhookSecret);
  const [revokeOld, setRevokeOld] = useState(false);
  const run = async (): Promise<void> => {
    const { data } = await command.run({ params: { id: webhook.id }, body: { revokeOld } });
    onMade(data.secret);
  };
  return (
    <CommandDialog
      title={words.rotate}
      hint={words.rotateHint}
      action={words.rotate}
      command={command}
      onRun={() => void run().catch(() => undefined)}
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
  const command = useCommand(deleteWebhook);
  const run = async (): Promise<void> => {
    await command.run({ params: { id: webhook.id } });
    onGone();
  };
  return (
    <CommandDialog
      title={words.removeTitle}
      hint={words.removeHint}
      action={words.remove}
      look="danger"
      command={command}
      onRun={() => void run().catch(() => undefined)}
      onClose={onClose}
    />
  );
}
