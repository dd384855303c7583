import { listPeople, type person as personSchema } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { CopyText } from "../../../ui/CopyText.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { ShownOnce } from "../../../ui/ShownOnce.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { languageNames } from "../../../words/languages.ts";
import { roleNames } from "../../../words/roles.ts";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { useMay } from "../use-may.ts";
import { ChangePerson } from "./ChangePerson.tsx";
import { InvitePerson } from "./InvitePerson.tsx";
import { ResetAccess } from "./ResetAccess.tsx";
import { WaitingResets } from "./WaitingResets.tsx";
import { peopleWords } from "./words.ts";

export type Person = z.infer<typeof personSchema>;
export type OneTimeLink = { readonly url: string; readonly expiresAt: number };

type Asked = { readonly kind: "invite" } | { readonly kind: "change" | "reset"; readonly person: Person };

export function PeoplePage() {
  return (
    <SetUpFrame part="people">
      <People />
    </SetUpFrame>
  );
}

function People() {
  const words = useWords(peopleWords);
  const format = useFormat();
  const pages = usePages(listPeople, {});
  const may = useMay("access:manage");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const close = (): void => setAsked(null);
  const showLink = (made: OneTimeLink | null): void => {
    close();
    setLink(made);
  };
  return (
    <>
      <Sheet
        title={words.list}
        aside={
          <CommandButton availability={may} look="main" onRun={() => setAsked({ kind: "invite" })}>
            {words.invite}
          </CommandButton>
        }
      >
        {pages.error !== null && <Failed what={words.people} error={pages.error} onRetry={pages.reload} />}
        {pages.isPending && pages.error === null && <Waiting what={words.people} />}
        {!pages.isPending && pages.items.length === 0 && <Empty title={words.empty} />}
        <Rows label={words.list}>
          {pages.items.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              onChange={() => setAsked({ kind: "change", person })}
              onReset={() => setAsked({ kind: "reset", person })}
            />
          ))}
        </Rows>
        <MoreButton pages={pages} />
      </Sheet>
      <WaitingResets people={pages.items} onLink={showLink} />
      {asked?.kind === "invite" && <InvitePerson onClose={close} onLink={showLink} />}
      {asked?.kind === "change" && <ChangePerson person={asked.person} onClose={close} onLink={showLink} />}
      {asked?.kind === "reset" && <ResetAccess person={asked.person} onClose={close} onLink={showLink} />}
      {link !== null && (
        <ShownOnce
          title={words.linkTitle}
          hint={words.linkHint(format.dateTime(link.expiresAt))}
          onClose={() => setLink(null)}
        >
          <CopyText text={link.url} />
        </ShownOnce>
      )}
    </>
  );
}

function PersonRow({
  person,
  onChange,
  onReset,
}: {
  readonly person: Person;
  readonly onChange: () => void;
  readonly onReset: () => void;
}) {
  const words = useWords(peopleWords);
  const roles = useWords(roleNames);
  const format = useFormat();
  const { me } = useConsole();
  const may = useMay("access:manage");
  const { id, name, login, origin, joined, disabled, language } = person;
  return (
    <Row
      title={name}
      tags={
        <>
          {id === me.id && <Tag>{words.you}</Tag>}
          {!joined && <Tag tone="warn">{words.waiting}</Tag>}
          {disabled && <Tag tone="bad">{words.disabled}</Tag>}
          {origin === "oidc" && <Tag>{words.byProvider}</Tag>}
        </>
      }
      facts={[
        origin === "local" ? login : null,
        person.roles.length === 0 ? words.noRoles : format.list(person.roles.map((role) => roles[role])),
        languageNames[language],
      ]}
    >
      <CommandButton availability={may} onRun={onChange}>
        {words.change}
      </CommandButton>
      {origin === "local" && joined && !disabled && id !== me.id && may.enabled && (
        <CommandButton availability={may} onRun={onReset}>
          {words.reset}
        </CommandButton>
      )}
    </Row>
  );
}
