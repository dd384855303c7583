import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useListKeys } from "../../../shell/keys/use-list-keys.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago, Deadline } from "../../../ui/Time.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { Row, Rows } from "../Rows.tsx";
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
  useListKeys("#objects");
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      {opening}
      <Filters path={object.path} search={search} />
      {pages.error !== null && <Failed what={words.many} error={pages.error} onRetry={pages.reload} />}
      {pages.isPending && pages.error === null && <Waiting what={words.many} />}
      {!pages.isPending && pages.error === null && pages.items.length === 0 && (
        <Empty title={search.show === undefined ? parts.nothingOpen : parts.nothingHere}>
          <p>{search.show === undefined ? words.emptyHint : parts.nothingHereHint}</p>
        </Empty>
      )}
      {pages.items.length > 0 && (
        <>
          <Rows id="objects">
            {pages.items.map((line) => {
              const { name, facts, tags } = toRow(line);
              return (
                <Row
                  key={line.id}
                  name={
                    <Link to={`${object.path}/${encodeURIComponent(line.id)}` as string} data-row>
                      {name}
                    </Link>
                  }
                  facts={facts}
                  state={
                    <Tags>
                      {tags}
                      <Tag tone={object.open.includes(line.status) ? "act" : "plain"}>
                        {words.statuses[line.status as Line["status"]]}
                      </Tag>
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
            })}
          </Rows>
          <div className="list-foot">
            <Count n={pages.items.length} hasMore={pages.hasMore} />
            <MoreButton pages={pages} />
          </div>
        </>
      )}
    </div>
  );
}

export function Count({ n, hasMore }: { readonly n: number; readonly hasMore: boolean }) {
  const words = useWords(deskWords);
  const shown = useFormat().number(n);
  return <p className="quiet small">{hasMore ? words.shownOfMore(shown) : words.shown(shown)}</p>;
}

function Filters({ path, search }: { readonly path: string; readonly search: ObjectSearch }) {
  const words = useWords(deskWords);
  const navigate = useNavigate();
  const change = (next: ObjectSearch): void =>
    void navigate({ to: path, search: { ...search, ...next } as never, replace: true });
  const shows = ["open", "over", "all"] as const;
  const sorts = ["newest", "due"] as const;
  return (
    <form className="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={words.show}
        value={search.show ?? "open"}
        options={shows.map((show) => [show, words.shows[show]])}
        onChange={(show) => change({ show: show === "open" ? undefined : show })}
      />
      <Choice
        label={words.sort}
        value={search.sort ?? "newest"}
        options={sorts.map((sort) => [sort, words.sorts[sort]])}
        onChange={(sort) => change({ sort: sort === "newest" ? undefined : sort })}
      />
    </form>
  );
}
