import { changePerson, renewInvitation, type StaffRole } from "@breakwater/contract";
import { useState } from "react";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice, TextField, Tick } from "../../../ui/Field.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { partWords } from "../../../ui/words.ts";
import { languageNames, languages } from "../../../words/languages.ts";
import type { OneTimeLink, Person } from "./PeoplePage.tsx";
import { RoleTicks } from "./RoleTicks.tsx";
import { peopleWords } from "./words.ts";

/** Name, language, roles, and whether somebody may come in at all; bound to the version that is shown. */
export function ChangePerson({
  person,
  onClose,
  onLink,
}: {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onLink: (link: OneTimeLink) => void;
}) {
  const words = useWords(peopleWords);
  const parts = useWords(partWords);
  const { me } = useConsole();
  const { command, give } = useDialogCommand(changePerson, onClose, person.version);
  const { command: renewal, give: giveRenewal } = useDialogCommand(renewInvitation, onClose, person.version);
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState(person.language);
  const [disabled, setDisabled] = useState(person.disabled);
  const [roles, setRoles] = useState<ReadonlySet<StaffRole>>(new Set(person.roles));
  const params = { id: person.id };
  const findFixed = (role: StaffRole): string | undefined => {
    if (person.id === me.id && !person.roles.includes(role)) return words.ownRoles;
    return person.origin === "oidc" && role !== "admin" ? words.providerRoles : undefined;
  };
  const run = (): void => {
    const body = {
      ...(name === person.name ? {} : { name }),
      ...(language === person.language ? {} : { language }),
      ...(disabled === person.disabled ? {} : { disabled }),
      ...(isSame(roles, person.roles) ? {} : { roles: [...roles] }),
    };
    give({ params, body }, { done: words.changed });
  };
  return (
    <CommandDialog
      title={words.changeTitle(person.name)}
      action={words.save}
      command={command}
      onRun={name.trim() === "" ? undefined : run}
      onClose={onClose}
    >
      <TextField label={words.name} value={name} onChange={setName} />
      <Choice
        label={words.language}
        value={language}
        options={languages.map((one) => [one, languageNames[one]])}
        onChange={setLanguage}
      />
      <RoleTicks chosen={roles} onChange={setRoles} findFixed={findFixed} />
      <Tick isOn={disabled} onChange={setDisabled}>
        {words.disable} <span className="field-hint">{person.disabled ? words.enableHint : words.disableHint}</span>
      </Tick>
      {!person.joined && !person.disabled && (
        <div>
          <Button
            busy={renewal.isRunning ? parts.working : null}
            onClick={() => giveRenewal({ params }, { after: onLink })}
          >
            {words.renew}
          </Button>
        </div>
      )}
      {renewal.error !== null && <Failed error={renewal.error} />}
    </CommandDialog>
  );
}

function isSame(chosen: ReadonlySet<StaffRole>, roles: readonly StaffRole[]): boolean {
  return chosen.size === roles.length && roles.every((role) => chosen.has(role));
}
