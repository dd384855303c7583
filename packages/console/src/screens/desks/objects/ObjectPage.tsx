import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiError } from "../../../api/api-error.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Course } from "../../../ui/Course.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Deadline, Moment } from "../../../ui/Time.tsx";
import type { Offer } from "../forms/BodyForm.tsx";
import { nameOf } from "../../../words/terms.ts";
import { toShortId } from "../../../words/short-id.ts";
import { deskWords } from "../words/table.ts";
import type { DeskObject, ObjectLine, ObjectView } from "./desk-object.ts";
import { ObjectCommands } from "./ObjectCommands.tsx";
import { useObject } from "./use-object.ts";

/** What a page knows of a command's fields: what to begin with, and what there is to choose from. */
export type CommandOffer = {
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly offers?: Readonly<Record<string, Offer>>;
};

type Props<Line extends ObjectLine, View extends ObjectView> = {
  readonly object: DeskObject<Line, View>;
  readonly id: string;
  readonly title?: (view: View) => string;
  readonly tags?: (view: View) => ReactNode;
  /** What there is to read. */
  readonly children: (view: View) => ReactNode;
  readonly offer?: (view: View, command: string) => CommandOffer;
  /** Where it may not be read: what can be done all the same. */
  readonly wayIn?: ReactNode;
};

/** One object: what it says, what can be done with it, and what was done. */
export function ObjectPage<Line extends ObjectLine, View extends ObjectView>(props: Props<Line, View>) {
  const { object, id, title, children } = props;
  const words = useWords(object.words);
  const parts = useWords(deskWords);
  const reading = useObject(object, id);
  const { data: view, error } = reading;
  return (
    <div className="page" key={id}>
      <PageHead
        title={view !== undefined && title !== undefined ? title(view) : words.name(toShortId(id))}
        above={
          <p className="small">
            <Link to={object.path}>← {words.all}</Link>
          </p>
        }
      >
        {view !== undefined && <Standing {...props} view={view} />}
      </PageHead>
      <Awaited what={words.one} reading={reading} />
      {error instanceof ApiError && error.code === "refused" && props.wayIn}
      {view !== undefined && (
        <div className="columns">
          <div className="stack">{children(view)}</div>
          <div className="stack">
            <ObjectCommands object={object} view={view} {...(props.offer && { offer: props.offer })} />
            <Head view={view} />
            <Sheet title={parts.course}>
              <Course history={view.history} names={parts.acts} {...(words.parties && { parties: words.parties })} />
            </Sheet>
          </div>
        </div>
      )}
    </div>
  );
}

function Standing<Line extends ObjectLine, View extends ObjectView>({
  object,
  tags,
  view,
}: Props<Line, View> & { readonly view: View }) {
  const words = useWords(object.words);
  const parts = useWords(deskWords);
  const names: Readonly<Record<string, string>> = parts.deadlines;
  return (
    <Tags>
      <Tag tone={object.open.includes(view.status) ? "act" : "plain"}>
        {words.statuses[view.status as Line["status"]]}
      </Tag>
      {tags?.(view)}
      {view.deadlines.map(({ what, dueAt }) => (
        <Deadline key={`${what} ${dueAt}`} at={dueAt} spanMs={dueAt - view.openedAt} what={nameOf(names, what)} />
      ))}
    </Tags>
  );
}

function Head({ view }: { readonly view: ObjectView }) {
  const words = useWords(deskWords);
  const format = useFormat();
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          [words.openedAt, <Moment key="opened" at={view.openedAt} />],
          [words.updatedAt, <Moment key="updated" at={view.updatedAt} />],
          [
            words.id,
            <span key="id" className="id">
              {view.id}
            </span>,
          ],
          view.hidden.length === 0 ? null : [words.hidden, format.list(view.hidden.map(({ why }) => why))],
        ]}
      />
    </Sheet>
  );
}
