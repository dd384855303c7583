import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Row } from "../../../ui/Rows.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago, Deadline } from "../../../ui/Time.tsx";
import { Filters } from "../Filters.tsx";
import { Listed } from "../Listed.tsx";
import { deskWords } from "../words/table.ts";
import type { DeskObject, ObjectLine, ObjectView } from "./desk-object.ts";
import type { ObjectSearch } from "./object-search.ts";
import { useObjects } from "./use-object.ts";

type Props<Line extends ObjectLine, View extends ObjectView> = {
  readonly object: DeskObject<Line, View>;
  /** What a line is called, and what is good to know of it. */
  readonly toRow: (line: Line) => {
    readonly name: ReactNode;
    readonly facts: readonly ReactNode[];
    readonly tags?: ReactNode;
  };
  /** Beside the introduction: what brings such an object into being. */
  readonly opening?: ReactNode;
};

const shows = ["open", "over", "all"] as const;
const sorts = ["newest", "due"] as const;

/** The objects of a desk. */
export function ObjectList<Line extends ObjectLine, View extends ObjectView>({
  object,
  toRow,
  opening,
}: Props<Line, View>) {
  const words = useWords(object.words);
  const parts = useWords(deskWords);
  const search = useSearch({ strict: false }) as ObjectSearch;
  const pages = useObjects(object, search);
  const isUsual = search.show === undefined;
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      {opening}
      <Filters
        path={object.path}
        search={search}
        filters={[
          {
            name: "show",
            label: parts.show,
            value: search.show ?? "open",
            options: shows.map((show) => [show, parts.shows[show]]),
          },
          {
            name: "sort",
            label: parts.sort,
            value: search.sort ?? "newest",
            options: sorts.map((sort) => [sort, parts.sorts[sort]]),
          },
        ]}
      />
      <Listed
        pages={pages}
        what={words.many}
        empty={
          isUsual
            ? { title: parts.nothingOpen, hint: words.emptyHint }
            : { title: parts.nothingHere, hint: parts.nothingHereHint }
        }
      >
        {(line) => {
          const { name, facts, tags } = toRow(line);
          const isOpen = object.open.includes(line.status);
          return (
            <Row
              key={line.id}
              link={(row) => <Link to={`${object.path}/${encodeURIComponent(line.id)}` as string} {...row} />}
              title={name}
              facts={facts}
              state={
                <Tags>
                  {tags}
                  <Tag tone={isOpen ? "act" : "plain"}>{words.statuses[line.status as Line["status"]]}</Tag>
                  {line.dueAt !== null && <Deadline at={line.dueAt} spanMs={line.dueAt - line.openedAt} />}
                </Tags>
              }
              when={
                <>
                  {parts.opened} <Ago at={line.openedAt} />
                </>
              }
            />
          );
        }}
      </Listed>
    </div>
  );
}
