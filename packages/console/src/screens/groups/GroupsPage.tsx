import { listGroups } from "@breakwater/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Choice } from "../../ui/Field.tsx";
import { ListFoot } from "../../ui/ListFoot.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Rows } from "../../ui/Rows.tsx";
import type { GroupSearch } from "./group-search.ts";
import { GroupRow } from "./GroupRow.tsx";
import { groupWords } from "./words/table.ts";

export function GroupsPage() {
  const words = useWords(groupWords);
  const search = useSearch({ from: "/groups" });
  const { kind, state } = search;
  const pages = usePages(listGroups, {
    query: { ...(kind === undefined ? {} : { kind }), ...(state === undefined ? {} : { state }) },
  });
  useListKeys("#groups");
  const isUsual = kind === undefined && state === undefined;
  return (
    <div className="page">
      <PageHead title={words.groups}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Filters search={search} />
      <AwaitedList
        what={words.theGroups}
        pages={pages}
        empty={
          <Empty title={isUsual ? words.empty : words.emptyOther}>
            <p>{isUsual ? words.emptyHint : words.emptyOtherHint}</p>
          </Empty>
        }
      />
      {pages.items.length > 0 && (
        <>
          <Rows id="groups">
            {pages.items.map((group) => (
              <GroupRow key={group.id} group={group} />
            ))}
          </Rows>
          <ListFoot pages={pages} />
        </>
      )}
    </div>
  );
}

function Filters({ search }: { readonly search: GroupSearch }) {
  const words = useWords(groupWords);
  const navigate = useNavigate({ from: "/groups" });
  const change = (next: GroupSearch): void => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const kinds = ["any", "campaign", "coordinated"] as const;
  const states = ["any", "open", "ended"] as const;
  return (
    <form className="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={words.kind}
        value={search.kind ?? "any"}
        options={kinds.map((kind) => [kind, words.kinds[kind]])}
        onChange={(kind) => change({ kind: kind === "any" ? undefined : kind })}
      />
      <Choice
        label={words.state}
        value={search.state ?? "any"}
        options={states.map((state) => [state, words.states[state]])}
        onChange={(state) => change({ state: state === "any" ? undefined : state })}
      />
    </form>
  );
}
