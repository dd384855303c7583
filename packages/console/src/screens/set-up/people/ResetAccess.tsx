import { proposeReset } from "@breakwater/contract";
import { useState } from "react";
import type { AnswerOf } from "../../../api/route-types.ts";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
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
  const { command, give } = useDialogCommand(proposeReset, onClose);
  const [parts, setParts] = useState<(typeof kinds)[number]>("both");
  const tellOutcome = (outcome: AnswerOf<typeof proposeReset>): void =>
    outcome.kind === "issued" ? onLink(outcome.link) : tell(words.resetWaits);
  return (
    <CommandDialog
      title={`${words.reset}: ${person.name}`}
      hint={words.resetHint}
      action={words.reset}
      look="danger"
      command={command}
      onRun={() => give({ params: { id: person.id }, body: { parts } }, { after: tellOutcome })}
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
