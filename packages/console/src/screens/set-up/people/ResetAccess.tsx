import { proposeReset } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import type { OneTimeLink, Person } from "./PeoplePage.tsx";
import { peopleWords } from "./words.ts";

const kinds = ["both", "password", "totp"] as const;

export function ResetAccess({
  person,
  onClose,
  onLink,
}: {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onLink: (link: OneTimeLink) => void;
}) {
  const words = useWords(peopleWords);
  const tell = useToast();
  const command = useCommand(proposeReset);
  const [parts, setParts] = useState<(typeof kinds)[number]>("both");
  const run = async (): Promise<void> => {
    const { data } = await command.run({ params: { id: person.id }, body: { parts } });
    if (data.kind === "issued") return onLink(data.link);
    tell(words.resetWaits);
    onClose();
  };
  return (
    <CommandDialog
      title={`${words.reset}: ${person.name}`}
      hint={words.resetHint}
      action={words.reset}
      look="danger"
      command={command}
      onRun={() => void run().catch(() => undefined)}
      onClose={onClose}
    >
      <Choice
        label={words.what}
        value={parts}
        options={kinds.map((kind) => [kind, words.parts[kind]])}
        onChange={setParts}
      />
    </CommandDialog>
  );
}
