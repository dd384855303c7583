import { listAccessLog, listPeople, staffRoles, type accessLogEntry } from "@breakwater/contract";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Row, Rows } from "../../../ui/Rows.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
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
  const names = new Map(people.items.map(({ id, name }) => [id, name]));
  return (
    <Sheet title={words.list}>
      <p className="quiet small">{words.hint}</p>
      {pages.error !== null && <Failed what={words.theLog} error={pages.error} onRetry={pages.reload} />}
      {pages.isPending && pages.error === null && <Waiting what={words.theLog} />}
      {!pages.isPending && pages.items.length === 0 && <Empty title={words.empty} />}
      <Rows label={words.list}>
        {pages.items.map((entry) => (
          <EntryRow key={entry.sequence} entry={entry} names={names} />
        ))}
      </Rows>
      <MoreButton pages={pages} />
    </Sheet>
  );
}

function EntryRow({ entry, names }: { readonly entry: Entry; readonly names: ReadonlyMap<string, string> }) {
  const words = useWords(logWords);
  const roles = useWords(roleNames);
  const format = useFormat();
  const { at, event, actor, subject, facts } = entry;
  const tell = (kind: Entry["actor"]["kind"], id: string | null): string =>
    kind === "person" && id !== null ? (names.get(id) ?? id) : words.actors[kind];
  const isOther = subject.id !== null && subject.id !== actor.id;
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${toText(value)}`);
  return (
    <Row
      title={words.events[event]}
      facts={[
        <Moment at={at} key="at" />,
        words.by(tell(actor.kind, actor.id)),
        isOther && subject.id !== null ? words.about(names.get(subject.id) ?? subject.id) : null,
        ...told,
      ]}
    />
  );

  function toText(value: unknown): string {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return format.list(
      items.map((item) => {
        const text = typeof item === "string" ? item : JSON.stringify(item);
        return (staffRoles as readonly string[]).includes(text) ? nameOf(roles, text) : text;
      }),
    );
  }
}
