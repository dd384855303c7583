import { casePriorities, caseStatuses, caseTypes, listCases } from "@breakwater/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useColleagues } from "../../api/colleagues.ts";
import { usePages } from "../../api/queries.ts";
import { useConsole, useWords } from "../../app/context.tsx";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Choice } from "../../ui/Field.tsx";
import { LongList } from "../../ui/LongList.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { useNow } from "../../ui/use-now.ts";
import { caseStatusNames } from "../../words/case-terms.ts";
import { caseTypeNames } from "../../words/terms.ts";
import { CaseRow } from "./CaseRow.tsx";
import { caseClocks, caseShows, caseSorts, toCaseQuery, type CaseSearch } from "./case-search.ts";
import { CasesTabs } from "./CasesTabs.tsx";
import { caseWords } from "./words/table.ts";

export function CasesPage() {
  const words = useWords(caseWords);
  const search = useSearch({ from: "/cases" });
  const pages = usePages(listCases, { query: toCaseQuery(search, useNow()) });
  useListKeys("#cases");
  const isUsual = Object.values(search).every((value) => value === undefined);
  return (
    <div className="page">
      <PageHead title={words.cases} above={<CasesTabs />}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Filters search={search} />
      <AwaitedList
        what={words.theCases}
        pages={pages}
        empty={
          <Empty title={isUsual ? words.noCase : words.noCaseFits}>
            <p>{isUsual ? words.noCaseHint : words.noCaseFitsHint}</p>
          </Empty>
        }
      />
      {pages.items.length > 0 && (
        <LongList id="cases" pages={pages} draw={(line) => <CaseRow key={line.id} line={line} />} />
      )}
    </div>
  );
}

function Filters({ search }: { readonly search: CaseSearch }) {
  const words = useWords(caseWords);
  const statuses = useWords(caseStatusNames);
  const types = useWords(caseTypeNames);
  const navigate = useNavigate({ from: "/cases" });
  const change = (next: CaseSearch): void => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <form className="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={words.show}
        value={search.show ?? "open"}
        options={[
          ...caseShows.map((show) => [show, words.shows[show]] as const),
          ...caseStatuses.map((status) => [status, statuses[status]] as const),
        ]}
        onChange={(show) => change({ show: show === "open" ? undefined : show })}
      />
      <Choice
        label={words.clock}
        value={search.clock ?? "any"}
        options={caseClocks.map((clock) => [clock, words.clocks[clock]])}
        onChange={(clock) => change({ clock: clock === "any" ? undefined : clock })}
      />
      <AssigneeChoice value={search.who} onChange={(who) => change({ who })} />
      <Choice
        label={words.caseType}
        value={search.type ?? "any"}
        options={[["any", words.anyType], ...caseTypes.map((type) => [type, types[type]] as const)]}
        onChange={(type) => change({ type: type === "any" ? undefined : type })}
      />
      <Choice
        label={words.priority}
        value={search.priority ?? "any"}
        options={[["any", words.anyPriority], ...casePriorities.map((one) => [one, one] as const)]}
        onChange={(priority) => change({ priority: priority === "any" ? undefined : priority })}
      />
      <Choice
        label={words.sort}
        value={search.sort ?? "urgent"}
        options={caseSorts.map((sort) => [sort, words.sorts[sort]])}
        onChange={(sort) => change({ sort: sort === "urgent" ? undefined : sort })}
      />
    </form>
  );
}

function AssigneeChoice({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (who: string | undefined) => void;
}) {
  const words = useWords(caseWords);
  const { me } = useConsole();
  const analysts = [...useColleagues().values()].filter(({ id, roles }) => id !== me.id && roles.includes("analyst"));
  return (
    <Choice
      label={words.assignee}
      value={value ?? "any"}
      options={[["any", words.anybody], ["me", words.me], ...analysts.map(({ id, name }) => [id, name] as const)]}
      onChange={(who) => onChange(who === "any" ? undefined : who)}
    />
  );
}
