import { invitePerson, newPerson, type StaffRole } from "@breakwater/contract";
import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice, TextField } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { languageNames, languages, type Language } from "../../../words/languages.ts";
import type { OneTimeLink } from "./PeoplePage.tsx";
import { RoleTicks } from "./RoleTicks.tsx";
import { peopleWords } from "./words.ts";

export function InvitePerson({
  onClose,
  onLink,
}: {
  readonly onClose: () => void;
  readonly onLink: (link: OneTimeLink) => void;
}) {
  const words = useWords(peopleWords);
  const { command, give } = useDialogCommand(invitePerson, onClose);
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [language, setLanguage] = useState<Language>("en");
  const [roles, setRoles] = useState<ReadonlySet<StaffRole>>(new Set());
  const body = { name, login, language, roles: [...roles] };
  const isWhole = newPerson.safeParse(body).success;
  const isLoginWrong = login.trim().length > 1 && !newPerson.shape.login.safeParse(login).success;
  return (
    <CommandDialog
      title={words.invite}
      hint={words.inviteHint}
      action={words.send}
      command={command}
      onRun={isWhole ? () => give({ body }, { after: ({ link }) => onLink(link) }) : undefined}
      onClose={onClose}
    >
      <TextField label={words.name} value={name} onChange={setName} />
      <TextField label={words.login} hint={words.loginHint} value={login} onChange={setLogin} />
      {isLoginWrong && <p role="alert">{words.loginTaken}</p>}
      <Choice
        label={words.language}
        value={language}
        options={languages.map((one) => [one, languageNames[one]])}
        onChange={setLanguage}
      />
      <RoleTicks chosen={roles} onChange={setRoles} />
    </CommandDialog>
  );
}
