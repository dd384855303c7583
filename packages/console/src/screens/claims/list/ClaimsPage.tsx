import { listClaims } from "@breakwater/contract";
import { useSearch } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { useListKeys } from "../../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListFoot } from "../../../ui/ListFoot.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Rows } from "../../../ui/Rows.tsx";
import { isTurn, toClaimQuery } from "../claim-search.ts";
import { ClaimTabs } from "../ClaimTabs.tsx";
import { claimWords } from "../words/table.ts";
import { ClaimFilters } from "./ClaimFilters.tsx";
import { ClaimRow } from "./ClaimRow.tsx";
import { EmptyRegistry } from "./EmptyRegistry.tsx";

export function ClaimsPage() {
  const words = useWords(claimWords);
  const search = useSearch({ from: "/claims" });
  const query = toClaimQuery(search);
  const pages = usePages(listClaims, { query });
  useListKeys("#claims");
  const isAll = Object.values(query).every((value) => value === undefined);
  const isEmpty = !pages.isPending && pages.items.length === 0 && pages.error === null;
  return (
    <div className="page">
      <PageHead title={words.claims}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <ClaimTabs />
      {isEmpty && isAll ? (
        <EmptyRegistry />
      ) : (
        <>
          <ClaimFilters search={search} />
          <AwaitedList what={words.theClaims} pages={pages} />
          {isEmpty && (
            <Empty title={search.turn === undefined ? words.noneFound : words.nothingForYou}>
              <p>{search.turn === undefined ? words.noneFoundHint : words.nothingForYouHint}</p>
            </Empty>
          )}
        </>
      )}
      {pages.items.length > 0 && (
        <>
          <Rows id="claims">
            {pages.items.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} turn={isTurn(search.turn) ? search.turn : undefined} />
            ))}
          </Rows>
          <ListFoot pages={pages} />
        </>
      )}
    </div>
  );
}
