import { leadSources, listLeads } from "@breakwater/contract";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Choice } from "../../ui/Field.tsx";
import { LongList } from "../../ui/LongList.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { leadSourceNames } from "../../words/terms.ts";
import { toLeadQuery, type LeadSearch } from "./lead-search.ts";
import { LeadRow } from "./LeadRow.tsx";
import { leadWords } from "./words/table.ts";

export function LeadsPage() {
  const words = useWords(leadWords);
  const search = useSearch({ from: "/leads" });
  const pages = usePages(listLeads, { query: toLeadQuery(search) });
  useListKeys("#leads");
  const isUsual = (search.show ?? "open") === "open" && search.source === undefined && search.learning === undefined;
  return (
    <div className="page">
      <PageHead title={words.leads}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Filters search={search} />
      <AwaitedList
        what={words.theLeads}
        pages={pages}
        empty={
          <Empty title={isUsual ? words.emptyOpen : words.emptyOther}>
            <p>{isUsual ? words.emptyOpenHint : words.emptyOtherHint}</p>
          </Empty>
        }
      />
      {pages.items.length > 0 && (
        <LongList id="leads" pages={pages} draw={(lead) => <LeadRow key={lead.id} lead={lead} />} />
      )}
    </div>
  );
}

function Filters({ search }: { readonly search: LeadSearch }) {
  const words = useWords(leadWords);
  const sources = useWords(leadSourceNames);
  const navigate = useNavigate({ from: "/leads" });
  const change = (next: LeadSearch): void => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const shows = ["open", "decided", "all"] as const;
  const sorts = ["newest", "expiry"] as const;
  const learnings = ["any", "only", "without"] as const;
  return (
    <form className="filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={words.show}
        value={search.show ?? "open"}
        options={shows.map((show) => [show, words.shows[show]])}
        onChange={(show) => change({ show: show === "open" ? undefined : show })}
      />
      <Choice
        label={words.source}
        value={search.source ?? "any"}
        options={[["any", words.anySource], ...leadSources.map((source) => [source, sources[source]] as const)]}
        onChange={(source) => change({ source: source === "any" ? undefined : source })}
      />
      <Choice
        label={words.learning}
        value={search.learning ?? "any"}
        options={learnings.map((learning) => [learning, words.learnings[learning]])}
        onChange={(learning) => change({ learning: learning === "any" ? undefined : learning })}
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
