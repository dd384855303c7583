import { listAccessLog, listPeople, listTokens, type accessLogEntry } from "@breakwater/contract";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { roleNames } from "../../../words/roles.ts";
import { nameOf } from "../../../words/terms.ts";
import { SetUpFrame } from "../SetUpFrame.tsx";
import { logWords } from "./words.ts";

type Entry = z.infer<typeof accessLogEntry>;

export function AccessLogPage() {
  return (
    <SetUpFrame part="access-log">
      <Log />
    </SetUpFrame>
  );
}

function Log() {
  const words = useWords(logWords);
  const pages = usePages(listAccessLog, {});
  const people = usePages(listPeople, { query: { limit: 200 } });
  const tokens = usePages(listTokens, { query: { limit: 200 } });
  const names = new Map([...people.items, ...tokens.items].map(({ id, name }) => [id, name]));
  return (
    <Sheet title={words.list}>
      <p className="quiet small">{words.hint}</p>
      <AwaitedList what={words.theLog} pages={pages} empty={<Empty title={words.empty} />} />
      <Rows label={words.list}>
        {pages.items.map((entry) => (
          <EntryRow key={entry.sequence} entry={entry} names={names} />
        ))}
      </Rows>
      <MoreButton pages={pages} />
    </Sheet>
  );
}

type Names = ReadonlyMap<string, string>;

function EntryRow({ entry, names }: { readonly entry: Entry; readonly names: Names }) {
  const words = useWords(logWords);
  const { at, event, actor, subject, facts } = entry;
  const tellFact = useTellFact(names);
  const who = (actor.id === null ? undefined : names.get(actor.id)) ?? words.actors[actor.kind];
  // A session and a reset have ids that say nothing to anybody; whose they are, the facts say.
  const isNamed = subject.kind === "account" || (subject.id !== null && names.has(subject.id));
  const about = isNamed && subject.id !== null && subject.id !== actor.id ? subject.id : null;
  return (
    <Row
      title={words.events[event]}
      facts={[
        <Moment at={at} key="at" />,
        words.by(who),
        about === null ? null : words.about(names.get(about) ?? about),
        ...Object.entries(facts).map(([name, value]) => tellFact(name, value)),
      ]}
    />
  );
}

/** A fact of the log in words: roles by their names, people by theirs, times as times. */
function useTellFact(names: Names): (name: string, value: unknown) => string | null {
  const words = useWords(logWords);
  const roles = useWords(roleNames);
  const format = useFormat();
  const tellItem = (name: string, item: unknown): string => {
    if (typeof item === "number") return name.endsWith("At") ? format.dateTime(item) : format.number(item);
    const text = typeof item === "string" ? item : JSON.stringify(item);
    return names.get(text) ?? nameOf(roles, text);
  };
  return (name, value) => {
    if (value === null) return null;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return words.fact(nameOf(words.facts, name), format.list(items.map((item) => tellItem(name, item))));
  };
}
