import { listPeople, type person as personSchema } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { CommandButton } from "../../../ui/CommandButton.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { ShownOnce } from "../../../ui/ShownOnce.tsx";
import { Tag } from "../../../ui/Tag.tsx";
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
        <AwaitedList what={words.people} pages={pages} empty={<Empty title={words.empty} />} />
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
      <WaitingResets onLink={setLink} />
      {asked?.kind === "invite" && <InvitePerson onClose={close} onLink={setLink} />}
      {asked?.kind === "change" && <ChangePerson person={asked.person} onClose={close} onLink={setLink} />}
      {asked?.kind === "reset" && <ResetAccess person={asked.person} onClose={close} onLink={setLink} />}
      <ShownOnce
        title={words.linkTitle}
        hint={words.linkHint(format.dateTime(link?.expiresAt ?? 0))}
        text={link?.url ?? null}
        onClose={() => setLink(null)}
      />
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
