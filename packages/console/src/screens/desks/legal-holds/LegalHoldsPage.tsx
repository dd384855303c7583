import { legalHoldStates, listLegalHolds } from "@breakwater/contract";
import { Link, useSearch } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Row } from "../../../ui/Rows.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { Filters } from "../Filters.tsx";
import { Listed } from "../Listed.tsx";
import { legalHoldWords } from "./words.ts";

/** What keeps evidence from being destroyed, for whoever may say that it should: they find it without a case's id. */
export function LegalHoldsPage() {
  const words = useWords(legalHoldWords);
  const search = useSearch({ from: "/desks/legal-holds" });
  const pages = usePages(listLegalHolds, { query: search });
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Filters
        path="/desks/legal-holds"
        search={search}
        filters={[
          {
            name: "state",
            label: words.state,
            value: search.state ?? "all",
            options: [["all", words.all], ...legalHoldStates.map((state) => [state, words.states[state]] as const)],
          },
        ]}
      />
      <Listed pages={pages} what={words.many} empty={{ title: words.emptyTitle, hint: words.emptyHint }}>
        {({ case: id, state, basis, requestedBy, reviewAt }) => (
          <Row
            key={id}
            link={(row) => <Link to="/cases/$id/legal-hold" params={{ id }} {...row} />}
            title={words.ofCase(toShortId(id))}
            facts={[basis, <Person key="by" id={requestedBy} />]}
            state={
              <Tags>
                <Tag tone={state === "asked" ? "act" : "plain"}>{words.states[state]}</Tag>
              </Tags>
            }
            when={
              <>
                {words.review} <Moment at={reviewAt} />
              </>
            }
          />
        )}
      </Listed>
    </div>
  );
}
